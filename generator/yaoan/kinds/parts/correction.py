"""A correction made after publication, shown with the entry."""

from yaoan.forms import Day, Form, Text, field


class Correction(Form):
    """What was changed, when and why."""

    on: Day = field("更正日期", "Corrected on")
    what: Text = field("改了什么", "What changed")
    why: Text = field("为什么改", "Why")
    asked_by: Text | None = field(
        "谁提出", "Asked by", "写当事人、读者等身份，不写姓名", default=None
    )
