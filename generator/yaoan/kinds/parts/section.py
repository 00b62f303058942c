"""A headed list, as plans and practices are written."""

from yaoan.forms import Form, Text, field


class Section(Form):
    """A heading and its points."""

    heading: Text = field("小标题", "Heading")
    points: tuple[Text, ...] = field("要点", "Points", default=())
