"""The batch that a case was published in."""

from yaoan.forms import Form, Number, Text, field


class Batch(Form):
    """A batch or series of cases."""

    name: Text = field("批次名称", "Batch")
    number: Text | None = field("第几批", "Number", "如：第五批", default=None)
    position: Number | None = field("批内序号", "Position in the batch", default=None)
    count: Number | None = field("批内件数", "Cases in the batch", default=None)
    intro: Text | None = field("批次说明", "About the batch", default=None)
