"""A myth and its truth."""

from yaoan.forms import Form, Text, field


class Myth(Form):
    """What many believe, and what is so."""

    myth: Text = field("误区", "Myth")
    truth: Text = field("正解", "Truth")
