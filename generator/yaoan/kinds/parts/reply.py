"""What the named party did or says since: its correction, payment or statement."""

from typing import Annotated

from yaoan.forms import Day, Form, Term, Text, Vocabulary, field


class Reply(Form):
    """One step or statement of a party, shown as plainly as what it answers."""

    kind: Annotated[Term, Vocabulary("reply_kind")] = field("事项", "What")
    on: Day = field("日期", "On", "整改、缴清或者收到说明的日期；这天起显示")
    party: int | None = field("哪个当事人", "Which party", "当事人的序号", default=None)
    words: Text | None = field("内容", "Words", "照当事人的意思写，不写个人信息", default=None)
