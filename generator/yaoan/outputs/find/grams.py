"""Text cut into what the search looks up: the same cut as in `overrides/assets/lookup.js`.

Chinese is looked up by every two characters that follow each other, so that any part of a word
is found (眼镜 in 隐形眼镜), and Latin letters and digits within it by every three. English is
looked up by whole words, whose stems the index brings together.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from yaoan.bilingual import Language

_UNSAID = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[a-z0-9]{3,}")
_WORD = re.compile(r"[a-z0-9]{2,}|[0-9]")
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]{2,}")


def bare(text: str) -> str:
    """*text* as it is compared: width and case folded, only letters and digits kept."""
    return _UNSAID.sub("", unicodedata.normalize("NFKC", text).lower())


def cut(text: str, language: Language) -> set[str]:
    """Everything that *text* is looked up by on the pages of *language*."""
    return _chinese(text) if language == "zh" else _english(text)


def having(text: str, language: Language) -> Callable[[str], bool]:
    """Whether a key is one that *text* is looked up by; for a few keys faster than `cut`."""
    if language == "zh":
        return bare(text).__contains__
    plain = unicodedata.normalize("NFKC", text).lower()
    words = set(_WORD.findall(plain))
    han = "" if plain.isascii() else bare(plain)
    return lambda key: key in words or (bool(_HAN.fullmatch(key)) and key in han)


def _chinese(text: str) -> set[str]:
    said = bare(text)
    found = set(map(str.__add__, said, said[1:]))
    for run in _LATIN.findall(said):
        found.update(_runs(run, 3))
    return found


def _english(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKC", text).lower()
    found = set(_WORD.findall(plain))
    if not plain.isascii():
        for run in _HAN.findall(bare(plain)):
            found.update(_runs(run, 2))
    return found


def _runs(text: str, size: int) -> Iterator[str]:
    return (text[start : start + size] for start in range(len(text) - size + 1))
