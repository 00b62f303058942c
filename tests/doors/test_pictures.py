"""Pictures are published without what cameras write into them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from conftest import DAY, Office, made, put
from yaoan.doors import Workshop, build

GPS = 0x8825


def photo(kind: str, size: tuple[int, int] = (2400, 1200)) -> bytes:
    """A picture with a place, a camera and an orientation in its metadata."""
    picture = Image.new("RGB", size, "#c33")
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif[0x0112] = 6
    exif.get_ifd(GPS)[2] = (30.0, 40.0, 50.0)
    out = BytesIO()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def add(folder: Path, ending: str, *pictures: str) -> None:
    """Have the notice name pictures."""
    entry = folder / f"cases/notices/2026/notice-2026-9001{ending}"
    listed = "".join(f"  - {each}\n" for each in pictures)
    entry.write_text(entry.read_text("utf-8") + "pictures:\n" + listed, "utf-8")


KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose notice has a picture of each kind, and whose folder has one more."""
    folder = made(tmp_path_factory.mktemp("pictures"), examples=("notices",))
    add(folder, ".yml", *(f"{{file: p.{each}, alt: 宣传现场}}" for each in KINDS))
    add(folder, ".en.yml", *["{alt: The event}"] * len(KINDS))
    for suffix, kind in KINDS.items():
        data = photo(kind)
        assert b"SecretCamera" in data
        put(folder, f"cases/notices/2026/p.{suffix}", data)
    put(folder, "cases/notices/2026/unused.jpg", photo("JPEG"))
    return build(Workshop.open(folder, DAY), folder / "site").out


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_published_picture_holds_no_metadata(site: Path, number: int):
    suffix = list(KINDS)[number - 1]
    published = site / f"notices/notice-2026-9001/{number}.{suffix}"
    assert b"SecretCamera" not in published.read_bytes()
    with Image.open(published) as picture:
        assert picture.getexif() == {}
        assert picture.size == (800, 1600)  # upright, and no longer than 1600
    page = (site / "en/notices/notice-2026-9001/index.html").read_text("utf-8")
    assert f"../../../notices/notice-2026-9001/{number}.{suffix}" in page
    assert 'alt="The event"' in page


def test_a_picture_that_no_entry_names_is_not_published(site: Path):
    assert not list(site.rglob("unused*"))


def test_a_picture_that_cannot_be_opened_stops_the_build(office: Office):
    folder = office(examples=("notices",))
    add(folder, ".yml", "{file: p.jpg, alt: 图}")
    put(folder, "cases/notices/2026/p.jpg", b"not a picture")
    report = Workshop.open(folder, DAY).report
    assert [problem.code for problem in report if problem.code == "Y208"] == ["Y208"]
    assert not Path(folder / "site").exists()
