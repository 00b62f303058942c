"""严重违法失信名单: an entry of the serious-violation list (SAMR Order 44 of 2021)."""

from typing import Annotated, ClassVar

from yaoan.bilingual import Bilingual
from yaoan.forms import Citation, EntryId, Form, Prose, Term, Text, Vocabulary, When, field

from ..entry import Entry, Kind
from ..parts import Credit, Party, Reply, Turn


class Removal(Form):
    """How an entry left the list."""

    on: When = field("移出日期", "Removed on")
    reason: Text = field("移出原因", "Reason")
    by: Text = field("决定机关", "Decided by")


class SeriousViolation(Entry):
    """严重违法失信名单: a firm or person on the serious-violation list."""

    kind: ClassVar[Kind] = Kind(
        "serious-violations",
        Bilingual("严重违法失信名单", "Serious Violations List"),
        Bilingual(
            "依法列入严重违法失信名单的主体、列入理由、期限和移出途径。",
            "Those placed by law on the List of Seriously Illegal and Dishonest Entities: "
            "why, for how long, and how they may leave it.",
        ),
        prefix="listing",
        order=30,
        ends=True,
    )

    party: Party = field("列入对象", "Listed party")
    status: Annotated[Term, Vocabulary("list_status")] = field("状态", "Status", example="listed")
    authority: Text = field("列入决定机关", "Decided by")
    listed: When = field("列入日期", "Listed on")
    ends: When | None = field("期满日期", "Term ends", default=None)
    violation: Annotated[Term, Vocabulary("violation")] | None = field(
        "违法类型", "Type of violation", default=None
    )
    reason: Prose = field("列入事由", "Reason for listing")
    basis: tuple[Citation, ...] = field("列入依据", "Legal basis", default=())
    penalty: EntryId | None = field(
        "对应处罚", "Penalty behind it", "本站处罚公示的编号", default=None
    )
    measures: tuple[Text, ...] = field("管理措施", "Measures", default=())
    repair: Text | None = field("信用修复途径", "How to apply for removal", default=None)
    removal: Removal | None = field("移出", "Removal", default=None)
    replies: tuple[Reply, ...] = field(
        "整改和说明", "Correction and reply", "当事人已整改、已缴清、有说明的，逐条写", default=()
    )

    @property
    def credit(self) -> Credit:
        """The listing as credit information."""
        turn = Turn("list_status", self.status)
        if self.removal:
            on, why = self.removal.on.first, self.removal.reason
            turn = Turn("list_status", self.status, on, why, otherwise="ended")
        return Credit("listing", (self.listed,), ends=self.ends, turns=(turn,))

    def unturned(self) -> "SeriousViolation":
        """The listing as it was before the removal."""
        return self.model_copy(update={"status": Term("listed"), "removal": None})


FORM = SeriousViolation
