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
_GIVEN = f"{_SYLLABLE}(?:[ -]?{_SYLLABLE})?"
_PLACEHOLDER = re.compile("[某*×]")
_AND = ("、", "和", "与")
TITLES = ("先生", "女士", "小姐", "大爷", "大妈", "大叔", "大娘", "阿姨", "奶奶", "爷爷")
"""Forms of address, which follow a surname as a given name does."""
_HELD_BACK = "某*×＊xX甲乙丙丁"


@dataclass(frozen=True)
class Names:
    """The surnames with their pinyin, and the characters that given names do and do not use."""

    surnames: dict[str, str]
    wordlike: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    words: frozenset[str]
    simple: dict[int, int]
    """Simplified characters by the traditional ones that stand for them."""

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
            {ord(pair[0]): ord(pair[1]) for pair in part("traditional", "list").split()},
        )

    def simplified(self, text: str) -> str:
        """The text in simplified characters, one for one."""
        return text.translate(self.simple) if self._traditional.search(text) else text

    @cached_property
    def _traditional(self) -> re.Pattern[str]:
        return re.compile(f"[{''.join(map(chr, self.simple))}]" if self.simple else "(?!)")

    @cached_property
    def surname(self) -> str:
        """A pattern for any surname, those of two characters first."""
        ordered = sorted(self.surnames, key=lambda each: (-len(each), each))
        double = "|".join(each for each in ordered if len(each) > 1)
        single = "".join(each for each in ordered if len(each) == 1)
        return f"(?:{double}|[{single}])" if ordered else "(?!)"

    def full(self, text: str, named: bool = False) -> str:
        """The full name that *text* begins with, or nothing.

        *named* says that a word of naming or a colon stands before it, so that doubtful surnames
        count too. The name ends where a mark, or a word that follows names, begins; two characters
        common in given names need no such end.
        """
        match = self._full.match(text)
        if not match or (match["surname"] in self.wordlike and not named):
            return ""
        for length in (2, 1):
            given = match["given"][:length]
            rest = text[len(match["surname"]) + length :]
            name = match["surname"] + given
            ends = _ENDS.match(rest) or (length > 1 and self.given >= {*given})
            if len(given) == length and self._is_name(name, given) and ends:
                return name
        return ""

    @cached_property
    def _full(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<surname>{self.surname})(?P<given>[\u4e00-\u9fff]{{1,2}})")

    def _is_name(self, name: str, given: str) -> bool:
        if given in TITLES:
            return False
        return not self.never & {*given} and not {*_HELD_BACK} & {*given} and name not in self.words

    def listed(self, text: str, at: int, named: bool = False) -> Iterator[tuple[int, int]]:
        """The full names that stand at the offset *at*, one after another: 王建国、李志强."""
        while name := self.full(text[at : at + 8], named):
            if not _PSEUDONYM.match(text, at + len(name)):
                yield at, at + len(name)
            at += len(name)
            if text[at : at + 1] not in _AND:
                return
            at, named = at + 1, False

    def before(self, text: str, at: int) -> int:
        """Where the full name that ends at the offset *at* begins; *at* itself if none does."""
        before = text[max(at - 8, 0) : at].rstrip("*")
        for length in (4, 3, 2):
            name = before[-length:]
            if len(name) == length and self.full(name) == name:
                return text.rfind(name, 0, at)
        return at

    def masked_in(self, text: str) -> frozenset[str]:
        """The surnames of those who are named by surname and a placeholder: 王某, 王**."""
        found = set()
        for match in _PLACEHOLDER.finditer(text):
            for length in (2, 1):
                surname = text[max(match.start() - length, 0) : match.start()]
                if surname in self.surnames and surname not in self.wordlike:
                    found.add(surname)
                    break
        return frozenset(found)

    def clear_of(self, surname: str, text: str) -> Iterator[re.Match[str]]:
        """Every place in *text* where somebody of that surname seems to be named in full."""
        for match in _of_surname(surname).finditer(text):
            if self.given >= {*match[1]} and match[0] not in self.words:
                yield match
        for match in _one_after(surname).finditer(text):
            if match[0][-1] in self.given and match[0] not in self.words:
                yield match

    def bare_in(self, text: str, end: int) -> Iterator[tuple[int, int]]:
        """What looks like a full name after a mark, with no word that says who it is."""
        for match in self._bare.finditer(text, 0, end):
            if match[1] not in self.words and not match[1].endswith(TITLES):
                yield match.span(1)

    @cached_property
    def _bare(self) -> re.Pattern[str]:
        surnames = "".join(each for each in self.surnames if each not in self.wordlike)
        given = "".join(sorted(self.given)) or "."
        return re.compile(
            rf"[，。；：、（“\n\0 ]([{surnames or '.'}][{given}]{{2}})"
            rf"(?=$|[^\u4e00-\u9fff]|[{_FOLLOWS}])"
        )

    def is_of(self, surname: str, name: str) -> bool:
        """Whether an English name is of that surname: `Wang Jianguo` of 王."""
        return self.surnames.get(surname, "").casefold() in name.casefold().replace(",", "").split()

    def is_surname(self, word: str) -> bool:
        """Whether an English word is a Chinese surname and no word of English: Wang, not He."""
        return word in self._pinyin and word not in _ENGLISH_WORDS

    def file_of(self, surname: str, text: str) -> re.Match[str] | None:
        """The same in the name of a file: `wangjianguo.jpg`, `wang_jianguo.jpg`."""
        pinyin = self.surnames.get(surname, "").lower()
        return re.search(rf"(?<![a-z]){pinyin}[-_ ]?{_GIVEN}(?![a-z])", text) if pinyin else None

    def english_in(self, text: str) -> Iterator[tuple[int, int]]:
        """The full names in Latin letters, the surname first or last."""
        for match in _CAPITALISED.finditer(text):
            one, other = match[1], match[2]
            orders = ((one, other), (other, one))[: 1 if "," in match[0] else 2]
            for surname, given in () if _MOU & {one, other} else orders:
                if surname.capitalize() in self._pinyin and _IS_GIVEN.fullmatch(given):
                    yield match.start(), match.end(2)
                    break

    @cached_property
    def _pinyin(self) -> frozenset[str]:
        return frozenset(self.surnames.values())


_FOLLOWS = (
    "在于将把向的因说称为是自从购销使用承表多非无未被到与和及对通经擅私明仍又已当提等以开出签同"
    "系受委驾携隐逃拒供陈反申认今现证两错改即一二三四五六七八九十给买付花看服吃喝走去拿站住"
)
_CAPITALISED = re.compile(
    r"([A-Z](?<![A-Za-z].)[A-Za-zü]+),? (?=([A-Z][a-zA-Z]+(?:-[a-zA-Z]+)?)(?![A-Za-z']))"
)
_PSEUDONYM = re.compile("[（(]化名")
_MOU = {"Mou", "Moumou"}
"""How 某 is written in pinyin."""
_ENGLISH_WORDS = {"An", "Ban", "Can", "He", "Long", "Men", "Pan", "Ran", "She", "Sun", "You"}
_IS_GIVEN = re.compile(rf"(?i:{_GIVEN})")
_ENDS = re.compile(rf"$|[^\u4e00-\u9fff]|[{_FOLLOWS}]")


_LEADS = "人主者工员师与和对由向被经据给是为叫的将即把请让找问跟替从系"


@lru_cache(maxsize=512)
def _one_after(surname: str) -> re.Pattern[str]:
    """A name of two characters, which is sure only before what a person does."""
    return re.compile(
        rf"{surname}(?:(?<![\u4e00-\u9fff]{surname})|(?<=[{_LEADS}]{surname}))[\u4e00-\u9fff]"
        "(?=签字|承认|供述|陈述|经营|销售|出售|购[进买]|到场|到案|在[店家场其]|交代|辩称|[说称]|的[店家妻丈])"
    )


@lru_cache(maxsize=512)
def _of_surname(surname: str) -> re.Pattern[str]:
    return re.compile(
        rf"{surname}(?:(?<![\u4e00-\u9fff]{surname})"
        rf"|(?<=[{_LEADS}]{surname}))"
        rf"([\u4e00-\u9fff]{{2}})(?=$|[^\u4e00-\u9fff]|[{_FOLLOWS}])"
    )
