"""The templates, and how a value in one becomes Markdown."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import cache, lru_cache
from html import escape as html_escape
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    Template,
)
from jinja2.environment import TemplateModule
from jinja2.runtime import Macro
from markupsafe import Markup

from yaoan.bilingual import Language

from . import addresses, marks
from .compiler import Compiler
from .prose import outside_address
from .voice import Voice

Source = tuple[str, str | None, Callable[[], bool] | None]


class Imported(Template):
    """A template; imported by others, it is made once for a pen and knows nothing of the page.

    So a macro sees the pen, the site and what it is given, and what it writes is the same anywhere.
    """

    def make_module(
        self,
        vars: Mapping[str, Any] | None = None,  # noqa: A002 - Jinja's own name
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> TemplateModule:
        pen = (vars or {})["pen"]
        modules: MutableMapping[str | None, TemplateModule] = pen.modules
        if self.name not in modules:
            modules[self.name] = super().make_module({"pen": pen, "site": pen.site})
        return modules[self.name]


class Templates(Environment):
    """The templates compiled for one language: everything written is escaped by its voice."""

    template_class = Imported
    code_generator_class = Compiler

    def __init__(self, loader: BaseLoader, voice: Voice) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            auto_reload=False,
            finalize=voice.show,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.voice = voice
        self.macro = straight
        self._found: dict[str, Template] = {}
        self.of_kind = cache(self._of_kind)
        self.globals["addresses"] = addresses
        self.filters["heading"] = Markup
        self.filters["verbatim"] = lambda text: Markup(html_escape(str(text), quote=False))
        self.filters["address"] = outside_address
        self.filters["page_url"] = marks.as_url

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own name
    ) -> Template:
        """The template called *name*; it is looked for once."""
        if not isinstance(name, str):
            return name
        if name not in self._found:
            self._found[name] = super().get_template(name, parent, globals)
        return self._found[name]

    def _of_kind(self, module: str, name: str) -> Template:
        """The template that a kind has of its own under *name*, or else ours."""
        return self.select_template([f"kinds/{module}/{name}", name])


def straight(macro: Macro) -> Callable[..., str]:
    """A macro that is called at once where it is given just the values it names."""
    if macro.caller or macro.catch_kwargs or macro.catch_varargs:
        return macro
    written, count = macro._func, len(macro.arguments)

    def call(*values: object, **named: object) -> str:
        if named or len(values) != count:
            return macro(*values, **named)
        return Markup(written(*values))

    return call


def templates(language: Language, own: Path | None) -> Templates:
    """The templates of this room and of the kinds, those in the folder *own* before them."""
    found = own.rglob("*.j2") if own and own.is_dir() else ()
    return _templates(language, own, frozenset((each, each.stat().st_mtime_ns) for each in found))


@lru_cache(maxsize=4)
def _templates(
    language: Language, own: Path | None, known: frozenset[tuple[Path, int]]
) -> Templates:
    """The templates, compiled anew when those *known* in the folder *own* have changed."""
    loaders: Sequence[BaseLoader] = [
        *([FileSystemLoader(own)] if own and known else []),
        PackageLoader("yaoan", "pages/templates"),
        _Kinds(),
    ]
    return Templates(ChoiceLoader(loaders), Voice(language))


class _Kinds(BaseLoader):
    """`kinds/typical_cases/page.md.j2` from wherever the kinds' room has that folder."""

    def get_source(self, environment: Environment, template: str) -> Source:
        import yaoan.kinds as room

        prefix, _, rest = template.partition("/")
        loader = FileSystemLoader(list(room.__path__))
        return loader.get_source(environment, rest if prefix == "kinds" else template)
