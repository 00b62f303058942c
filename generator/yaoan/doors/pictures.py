"""Pictures made ready for the public: sized for the web, without what cameras write into them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from yaoan.corpus import FAULTS, Corpus
from yaoan.diagnostics import Problem
from yaoan.pages import addresses
from yaoan.site import Site

WIDEST = 1600
"""The longest side of a published picture, in pixels."""

_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
_ALLOWED = ("JPEG", "PNG", "WEBP")


def pictures(site: Site, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every picture that an entry shows: where it is published, and its bytes."""
    for item in site.items.values():
        shown = {
            picture.file: file
            for picture, file in zip(item.entry.pictures, item.files, strict=True)
        }
        for name, file in shown.items():
            beside = (folder / item.file).parent / file
            yield addresses.of_picture(item, name), published(beside)


def names(site: Site) -> Iterator[str]:
    """Where every picture that an entry shows is published."""
    for item in site.items.values():
        for picture in item.entry.pictures:
            yield addresses.of_picture(item, picture.file)


def unusable(folder: Path, corpus: Corpus) -> Iterator[Problem]:
    """The pictures of entries that are there but cannot be opened."""
    for record, entry in corpus.filled:
        for index, picture in enumerate(entry.pictures):
            path = (folder / record.file).parent / picture.file
            if path.is_file() and not _opens(path):
                span = record.at("pictures", index, "file")
                yield FAULTS["bad_picture"].at(span, name=picture.file)


def _opens(path: Path) -> bool:
    try:
        with Image.open(path, formats=_ALLOWED) as opened:
            opened.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True


def published(path: Path) -> bytes:
    """The picture encoded anew: upright, no larger than needed, without EXIF, GPS or XMP."""
    with Image.open(path, formats=_ALLOWED) as opened:
        upright = ImageOps.exif_transpose(opened)
        bare = Image.new(upright.mode, upright.size)
        bare.paste(upright)
        if upright.mode == "P" and (palette := upright.getpalette()):
            bare.putpalette(palette)
    bare.thumbnail((WIDEST, WIDEST))
    out = BytesIO()
    kind = _FORMATS[path.suffix.lower()]
    if kind == "JPEG" and bare.mode not in ("RGB", "L"):
        bare = bare.convert("RGB")
    bare.save(out, kind, optimize=True)
    return out.getvalue()
