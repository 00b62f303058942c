"""特色做法: a practice that others may take up."""

from typing import Annotated, ClassVar

from yaoan.bilingual import Bilingual
from yaoan.forms import Prose, Term, Text, Vocabulary, field

from ..entry import Entry, Kind
from ..parts import Section


class Practice(Entry):
    """特色做法: a practice that others may take up."""

    kind: ClassVar[Kind] = Kind(
        "practices",
        Bilingual("特色做法", "Good practices"),
        Bilingual(
            "各地各部门可借鉴的做法，也看看国外同行怎么做。",
            "Practices worth taking up, at home and abroad.",
        ),
        prefix="practice",
        order=80,
    )

    area: Annotated[Term, Vocabulary("practice_area")] = field("领域", "Area")
    by: Text = field("做法来自", "Practised by")
    problem: Text | None = field("解决什么问题", "The problem", default=None)
    body: Prose = field("做法", "What is done")
    sections: tuple[Section, ...] = field("具体措施", "Steps", default=())
    effect: Text | None = field("效果", "Effect", "没有公布效果就不写", default=None)
    lesson: Text | None = field("借鉴点", "What to learn", default=None)


FORM = Practice
