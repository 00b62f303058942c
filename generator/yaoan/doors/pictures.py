"""Pictures made ready for the public: sized for the web, without what cameras write into them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from yaoan.pages import addresses
from yaoan.site import Site

WIDEST = 1600
"""The longest side of a published picture, in pixels."""

_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


def pictures(site: Site, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every picture that an entry shows: where it is published, and its bytes."""
    for item in site.items.values():
        for picture in item.entry.pictures:
            beside = (folder / item.file).parent / picture.file
            yield addresses.of_picture(item, picture.file), published(beside)


def published(path: Path) -> bytes:
    """The picture encoded anew: upright, no larger than needed, without EXIF, GPS or XMP."""
    with Image.open(path) as opened:
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
