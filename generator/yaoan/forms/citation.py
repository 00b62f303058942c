"""A citation of law: which law, which article, paragraph, item."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

from yaoan.bilingual import Language

from .numerals import NUMERAL, to_chinese, to_number
from .value import Value, misread

_NUMBER = rf"(?:{NUMERAL}|\d+)"
_CITED = re.compile(
    rf"《?(?P<law>[^《》]+?)》?\s*(?P<version>[(（][^()（）]*\d{{4}}[^()（）]*[)）])?\s*"
    rf"(?:第(?P<article>{_NUMBER})条(?:之(?P<sub>{_NUMBER}))?"
    rf"(?:第(?P<paragraph>{_NUMBER})款)?"
    rf"(?:第[(（]?(?P<item>{_NUMBER})[)）]?项)?"
    rf"(?:第(?P<subitem>{_NUMBER})目)?)?"
)
_NOT_A_NAME = re.compile(r"第.*[条款项目]|[0-9；;、]")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Citation(Value):
    """`药品管理法 第九十八条第三款第五项`, or with a version `药品管理法（2015年修正） 第七十三条`.

    What part it plays (violated, basis, discretion, procedure) is said by where it stands.
    """

    law: str
    version: str = ""
    article: int | None = None
    sub: int | None = None
    paragraph: int | None = None
    item: int | None = None
    subitem: int | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        match = _CITED.fullmatch(text.strip())
        if not match or _NOT_A_NAME.search(match["law"]):
            raise misread("bad_citation", text=text, suggest=_mended(text))
        parts = match.groupdict()
        version = _YEAR.search(parts["version"] or "")
        counts = ("article", "sub", "paragraph", "item", "subitem")
        try:
            numbers = {key: to_number(parts[key]) if parts[key] else None for key in counts}
        except ValueError:
            raise misread("bad_citation", text=text, suggest=_mended(text)) from None
        return cls(parts["law"].strip(), version[0] if version else "", **numbers)

    @property
    def key(self) -> str:
        """The article as reference data names it: `98`, `142-1`; empty for a whole law."""
        if self.article is None:
            return ""
        return f"{self.article}-{self.sub}" if self.sub else str(self.article)

    def place(self, language: Language) -> str:
        """`第九十八条第三款第五项`, `Article 98, paragraph 3, item 5`; empty for a whole law."""
        if self.article is None:
            return ""
        if language == "zh":
            return "".join(self._zh())
        sub = f"-{self.sub}" if self.sub else ""
        lower = (("paragraph", self.paragraph), ("item", self.item), ("sub-item", self.subitem))
        return ", ".join([f"Article {self.article}{sub}", *(f"{n} {v}" for n, v in lower if v)])

    def _zh(self) -> list[str]:
        assert self.article is not None
        parts = [f"第{to_chinese(self.article)}条"]
        if self.sub:
            parts.append(f"之{to_chinese(self.sub)}")
        if self.paragraph:
            parts.append(f"第{to_chinese(self.paragraph)}款")
        if self.item:
            parts.append(f"第{to_chinese(self.item)}项")
        if self.subitem:
            parts.append(f"第{to_chinese(self.subitem)}目")
        return parts


def _mended(text: str) -> str | None:
    """The same with half-width digits and brackets, if that makes it readable."""
    mended = unicodedata.normalize("NFKC", text).replace(",", "").replace(" 条", "条").strip()
    match = _CITED.fullmatch(mended)
    return mended if mended != text and match and not _NOT_A_NAME.search(match["law"]) else None
