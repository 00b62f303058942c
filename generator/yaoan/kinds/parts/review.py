"""The sign-offs that an entry needs before it is published."""

from yaoan.forms import Day, Form, Text, field


class Signature(Form):
    """Who signed and when: a post, initials or a staff number, never a name."""

    by: Text = field("签署人", "By", "写岗位、姓名缩写或工号，不写姓名；不在网站上显示")
    on: Day = field("日期", "On")


class Review(Form):
    """The four reviews, each by another person."""

    handler: Signature | None = field("承办人", "Case handler", default=None)
    legal: Signature | None = field("法制审核", "Legal review", default=None)
    secrecy: Signature | None = field("保密审查", "Secrecy review", default=None)
    personal_data: Signature | None = field("个人信息审核", "Personal-data review", default=None)
