"""An unlawful act: what was done, by whom, when, with which goods, against which article."""

from typing import Annotated

from yaoan.forms import Amount, Citation, Form, Number, Term, Text, Vocabulary, When, field

from .goods import Goods


class BasedAmount(Form):
    """An amount and what it measures."""

    basis: Annotated[Term, Vocabulary("amount_basis")] = field("金额性质", "What it measures")
    amount: Amount = field("金额", "Amount", "单位元；不知道写“未披露”，没有就写 0")
    party: Number | None = field("属于哪个当事人", "Of which party", "当事人的序号", default=None)
    note: Text | None = field("说明", "Note", default=None)


class Act(Form):
    """One act. Parties are given by their number in the list of parties."""

    what: Text = field("违法行为", "Act")
    violation: Annotated[Term, Vocabulary("violation")] | None = field(
        "违法类型", "Type of violation", default=None
    )
    stage: Annotated[Term, Vocabulary("stage")] | None = field("环节", "Stage", default=None)
    parties: tuple[Number, ...] = field(
        "行为人", "By", "当事人的序号，只有一个当事人可不写", default=()
    )
    period: When | None = field("行为时间", "When", default=None)
    goods: tuple[Goods, ...] = field("涉案产品", "Goods", default=())
    amounts: tuple[BasedAmount, ...] = field("涉案金额", "Amounts", default=())
    violates: tuple[Citation, ...] = field(
        "违反条款", "Articles violated", "一行一条：药品管理法 第九十八条第一款", default=()
    )
