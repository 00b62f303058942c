"""A decision: penalties, each tied to its party, act and legal basis; measures apart from them.

Penalty kinds are those of the Administrative Penalty Law (2021), Art. 9; an order to correct
(Art. 28), a talk or the withdrawal of a permit is a measure, not a penalty.
"""

from typing import Annotated

from yaoan.forms import (
    Amount,
    Citation,
    Day,
    DecisionNumber,
    Form,
    Number,
    Term,
    Text,
    Vocabulary,
    When,
    field,
)


class Penalty(Form):
    """One item of a penalty."""

    kind: Annotated[Term, Vocabulary("penalty_kind")] = field("处罚种类", "Kind of penalty")
    amount: Amount | None = field(
        "金额", "Amount", "罚款和没收分开写，合计由网站计算", default=None
    )
    what: Text | None = field("内容", "What", "如：没收过期药品、吊销的证照名称", default=None)
    until: When | None = field("期限", "Until", "限制从业、暂扣的期限", default=None)
    parties: tuple[Number, ...] = field("对谁", "On whom", "当事人的序号", default=())
    acts: tuple[Number, ...] = field("为哪项行为", "For which act", "违法行为的序号", default=())
    basis: tuple[Citation, ...] = field("处罚依据", "Legal basis", default=())


class Measure(Form):
    """A measure that is not a penalty."""

    kind: Annotated[Term, Vocabulary("measure")] = field("措施", "Measure")
    what: Text | None = field("内容", "What", default=None)
    on: When | None = field("日期", "On", default=None)
    due: When | None = field("限期", "Due", default=None)
    parties: tuple[Number, ...] = field("对谁", "On whom", "当事人的序号", default=())
    basis: tuple[Citation, ...] = field("依据", "Basis", default=())


class Discretion(Form):
    """How the authority used its discretion, and why."""

    kind: Annotated[Term, Vocabulary("discretion")] | None = field(
        "裁量", "Discretion", default=None
    )
    reasons: Text | None = field("理由", "Reasons", default=None)
    basis: tuple[Citation, ...] = field("裁量依据", "Basis of discretion", default=())


class Decision(Form):
    """A decision of one authority."""

    number: DecisionNumber | None = field(
        "文号", "Decision number", "照文书原样抄写，一个字也不改", default=None
    )
    fictional_number: Text | None = field(
        "虚拟文号说明", "Note on the number", "文号是演示用的，写明", default=None
    )
    authority: Text | None = field("决定机关", "Deciding authority", default=None)
    on: When | None = field("决定日期", "Decided on", default=None)
    procedure: Annotated[Term, Vocabulary("procedure")] | None = field(
        "程序", "Procedure", default=None
    )
    status: Annotated[Term, Vocabulary("decision_status")] = field(
        "状态", "Status", example="decided"
    )
    status_on: Day | None = field(
        "状态变更日期", "Status since", "变更、撤销、确认违法或无效的日期；这天起撤下", default=None
    )
    status_reason: Text | None = field(
        "变更或撤销的理由",
        "Reason for the change",
        "会公开：写哪个机关、为什么，不写当事人名称",
        default=None,
    )
    penalties: tuple[Penalty, ...] = field("处罚", "Penalties", default=())
    combined: Amount | None = field(
        "罚没合计", "Fine and confiscation together", "原文只给合计、没有分项时才填", default=None
    )
    measures: tuple[Measure, ...] = field("其他措施", "Measures", default=())
    discretion: Discretion | None = field("裁量情节", "Discretion", default=None)
    applied: tuple[Citation, ...] = field(
        "适用条款", "Articles applied", "原文没有对应到单项处罚的依据", default=()
    )
    earlier: tuple[DecisionNumber, ...] = field(
        "在先文书", "Earlier documents", "此前的责令改正或处罚文号", default=()
    )
    note: Text | None = field("说明", "Note", default=None)

    def unnumbered(self) -> "Decision":
        """The decision without the numbers by which its party could be looked up."""
        return self.model_copy(update={"number": None, "fictional_number": None, "earlier": ()})

    def unturned(self) -> "Decision":
        """The decision as it was before its status changed."""
        bare = {"status": Term("decided"), "status_on": None, "status_reason": None}
        return self.model_copy(update=bare)
