"""The head of a rule's file, read: its title, reasons, source and examples.

The head is written so:

    中文标题 | English title

    中文理由，可几段。

    English reason.

    Source: where the duty or fact stands, with its confidence mark
    Bad: typical-cases
        facts: …
    Good: typical-cases
        facts: …
"""

import inspect
import re
from dataclasses import dataclass

from yaoan.bilingual import Bilingual

_EXAMPLE = re.compile(r"^(Bad|Good): ([a-z-]+)\n((?:    .*\n|\n)*)", re.MULTILINE)
_SOURCE = re.compile(r"^Source: (.*(?:\n(?!Bad:|Good:)\S.*)*)", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """Lines that replace those of the kind's example entry; *bad* if the rule must find them."""

    bad: bool
    kind: str
    yaml: str


@dataclass(frozen=True)
class Explanation:
    """What the public page of a rule says."""

    title: Bilingual
    reason: Bilingual
    source: str
    examples: tuple[Example, ...]

    @classmethod
    def read(cls, head: str) -> "Explanation":
        """The explanation in the head of a file; raises ValueError when a part is missing."""
        text = inspect.cleandoc(head) + "\n"
        zh, bar, en = text.split("\n", 1)[0].partition(" | ")
        source = _SOURCE.search(text)
        examples = tuple(
            Example(match[1] == "Bad", match[2], inspect.cleandoc(match[3]) + "\n")
            for match in _EXAMPLE.finditer(text)
        )
        if not bar or source is None or {each.bad for each in examples} != {True, False}:
            raise ValueError(f"incomplete head: {zh}")
        body = text.split("\n", 1)[1][: source.start() - len(text.split("\n", 1)[0]) - 1]
        paragraphs = [" ".join(part.split()) for part in body.strip().split("\n\n")]
        chinese = [part for part in paragraphs if re.search("[\u4e00-\u9fff]", part[:12])]
        english = [part for part in paragraphs if part not in chinese]
        reason = Bilingual("".join(_tight(part) for part in chinese), " ".join(english))
        return cls(Bilingual(zh.strip(), en.strip()), reason, " ".join(source[1].split()), examples)


def _tight(text: str) -> str:
    """Chinese lines joined without the spaces of their line breaks."""
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])", "", text)
