"""What lies in an office and is not for the public: sixty and more attempts, none of which leaks.

Every attempt plants a canary. Some are refused by the checks, by name; those are then built all the
same, past the checks, to see that the build itself publishes none of them either.
"""

import gzip
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from conftest import DAY, Office, put
from yaoan.diagnostics import Report
from yaoan.doors import Refused, Workshop, build, write_folder

NOTICE = "cases/notices/2026/notice-2026-{:04d}.yml"
ENTRY = """\
title: {canary}
summary: {canary}。
published: {day}
type: arrangement
by: {canary}
body: {canary}。
"""
LONG = "2026-01-01"


@dataclass(frozen=True)
class Attempt:
    """A way in: plants *canary* in an office; *refused* if the checks must name it."""

    name: str
    plant: Callable[[Path, str], None]
    refused: bool = False


def entry(canary: str, day: str = LONG) -> str:
    return ENTRY.format(canary=canary, day=day)


def file(name: str, refused: bool = False, make: Callable[[str], str | bytes] = str) -> Attempt:
    """A file that holds the canary."""
    return Attempt(name, lambda office, canary: put(office, name, make(canary)) and None, refused)


def link(name: str, target: str, make: Callable[[str], str | bytes] = str) -> Attempt:
    """A link to a file outside the office, or to a folder that holds one."""

    def plant(office: Path, canary: str) -> None:
        outside = office.parent / "outside" / canary
        put(outside, target, make(canary))
        path = office / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(outside / target if "." in Path(name).name else outside / Path(target).parent)

    return Attempt(f"link {name}", plant, True)


def page(text: str) -> Callable[[str], str]:
    return lambda canary: f"# 一页\n\n{text.format(canary=canary)}\n"


def tagged(canary: str, kind: str = "JPEG") -> bytes:
    """A photo with the canary in every corner where programs hide things."""
    picture, out, mark = Image.new("RGB", (64, 48), "#c33"), BytesIO(), canary.encode()
    exif = Image.Exif()
    for tag in (0x010E, 0x010F, 0x0110, 0x0131, 0x013B, 0x8298, 0x9C9B):
        exif[tag] = canary
    exif.get_ifd(0x8769)[0x9286] = canary
    exif.get_ifd(0x8769)[0x927C] = mark
    exif.get_ifd(0x8769)[0xA431] = canary
    exif.get_ifd(0x8825)[0x1B] = mark
    exif.get_ifd(0x8825)[2] = (30.0, 40.0, 50.0)
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{canary}</x:xmpmeta>".encode()
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", canary)
        info.add_text("Author", canary, zip=True)
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
        picture.save(out, kind, exif=exif, pnginfo=info, icc_profile=profile(mark))
    elif kind == "WEBP":
        picture.save(out, kind, exif=exif, xmp=xmp, icc_profile=profile(mark))
    else:
        picture.save(out, kind, exif=exif, xmp=xmp, comment=mark, icc_profile=profile(mark))
        head, rest = out.getvalue()[:2], out.getvalue()[2:]
        iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + len(mark).to_bytes(4, "big") + mark
        parts = [b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc,
                 b"\xff\xe9" + (len(mark) + 2).to_bytes(2, "big") + mark]  # fmt: skip
        return head + b"".join(parts) + rest + mark + b"PK\x03\x04" + mark
    return out.getvalue() + mark


def profile(mark: bytes) -> bytes:
    """A colour profile that carries the mark as its maker's serial number might be."""
    from PIL import ImageCms

    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return (len(own) + len(mark)).to_bytes(4, "big") + own[4:] + mark


def shown(kind: str, number: int) -> Attempt:
    """A picture that an entry does show."""
    suffix = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}[kind]
    name = f"shown-{number}.{suffix}"

    def plant(office: Path, canary: str) -> None:
        put(office, f"cases/notices/2026/{name}", tagged(canary, kind))
        text = entry("照片") + f"pictures:\n  - {{file: {name}, alt: 照片}}\n"
        put(office, NOTICE.format(number), text)

    return Attempt(f"metadata of a {kind}", plant)


def pictured(number: int, name: str) -> Attempt:
    """A picture's name that leads out of the folder."""

    def plant(office: Path, canary: str) -> None:
        put(office.parent, "secret.jpg", tagged(canary))
        text = entry("照片") + f"pictures:\n  - {{file: {json.dumps(name)}, alt: 照片}}\n"
        put(office, NOTICE.format(number), text)

    return Attempt(f"picture {name}", plant, True)


def included(number: int, text: str) -> Attempt:
    """A text in an entry that a careless tool would replace by a file."""
    return Attempt(f"text {text}", lambda office, _: put(
        office, NOTICE.format(number), entry("通知").replace("body: 通知。", "body: " + json.dumps(text))) and None)  # fmt: skip


ATTEMPTS = [
    # links
    link("cases/notices/2026/notice-2026-0101.yml", "n.yml", entry),
    link("cases/notices/2026/notice-2026-0102.en.yml", "n.en.yml"),
    link("cases/notices/2027", "2027/notice-2027-0001.yml", entry),
    link("cases/leaked", "leaked/2026/leaked-2026-0001.yml", entry),
    link("cases/notices/2026/p.jpg", "p.jpg", tagged),
    link("cases/reference/terms/leaked.yml", "leaked.yml"),
    link("cases/reference/laws", "laws/leaked.yml"),
    link("cases/laws.yml", "laws.yml"),
    link("docs/leaked.md", "leaked.md", page("{canary}")),
    link("docs/leaked.txt", "passwd.txt"),
    link("docs/leaked", "leaked/a.md", page("{canary}")),
    link("docs/en/leaked.jpg", "leaked.jpg", tagged),
    link("overrides/assets/leaked.css", "leaked.css"),
    link("overrides/leaked", "leaked/a.css"),
    link("overrides/leaked.txt", "leaked.txt"),
    # what does not belong in cases
    *(file(f"cases/notices/2026/{name}", True) for name in (
        "案情.docx", "名单.xlsx", "notice-2026-0001.yml.bak", "notice-2026-0001.yml~", "a.zip", "a.md", "a.txt",
        "a.pdf", "a.svg", "a.html", "a.json", "a.YML", "A.JPG", "notice-2026-1.yml", "case-2026-0001.yml",
        "notice-2025-0001.yml", "notice-2026-0001 (1).yml", "sub/notice-2026-0001.yml")),
    file("cases/notes.txt", True),
    file("cases/drafts/notice-2026-0001.yml", True, entry),
    file("cases/notices/.git/config", True),
    *(file(name) for name in (
        "cases/README.md", "cases/.env", "cases/notices/2026/.env", "cases/notices/2026/.DS_Store",
        "cases/notices/2026/.notice-2026-0001.yml.swp", "cases/reference/terms/README.md", "cases/reference/a.docx")),
    # what does not belong among the hand-written pages
    *(file(f"docs/{name}", True) for name in (
        "a.yml", "a.docx", "a.bak", "about.md~", "about.md.bak", "about (1).md", "_draft.md", "a.pdf", "a.svg",
        "a.html", "a.js", "a.txt", "a.csv", "a.py", "a.zip", "a.mp4", "id_rsa", "a.JPG", "en/a.xlsx", "#about.md#")),
    *(file(f"docs/{name}") for name in (".env", ".git/config", ".about.md.swp", "README.md", "en/README.md")),
    file("docs/draft.md", make=lambda canary: f"---\ntitle: x\ndraft: true\n---\n\n# x\n\n{canary}\n"),
    file("docs/comment.md", make=page("一<!-- {canary} -->二\n\n<!--\n{canary}\n\n{canary}\n-->\n\n三")),
    file("docs/photo.jpg", make=tagged),
    file("docs/photo.png", make=lambda canary: tagged(canary, "PNG")),
    # what does not belong among the looks
    *(file(f"overrides/{name}", True) for name in (
        "a.docx", "a.yml", "a.py", "a.psd", "main.html.bak", "main.html~", "assets/a.map", "assets/a.scss", "partials/old.html.orig")),
    *(file(f"overrides/{name}") for name in (".env", "README.md", "assets/README.md", "pages/a.md.j2", "partials/a.html")),
    # what lies in the office beside the three folders
    *(file(name) for name in (".env", "secret.txt", "notes/a.md", ".git/config", "cases.bak/a.yml")),
    # texts that name files
    included(201, '--8<-- ".env"'), included(202, "{! .env !}"), included(203, "{% include '.env' %}"),
    included(204, '--8<--\n.env\n--8<--'), included(205, "{{ config }}"),
    file("docs/snippet.md", make=page('--8<-- ".env"\n\n{{{{ config.extra }}}}\n\n{{% include ".env" %}}\n\n{{! .env !}}')),
    # pictures
    shown("JPEG", 301), shown("PNG", 302), shown("WEBP", 303),
    pictured(304, "../../../../secret.jpg"), pictured(305, "/etc/passwd"), pictured(306, "..\\..\\secret.jpg"),
    pictured(307, "SHOWN-301.jpg"), pictured(308, "./shown-301.jpg"), pictured(309, "https://evil.example/a.jpg"),
    file("cases/notices/2026/unused.jpg", make=tagged),
    # entries
    Attempt("an entry of tomorrow", lambda office, canary: put(office, NOTICE.format(401), entry(canary, "2026-11-23")) and None),
    Attempt("a comment in an entry", lambda office, canary: put(office, NOTICE.format(402), f"# {canary}\n" + entry("通知")) and None),
    Attempt("who signed an entry", lambda office, canary: put(
        office, NOTICE.format(403), entry("通知") + f"review:\n  handler: {{by: {canary}, on: 2026-01-01}}\n") and None),
]


def canary(number: int) -> str:
    return f"CANARY{number:03d}X"


def leaked(site: Path) -> list[str]:
    """The files that hold a canary: as they are, unpacked, or in their own names."""
    found = []
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        data = path.read_bytes()
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        if path.suffix == ".png":
            data += b"".join(_unpacked(data))
        if b"CANARY" in data or "CANARY" in path.name or b"C\0A\0N\0A\0R\0Y" in data:
            found.append(path.relative_to(site).as_posix())
    return found


def _unpacked(data: bytes):
    for start in range(len(data)):
        if data[start] == 0x78:
            try:
                yield zlib.decompressobj().decompress(data[start:])
            except zlib.error:
                continue


def planted(office: Office, attempts: list[Attempt]) -> Path:
    folder = office(examples=True)
    for number, attempt in enumerate(ATTEMPTS):
        if attempt in attempts:
            attempt.plant(folder, canary(number))
    return folder


def test_there_are_sixty_attempts_and_more():
    assert len({attempt.name for attempt in ATTEMPTS}) >= 60


def test_what_the_checks_pass_over_is_not_published(office: Office):
    folder = planted(office, [each for each in ATTEMPTS if not each.refused])
    site = build(Workshop.open(folder, DAY), folder / "site").out
    assert (site / "notices/notice-2026-0402/index.html").exists()
    assert (site / "photo.jpg").exists()
    assert leaked(site) == []


@pytest.fixture
def refusing(office: Office) -> Path:
    return planted(office, [each for each in ATTEMPTS if each.refused])


def test_what_must_not_be_there_is_named_and_nothing_is_built(refusing: Path):
    workshop = Workshop.open(refusing, DAY)
    said = "\n".join(f"{each.span.source.name} {each.message.zh}" for each in workshop.report)
    missed = [each.name for each in ATTEMPTS if each.refused and _named(each.name) not in said]
    assert missed == []
    assert "CANARY" not in said
    with pytest.raises(Refused):
        build(workshop, refusing / "site")
    assert not (refusing / "site").exists()


def _named(name: str) -> str:
    """What the report says of it: the name of the file, or of the folder that is none of ours."""
    name = name.split(" ", 1)[1] if name.startswith(("link ", "picture ")) else name
    return "drafts" if "/drafts/" in name else name


def test_even_past_the_checks_none_of_it_is_published(refusing: Path):
    for path in refusing.glob("cases/notices/2026/notice-2026-03*.yml"):
        path.unlink()
    unheeding = replace(Workshop.open(refusing, DAY), report=Report())
    assert leaked(build(unheeding, refusing / "site").out) == []
    write_folder(unheeding, refusing.parent / "folder")
    assert leaked(refusing.parent / "folder") == []


def test_the_canaries_would_be_found(tmp_path: Path):
    for number, kind in enumerate(("JPEG", "PNG", "WEBP")):
        put(tmp_path, f"{number}.{'png' if kind == 'PNG' else 'jpg'}", tagged("CANARY", kind))
    put(tmp_path, "packed.gz", gzip.compress(b"xCANARYx"))
    assert len(leaked(tmp_path)) == 4


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_photo_is_tagged_as_photos_are(kind: str):
    data = tagged("CANARY", kind)
    assert data.count(b"CANARY") >= 5
    with Image.open(BytesIO(data)) as picture:
        assert picture.info.get("icc_profile")
        assert picture.getexif()
