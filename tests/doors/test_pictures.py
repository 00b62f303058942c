"""Pictures are published without what cameras write into them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from conftest import DAY, Office, put
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


@pytest.mark.parametrize(("suffix", "kind"), [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP")])
def test_a_published_picture_holds_no_metadata(office: Office, suffix: str, kind: str):
    data = photo(kind)
    assert b"SecretCamera" in data
    folder = office(examples=True)
    entry = folder / "cases/notices/2026/notice-2026-9001.yml"
    text = entry.read_text("utf-8") + f"pictures:\n  - {{file: p.{suffix}, alt: 宣传现场}}\n"
    entry.write_text(text, "utf-8")
    english = folder / "cases/notices/2026/notice-2026-9001.en.yml"
    english.write_text(english.read_text("utf-8") + "pictures:\n  - {alt: The event}\n", "utf-8")
    put(folder, f"cases/notices/2026/p.{suffix}", data)
    put(folder, "cases/notices/2026/unused.jpg", photo("JPEG"))
    site = build(Workshop.open(folder, DAY), folder / "site").out
    published = site / f"notices/notice-2026-9001/1.{suffix}"
    assert b"SecretCamera" not in published.read_bytes()
    with Image.open(published) as picture:
        assert picture.getexif() == {}
        assert picture.size == (800, 1600)  # upright, and no longer than 1600
    assert not list(site.rglob("unused*"))
    page = (site / "en/notices/notice-2026-9001/index.html").read_text("utf-8")
    assert f"../../../notices/notice-2026-9001/1.{suffix}" in page
    assert 'alt="The event"' in page


def test_a_picture_that_cannot_be_opened_stops_the_build(office: Office):
    folder = office(examples=True)
    entry = folder / "cases/notices/2026/notice-2026-9001.yml"
    entry.write_text(entry.read_text("utf-8") + "pictures:\n  - {file: p.jpg, alt: 图}\n", "utf-8")
    put(folder, "cases/notices/2026/p.jpg", b"not a picture")
    report = Workshop.open(folder, DAY).report
    assert [problem.code for problem in report if problem.code == "Y208"] == ["Y208"]
    assert not Path(folder / "site").exists()
