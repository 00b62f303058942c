"""An authority that took part, from the nation down to a town, police and courts included."""

from typing import Annotated

from yaoan.forms import Form, Term, Text, Vocabulary, field


class Authority(Form):
    """An authority and the part it played."""

    name: Text = field("机关名称", "Authority")
    role: Annotated[Term, Vocabulary("authority_role")] = field("作用", "Role", example="decided")
    level: Annotated[Term, Vocabulary("level")] | None = field("层级", "Level", default=None)
