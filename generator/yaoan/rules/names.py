"""How Chinese personal names are made, for the rules that look for a name in clear.

A name is found by what stands around it, never by looking people up: after a word that says who
somebody is, or where a masked person's surname is followed by a given name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from yaoan.reference import Reference

_PAIR = re.compile(r"([^\sA-Za-zü]+)([A-Za-zü]+)")
_SYLLABLE = (
    "(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|"
    "ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v))"
)
_HELD_BACK = "某*×＊xX甲乙丙丁"


@dataclass(frozen=True)
class Names:
    """The surnames with their pinyin, and the characters that given names do and do not use."""

    surnames: dict[str, str]
    wordlike: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, reference: Reference) -> "Names":
        """The names that the reference data describe; none without such data."""
        vocabulary = reference.vocabularies.get("name_part")
        terms = vocabulary.terms if vocabulary else {}

        def part(term: str, key: str = "characters") -> str:
            return str(terms[term].attributes.get(key, "")) if term in terms else ""

        listed = f"{part('surname', 'list')} {part('double_surname', 'list')}"
        return cls(
            dict(_PAIR.findall(listed)),
            frozenset(part("word_surname")),
            frozenset(part("given")),
            frozenset(part("never_given")),
            frozenset(part("never_name", "list").split()),
        )

    @cached_property
    def surname(self) -> str:
        """A pattern for any surname, those of two characters first."""
        ordered = sorted(self.surnames, key=lambda each: (-len(each), each))
        double = "|".join(each for each in ordered if len(each) > 1)
        single = "".join(each for each in ordered if len(each) == 1)
        return f"(?:{double}|[{single}])" if ordered else "(?!)"

    @cached_property
    def masked(self) -> re.Pattern[str]:
        """A person named by surname and a placeholder: 王某, 王某某, 王**."""
        return re.compile(rf"({self.surname})(?:某|[*×＊xX]{{1,3}}(?![0-9A-Za-z]))")

    def full(self, text: str, named: bool = False) -> str:
        """The full name that *text* begins with, or nothing.

        *named* says that a word of naming or a colon stands before it, so that doubtful surnames
        count too. The name ends where a mark, or a word that follows names, begins.
        """
        match = self._full.match(text)
        if not match or (match["surname"] in self.wordlike and not named):
            return ""
        for length in (2, 1):
            given = match["given"][:length]
            rest = text[len(match["surname"]) + length :]
            name = match["surname"] + given
            if len(given) == length and self._is_name(name, given) and _ENDS.match(rest):
                return name
        return ""

    @cached_property
    def _full(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<surname>{self.surname})(?P<given>[\u4e00-\u9fff]{{1,2}})")

    def _is_name(self, name: str, given: str) -> bool:
        return not self.never & {*given} and not {*_HELD_BACK} & {*given} and name not in self.words

    def clear_of(self, surname: str, text: str) -> Iterator[re.Match[str]]:
        """Every place in *text* where somebody of that surname seems to be named in full."""
        for match in _of_surname(surname).finditer(text):
            if self.given >= {*match[1]} and match[0] not in self.words:
                yield match

    def pinyin_of(self, surname: str, text: str) -> Iterator[re.Match[str]]:
        """The same in an English text: `Wang Jianguo`, `Jianguo Wang`."""
        return _of_pinyin(self.surnames.get(surname, "")).finditer(text)


_FOLLOWS = (
    "在于将把向的因说称为是自从购销使用承表多非无未被到与和及对通经擅私明仍又已当提等以开出签同"
    "系受委驾携隐逃拒供陈反申认"
)
_ENDS = re.compile(rf"$|[^\u4e00-\u9fff]|[{_FOLLOWS}]")


@lru_cache(maxsize=512)
def _of_surname(surname: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<![\u4e00-\u9fff])|(?<=[人主者工员师与和对由向被经据给是为叫的将])){surname}"
        rf"([\u4e00-\u9fff]{{2}})(?=$|[^\u4e00-\u9fff]|[{_FOLLOWS}])"
    )


@lru_cache(maxsize=512)
def _of_pinyin(pinyin: str) -> re.Pattern[str]:
    if not pinyin:
        return re.compile("(?!)")
    given = rf"(?!Mou(?:mou)?\b)(?=[A-Z])(?i:{_SYLLABLE}(?:[ -]?{_SYLLABLE})?)"
    return re.compile(rf"\b(?:{pinyin}|{pinyin.upper()}),? ({given})(?![A-Za-z])")
