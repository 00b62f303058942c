"""The head of a rule's file, read: its title, reasons, source and examples.

The head is written so:

    中文标题 | English title

    中文理由，可几段。

    English reason.

    Source: where the duty or fact stands, each followed by its mark [V], [S], [O] or [M];
    “this project” where it is our own choice
    Bad: typical-cases
        facts: …
    Good: typical-cases
        facts: …
"""

import inspect
import re
import textwrap
from dataclasses import dataclass
from enum import Enum

from yaoan.bilingual import Bilingual

_EXAMPLE = re.compile(r"^(Bad|Good): ([a-z-]+)\n((?:    .*\n|\n)*)", re.MULTILINE)
_SOURCE = re.compile(r"^Source: (.*(?:\n(?!Bad:|Good:)\S.*)*)", re.MULTILINE)


class Confidence(Enum):
    """How sure a source is, the surest first."""

    READ = "[V]"
    """The text of the law was read."""
    OWN = "this project"
    """No law, but a choice of this project, stated as such."""
    SEEN = "[S]"
    """Stated in a page that was seen; the full text was not read."""
    OBSERVED = "[O]"
    """Observed in published pages: what people do, not a rule."""
    UNVERIFIED = "[M]"
    """Not verified."""


@dataclass(frozen=True)
class Example:
    """Lines that replace those of the kind's example entry; *bad* if the rule must find them.

    The kind `office` stands for `office.yml`; the entry beside it is an untouched notice.
    """

    bad: bool
    kind: str
    yaml: str


@dataclass(frozen=True)
class Explanation:
    """What the public page of a rule says."""

    title: Bilingual
    reason: Bilingual
    source: str
    confidence: tuple[Confidence, ...]
    """The marks that occur in the source, the surest first."""
    examples: tuple[Example, ...]

    @classmethod
    def read(cls, head: str) -> "Explanation":
        """The explanation in the head of a file; raises ValueError when a part is missing."""
        text = inspect.cleandoc(head) + "\n"
        zh, bar, en = text.split("\n", 1)[0].partition(" | ")
        source = _SOURCE.search(text)
        examples = tuple(
            Example(match[1] == "Bad", match[2], textwrap.dedent(match[3]).strip() + "\n")
            for match in _EXAMPLE.finditer(text)
        )
        marks = tuple(each for each in Confidence if source and each.value in source[1])
        if not (bar and source and marks) or {each.bad for each in examples} != {True, False}:
            raise ValueError(f"incomplete head: {zh}")
        body = text.split("\n", 1)[1][: source.start() - len(text.split("\n", 1)[0]) - 1]
        paragraphs = [" ".join(part.split()) for part in body.strip().split("\n\n")]
        chinese = [part for part in paragraphs if re.search("[\u4e00-\u9fff]", part[:12])]
        english = [part for part in paragraphs if part not in chinese]
        reason = Bilingual("".join(_tight(part) for part in chinese), " ".join(english))
        title, said = Bilingual(zh.strip(), en.strip()), " ".join(source[1].split())
        return cls(title, reason, said, marks, examples)


def _tight(text: str) -> str:
    """Chinese lines joined without the spaces of their line breaks."""
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])", "", text)
