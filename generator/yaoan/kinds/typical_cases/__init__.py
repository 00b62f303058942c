"""典型案例: a case told with the law it teaches (以案说法)."""

from dataclasses import replace
from typing import Annotated, ClassVar

from yaoan.bilingual import Bilingual
from yaoan.forms import Day, EntryId, Term, Vocabulary, field

from ..entry import Entry, Kind
from ..parts import Batch, CivilClaim, Conduct, Credit, CriminalStep, Lesson


class TypicalCase(Conduct, Entry):
    """典型案例: a case told with the law it teaches."""

    kind: ClassVar[Kind] = Kind(
        "typical-cases",
        Bilingual("典型案例", "Typical cases"),
        Bilingual(
            "用真实案件讲清法律：谁做了什么、为什么违法、受到什么处理、我们能学到什么。",
            "Real cases that show what the law forbids, what follows, and what to learn.",
        ),
        prefix="case",
        order=10,
        type=Bilingual("普法宣传", "Legal education"),
    )

    tracks: tuple[Annotated[Term, Vocabulary("outcome_track")], ...] = field(
        "处理方式", "Track", "行政、刑事、公益诉讼等，可写几项；公开内容没有写明的不填", default=()
    )
    penalty: EntryId | None = field(
        "对应处罚",
        "Penalty behind it",
        "点名的案例写本站处罚公示的编号；处罚停止公示，名称同时隐去",
        default=None,
    )
    name_until: Day | None = field(
        "点名到哪天",
        "Named until",
        "没有对应处罚、又点名的，写最后一天",
        default=None,
        shown=False,
    )
    batch: Batch | None = field("所属批次", "Batch", default=None)
    criminal: tuple[CriminalStep, ...] = field("刑事程序", "Criminal proceedings", default=())
    civil: tuple[CivilClaim, ...] = field("民事请求", "Civil claims", default=())
    lesson: Lesson = field("以案说法", "What the law teaches")

    @property
    def credit(self) -> Credit:
        """The decisions of the case, and how long it may name the party."""
        return replace(super().credit, rests_on=self.penalty, name_until=self.name_until)


FORM = TypicalCase
