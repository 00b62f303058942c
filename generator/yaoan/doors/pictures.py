"""Pictures made ready for the public: sized for the web, without what cameras write into them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from yaoan.corpus import FAULTS, Corpus
from yaoan.diagnostics import Problem
from yaoan.pages import addresses
from yaoan.site import Site

WIDEST = 1600
"""The longest side of a published picture, in pixels."""

MOST_PIXELS = {"JPEG": 120_000_000, "PNG": 40_000_000, "WEBP": 40_000_000}
"""The largest picture that is opened, by its true format. A JPEG is made smaller while it is read,
so a telephone's 108 million pixels do no harm; others are unpacked whole."""

_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


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
    for record, brief in corpus.briefs:
        for index, file in enumerate(brief.pictures):
            path = (folder / record.file).parent / file
            if path.is_file() and not usable(path):
                span = record.at("pictures", index, "file")
                yield FAULTS["bad_picture"].at(span, name=file)


def usable(path: Path) -> bool:
    """Whether the file is a picture that can be published."""
    try:
        _upright(path)
    except Exception:
        return False
    return True


def published(path: Path) -> bytes:
    """The picture encoded anew: upright, no larger than needed, in the colours of the web (sRGB).

    Only its points go into the new file: no EXIF, GPS, XMP, IPTC, comment, colour profile, preview
    nor anything that followed the picture; of a moving picture, its first frame.
    """
    upright = _upright(path)
    kind = _FORMATS[path.suffix.lower()]
    if kind == "JPEG" and upright.mode == "RGBA":
        white = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(white, upright).convert("RGB")
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    bare.thumbnail((WIDEST, WIDEST))
    out = BytesIO()
    bare.save(out, kind, optimize=True)
    return out.getvalue()


def _upright(path: Path) -> Image.Image:
    """The picture as it is meant to be seen, in grey, RGB or RGBA. Raises what Pillow raises."""
    with Image.open(path, formats=tuple(MOST_PIXELS)) as opened:
        if opened.width * opened.height > MOST_PIXELS[opened.format or ""]:
            raise ValueError(f"{opened.width} × {opened.height}")
        opened.draft(None, (WIDEST, WIDEST))
        opened.load()
        return _plain(ImageOps.exif_transpose(opened))


def _plain(image: Image.Image) -> Image.Image:
    """*image* in one of the three modes that every format can hold."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        image = _in_srgb(image, profile)
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256, "L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode == "L" else image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """*image* in the colours of the web; as it is where its own profile is broken."""
    try:
        own, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, own, srgb, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError):
        return image
