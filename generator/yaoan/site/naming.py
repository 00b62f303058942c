"""The one mask map: what stands in place of each name on a day when it may not show.

Names come only from the parties of an entry, under their naming policy; one typed in clear under
an anonymous policy never shows. A person becomes 王某, and where an entry has several of one
surname 王某甲, 王某乙; a firm becomes what its kind is called, 某药店, or what the entry itself
gives as `masked_as`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count

from yaoan.bilingual import Bilingual
from yaoan.forms import Text
from yaoan.kinds import Entry, Party
from yaoan.reference import Reference
from yaoan.words import say

from .identity import by_policy, parties
from .masks import Masks

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LETTERS = "ABCDEFGHIJ"
_HIDDEN = re.compile(r"某|[×＊*○]")
_ALREADY = re.compile(r"某|[×＊*○]|\bX+\b")
_PERSON = re.compile("[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+")
_DOUBLE = re.compile("欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|东方|独孤|南宫")
_FIRM = re.compile(
    "^(?![一两该另]|有关|涉案|其他).{2,}(?:公司|药店|药房|诊所|门诊部|经营部|商行|厂)$"
)
_LEGAL_FORM = re.compile("(?:股份有限|有限责任|有限|连锁)*公司$")
_PLACE = re.compile("^[\u4e00-\u9fff]{2,6}?(?:省|市|自治区|自治州|自治县|县|区)")
_NICK = 4
"""How many characters a name keeps at least when its place and legal form are left out."""


@dataclass(frozen=True, slots=True)
class _Named:
    """What one is called, and the mask before it is told apart from others of the same mask."""

    called: tuple[str, ...]
    mask: Bilingual
    lettered: str
    """The English mask with a `{letter}`, for one of several."""
    own: Bilingual | None = None
    """The mask that a person wrote, which is taken as it is."""


def names(entry: Entry, reference: Reference) -> Masks:
    """Every name that *entry* types in clear for a party, with the mask for each."""
    clear: dict[str, _Named] = {}
    for party in parties(entry):
        for each in _named(party, reference):
            clear.setdefault(each.called[0], each)
    typed = {text.zh for party in parties(entry) for text in (party.name, party.masked_as) if text}
    hiding = [_hiding(each, clear.values()) for each in clear.values()]
    return Masks(tuple(_told_apart(hiding, typed - clear.keys())))


def _hiding(each: _Named, every: Iterable[_Named]) -> _Named:
    """*each* without a mask of its own that gives one of the names it should hide."""
    blank = Bilingual("")
    clear = Masks(tuple((name, blank) for one in every for name in one.called if name))
    if each.own and (clear.found(each.own.zh) or clear.found(each.own.en)):
        return replace(each, own=None)
    return each


def allowed(entry: Entry, reference: Reference) -> frozenset[str]:
    """Those of the names that the policy of their party lets show while the entry may name it."""
    parties_ = (party for party in parties(entry) if by_policy(party, reference))
    named_ = (each for party in parties_ for each in _named(party, reference))
    return frozenset(name for each in named_ for name in each.called)


def _told_apart(every: list[_Named], taken: set[str]) -> Iterator[tuple[str, Bilingual]]:
    """Each name with its mask; where several have one mask, 甲, 乙 and A, B tell them apart."""
    for each in every:
        mask = each.own or each.mask
        same = sum(other.mask.zh == each.mask.zh and not other.own for other in every)
        if not each.own and (same > 1 or any(_alike(other, mask.zh) for other in taken)):
            mask = next(m for m in _lettered(each) if m.zh not in taken)
        taken = taken | {mask.zh}
        yield from ((name, mask) for name in dict.fromkeys(each.called) if name)


def _lettered(each: _Named) -> Iterator[Bilingual]:
    for number in count():
        stem, letter = (
            (_STEMS[number], _LETTERS[number]) if number < len(_STEMS) else (str(number + 1),) * 2
        )
        en = each.lettered.format(letter=letter) if each.mask.en else ""
        yield Bilingual(each.mask.zh + stem, en)


def _alike(typed: str, mask: str) -> bool:
    """Whether a mask that stands in the entry is this one, or one told apart from it."""
    return typed == mask or (typed[:-1] == mask and typed[-1] in _STEMS)


def _named(party: Party, reference: Reference) -> Iterator[_Named]:
    """The party itself and its legal representative, as far as they are typed in clear."""
    person = _is_person(party, reference)
    if _in_clear(party, person, reference):
        mask, lettered = _of_person(party.name) if person else _of_firm(party, reference)
        also = (text for each in party.also for text in (each.zh, each.en))
        short = () if person else _short(party.name.zh, reference)
        called = (party.name.zh, party.name.en, *also, *short)
        yield _Named(_every_way(called, reference), mask, lettered, party.masked_as)
    head = party.legal_representative
    if head and _PERSON.fullmatch(head.zh) and not _ALREADY.search(head.zh):
        yield _Named(_every_way((head.zh, head.en), reference), *_of_person(head))


def _every_way(called: tuple[str, ...], reference: Reference) -> tuple[str, ...]:
    """The names as they are called, then in traditional characters."""
    term = reference.term("name_part", "traditional")
    old = _old(str(term.attributes.get("list", "")) if term else "")
    return (*called, *(each.translate(old) for each in called if each))


@lru_cache(maxsize=4)
def _old(pairs: str) -> dict[int, str]:
    """A table from simplified characters to traditional ones; of several the first."""
    return {ord(pair[1]): pair[0] for pair in reversed(pairs.split())}


def _in_clear(party: Party, person: bool, reference: Reference) -> bool:
    """Whether the name as typed tells who it is: 某药店 and 一家药店 do not."""
    name = party.name.zh
    if person:
        return not _ALREADY.search(name) and bool(
            by_policy(party, reference) or _PERSON.fullmatch(name)
        )
    if by_policy(party, reference):
        return not _HIDDEN.match(name)
    return bool(_FIRM.match(name)) and not _ALREADY.search(name)


def _is_person(party: Party, reference: Reference) -> bool:
    marks = (("subject_kind", party.kind), ("party_type", party.type))
    terms = (reference.term(vocabulary, term) for vocabulary, term in marks if term)
    return any(term is not None and term.attributes.get("privacy") == "mask" for term in terms)


def _of_person(name: Text) -> tuple[Bilingual, str]:
    """王某, `Wang XX`."""
    double = _DOUBLE.match(name.zh)
    en = f"{name.en.split()[0]} XX" if name.en else ""
    return Bilingual(f"{double[0] if double else name.zh[0]}某", en), f"{en} ({{letter}})"


def _of_firm(party: Party, reference: Reference) -> tuple[Bilingual, str]:
    """What a firm of its kind is called without its name: 某药店, `A pharmacy`."""
    mask: object = None
    for vocabulary, ident in (("party_type", party.type), ("subject_kind", party.kind)):
        term = reference.term(vocabulary, ident) if ident else None
        mask = (term.attributes.get("mask") if term else None) or mask
    if isinstance(mask, dict):
        zh, en = str(mask["zh"]), str(mask["en"])
    else:
        anyone = say("anyone")
        zh, en = anyone.zh, anyone.en
    some = f"{'An' if en[0] in 'aeiou' else 'A'} {en}"
    return Bilingual(zh, some), f"{en.capitalize()} {{letter}}"


def _short(name: str, reference: Reference) -> Iterator[str]:
    """What a firm is called in passing: without its place, its legal form, what is masked in it."""
    for part in name.split("某"):
        if len(part) >= _NICK:
            yield part
        bare = _LEGAL_FORM.sub("", part)
        while len(bare) >= _NICK and bare not in reference.words:
            yield bare
            bare = _beyond_its_place(bare, reference)


def _beyond_its_place(name: str, reference: Reference) -> str:
    """The name without the place it begins with; empty when it begins with none."""
    known = (name[:length] for length in range(8, 1, -1) if name[:length] in reference.place_names)
    if place := next(known, None):
        return name.removeprefix(place)
    shorter = _PLACE.sub("", name)
    return shorter if shorter != name else ""
