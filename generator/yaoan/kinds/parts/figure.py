"""A figure in a report of results."""

from yaoan.forms import Form, Quantity, Text, When, field


class Figure(Form):
    """A number with what it counts, over what, and up to which day."""

    label: Text = field("指标", "Figure")
    value: Quantity = field("数值", "Value", "数字加单位，如 2480余份、100余人次")
    base: Text | None = field("口径", "Base", "统计范围，如“全区药店”", default=None)
    as_of: When | None = field("截至", "As of", default=None)
    note: Text | None = field("说明", "Note", default=None)
