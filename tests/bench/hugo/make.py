"""A Hugo site of an office: from its own YAML by a content adapter, or from ready Markdown.

`adapter` mounts the entries as they are; Hugo reads them. `markdown` puts what `yaoan write` wrote
into the words of Goldmark; links and attributes are resolved beforehand, which Hugo need not do.
Both stand in the same page shell, which is told what every page of ours says of the office.
"""

import json
import re
import shutil
from pathlib import Path
from posixpath import join, normpath

import yaml
from told import told

from yaoan.bilingual import LANGUAGES
from yaoan.doors import Workshop
from yaoan.pages import frame

HERE = Path(__file__).parent
_HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(([^()\s]+)\)(?:\{:\s*([^{}]*?)\s*\})?")
_ATTRIBUTES = re.compile(r"\{:\s*([^{}]*?)\s*\}")
_OUTSIDE = re.compile(r"[a-z]+:|#")
_CLASS = re.compile(r"\.([\w-]+)")


def markdown(written: Path, to: Path) -> None:
    """The folder that `yaoan write` made as a Hugo site in the new folder *to*."""
    docs = written / "docs"
    config = yaml.safe_load((written / "mkdocs.yml").read_text("utf-8"))
    _frame("markdown", config["extra"]["yaoan"], written / "overrides", to)
    for path in docs.rglob("*"):
        name = path.relative_to(docs).as_posix()
        if path.is_dir() or name == "README.md":
            continue
        language, _, rest = name.partition("/") if name.startswith("en/") else ("zh", "", name)
        if path.suffix == ".md":
            place = to / "content" / language / re.sub(r"(^|/)index\.md$", r"\1_index.md", rest)
            _put(place, page(path.read_text("utf-8"), name))
        else:
            _copy(path, to / "static" / name)


def page(text: str, name: str) -> str:
    """A page for Goldmark, its front matter kept but for one name that Hugo has for itself."""
    head = _HEAD.match(text)
    front = re.sub(r"^tags: ", "told: ", head[1], flags=re.MULTILINE) if head else ""
    body = text[head.end() :] if head else text
    body = body.replace(' markdown="1"', "")
    body = _LINK.sub(lambda link: _anchor(link, name), body)
    body = _ATTRIBUTES.sub(lambda found: "{" + found[1] + "}", body)
    return f"---\n{front}\n---\n{body}"


def _anchor(link: re.Match[str], name: str) -> str:
    words, target, attributes = link.groups()
    target = address(target, name)
    if not attributes:
        return f"[{words}]({target})"
    classes = " ".join(_CLASS.findall(attributes))
    said = f' class="{classes}"' if classes else f" {attributes}"
    return f'<a href="{target}"{said}>{words}</a>'


def address(target: str, name: str) -> str:
    """The address of a link in the page *name*: `../laws/dal/98.md` as `/laws/dal/98/`."""
    if _OUTSIDE.match(target):
        return target
    path, mark, part = target.partition("#")
    path = normpath(join("/", name, "..", path)) if path else path
    path = re.sub(r"(^|/)index\.md$", r"\1", path)
    return (f"{path[:-3]}/" if path.endswith(".md") else path) + mark + part


def adapter(workshop: Workshop, to: Path) -> None:
    """The office's own YAML as a Hugo site in the new folder *to*, as the public sees it on its day.

    What words, labels, terms and laws the templates need is told as data, once for both languages;
    what is not public on the day is named, as Hugo knows no periods of display.
    """
    _frame("adapter", frame(workshop.site), workshop.folder / "overrides", to)
    source = to / "layouts" / "_content.gotmpl"
    for language in LANGUAGES:
        _put(to / "content" / language / source.name, source.read_text("utf-8"))
    source.unlink()
    for name, value in told(workshop).items():
        _put(to / "data" / f"{name}.json", json.dumps(value, ensure_ascii=False))
    mounts = [("data", "data"), (str(workshop.folder.resolve() / "cases"), "data/cases")]
    settings = to / "hugo.toml"
    lines = [f"[[module.mounts]]\nsource = '{one}'\ntarget = '{there}'\n" for one, there in mounts]
    settings.write_text(settings.read_text("utf-8") + "".join(lines), "utf-8")


def _frame(variant: str, said: dict[str, object], looks: Path, to: Path) -> None:
    """What both sites have: settings, page shell, looks, and what the shell says."""
    shutil.copytree(HERE / "shell", to / "layouts")
    shutil.copytree(HERE / variant, to / "layouts", dirs_exist_ok=True)
    (to / "layouts" / "hugo.toml").rename(to / "hugo.toml")
    shutil.copytree(looks / "assets", to / "static" / "assets")
    _put(to / "data" / "shell.json", json.dumps(said, ensure_ascii=False))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, to)
