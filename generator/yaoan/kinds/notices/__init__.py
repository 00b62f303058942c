"""通知公告: a notice."""

from typing import Annotated, ClassVar

from yaoan.bilingual import Bilingual
from yaoan.forms import Day, Prose, Term, Text, Vocabulary, field

from ..entry import Entry, Kind


class Notice(Entry):
    """通知公告: a notice."""

    kind: ClassVar[Kind] = Kind(
        "notices",
        Bilingual("通知公告", "Notices"),
        Bilingual(
            "本单位发布和转发的通知、公告。", "Notices that this office issues or passes on."
        ),
        prefix="notice",
        order=90,
        type=Bilingual("通知公告", "Notices"),
    )

    type: Annotated[Term, Vocabulary("notice_type")] = field("类型", "Type")
    number: Text | None = field("文号", "Number", default=None)
    by: Text = field("发布单位", "Issued by")
    body: Prose = field("正文", "Text")
    until: Day | None = field("有效期至", "Valid until", default=None)


FORM = Notice
