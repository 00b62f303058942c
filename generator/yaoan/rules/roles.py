"""Words that say who somebody is; a full name after one of them is a name in clear."""

import re
from collections.abc import Iterator

from .names import TITLES
from .reading import Reading

_LINK = re.compile(r"(?:[^\S\0]|[:：（(“\"，,《【\[*]|姓名|名叫|名为|叫做|叫|为|是|系|本人|即)*")
_NAMING = re.compile("[:：为是系叫名]")
_DOTTED = re.compile("[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+")
"""A name as many minorities and foreigners are called in Chinese: 买买提·艾力."""
_BRACKET = re.compile(r"[（(]((?:系|为|即|该|本|案)[^）)\0]{1,16})[）)]")
_HONOURED = re.compile("|".join(TITLES))
_LINK_EN = (
    r"(?:'s)?(?:[,:]? ?(?:named|called|is|was|a man|a woman|surnamed)?)? ?\(?"
    r"(?:Mr\.? |Ms\.? |Mrs\.? |Dr\.? )?$"
)
Words = tuple[re.Pattern[str], re.Pattern[str]]


def cues(zh: str, en: str) -> Words:
    """Patterns of the words in *zh* and in *en*, both divided by spaces."""
    english = "|".join(en.split())
    return re.compile("|".join(zh.split())), re.compile(rf"\b(?:{english}){_LINK_EN}")


def named_after(words: Words, record: Reading) -> Iterator[tuple[int, int]]:
    """Where full names stand right after one of *words*."""
    zh, en = words
    text = record.seen.text
    for cue in zh.finditer(text):
        link = _LINK.match(text, cue.end())
        assert link is not None
        yield from record.names.listed(text, link.end(), bool(_NAMING.search(link[0])))
        if dotted := _DOTTED.match(text, link.end()):
            yield dotted.span()
        yield from (at for at in record.english_names if at[0] == link.end())
    for start, end in record.english_names:
        if en.search(record.seen.before(start, 40)):
            yield start, end


def told_after(record: Reading, *words: Words) -> Iterator[tuple[int, int]]:
    """Where brackets after a full name say who it is: 李建军（系该店法定代表人）."""
    text = record.seen.text
    for bracket in _BRACKET.finditer(text):
        start = record.names.before(text, bracket.start())
        if start < bracket.start() and any(zh.search(bracket[1]) for zh, _ in words):
            yield start, bracket.start()


def honoured(record: Reading) -> Iterator[tuple[int, int]]:
    """Where full names stand right before a form of address: 李秀英女士."""
    text = record.seen.text
    for title in _HONOURED.finditer(text):
        start = record.names.before(text, title.start())
        if start < title.start():
            yield start, title.start()
