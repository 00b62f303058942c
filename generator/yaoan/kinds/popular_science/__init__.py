"""科普: one thing worth knowing about using drugs, devices and cosmetics safely."""

from typing import Annotated, ClassVar

from yaoan.bilingual import Bilingual
from yaoan.forms import Day, EntryId, Prose, Term, Text, Vocabulary, field

from ..entry import Entry, Kind
from ..parts import Myth


class PopularScience(Entry):
    """科普: one thing worth knowing."""

    kind: ClassVar[Kind] = Kind(
        "popular-science",
        Bilingual("科普知识", "Popular science"),
        Bilingual(
            "怎样安全用药、用械、用妆：要点、误区和依据。不能代替医师、药师的意见。",
            "Using drugs, devices and cosmetics safely: key points, myths and evidence. "
            "It does not replace the advice of a doctor or pharmacist.",
        ),
        prefix="science",
        order=40,
        type=Bilingual("科普宣传", "Popular science"),
    )

    form: Annotated[Term, Vocabulary("science_form")] = field("形式", "Form", example="tips")
    points: tuple[Text, ...] = field("要点", "Key points", "每条一句，先说怎么做")
    body: Prose | None = field("正文", "Text", default=None)
    myths: tuple[Myth, ...] = field("误区", "Myths", default=())
    evidence: Annotated[Term, Vocabulary("evidence")] = field(
        "依据", "Evidence", example="official"
    )
    author: Text = field("撰写", "Author", "写单位或科室")
    reviewer: Text | None = field("审核人", "Reviewer", "写职称或岗位，如“主管药师”", default=None)
    reviewed: Day | None = field("审核日期", "Reviewed on", default=None)
    review_by: Day | None = field("复审日期", "Review again by", "到期前要再审一次", default=None)
    supersedes: EntryId | None = field("取代", "Supersedes", "被本条取代的旧条目编号", default=None)


FORM = PopularScience
