"""On what legal basis entries of a kind are published."""

from yaoan.bilingual import Bilingual
from yaoan.forms import Citation, Form, YesNo, field


class Grounds(Form):
    """The sentence that a page says, and the articles it rests on."""

    words: Bilingual = field("公开依据", "Why this is public")
    citations: tuple[Citation, ...] = field("条款", "Articles")
    verified: YesNo = field("已核实", "Verified", default=False)
