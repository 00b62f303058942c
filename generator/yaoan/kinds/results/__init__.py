"""监管成效: what supervision achieved, in figures that say what they count."""

from typing import ClassVar

from yaoan.bilingual import Bilingual
from yaoan.forms import Prose, Text, When, field

from ..entry import Entry, Kind
from ..parts import Figure


class Result(Entry):
    """监管成效: what supervision achieved."""

    kind: ClassVar[Kind] = Kind(
        "results",
        Bilingual("监管成效", "Results"),
        Bilingual(
            "监管工作的数字和进展，每个数字注明口径和截止时间。",
            "Figures and progress of supervision, each with its base and date.",
        ),
        prefix="result",
        order=70,
    )

    period: When | None = field("统计期间", "Period", default=None)
    by: Text = field("发布机关", "Reported by")
    figures: tuple[Figure, ...] = field("数字", "Figures")
    body: Prose | None = field("说明", "Text", default=None)
    caveat: Text | None = field("读数提醒", "Caveat", "数字不能怎么用", default=None)


FORM = Result
