"""Words that say who somebody is; a full name after one of them is a name in clear."""

import re
from collections.abc import Iterator

from .reading import Reading

_LINK = re.compile(r"(?:[^\S\0]|[:：（(“\"，,]|姓名|名叫|名为|叫做|叫|为|是|系|本人|即)*")
_NAMING = re.compile("[:：为是系叫名]")
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
    text = record.typed.text
    for cue in zh.finditer(text):
        link = _LINK.match(text, cue.end())
        assert link is not None
        yield from record.names.listed(text, link.end(), bool(_NAMING.search(link[0])))
    for start, end in record.english_names:
        if en.search(record.typed.before(start, 40)):
            yield start, end
