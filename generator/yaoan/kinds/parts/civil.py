"""A civil claim beside the case, such as public-interest litigation."""

from yaoan.forms import Amount, Form, Text, When, field


class CivilClaim(Form):
    """What was asked, by whom, and what came of it. A claim is not an award."""

    by: Text = field("提起人", "Brought by")
    on: When | None = field("时间", "When", default=None)
    claim: Amount | None = field("请求金额", "Amount claimed", default=None)
    demands: Text | None = field("请求事项", "Demands", default=None)
    outcome: Text | None = field("结果", "Outcome", "没有公布就不写", default=None)
