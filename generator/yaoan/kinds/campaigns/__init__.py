"""专项行动与宣传活动: a campaign, from plan to what was done."""

from typing import Annotated, ClassVar

from yaoan.bilingual import Bilingual
from yaoan.forms import Prose, Term, Text, Vocabulary, When, field

from ..entry import Entry, Kind
from ..parts import Authority, Figure, Section


class Campaign(Entry):
    """专项行动与宣传活动: a campaign."""

    kind: ClassVar[Kind] = Kind(
        "campaigns",
        Bilingual("专项行动与宣传活动", "Campaigns"),
        Bilingual(
            "专项整治、宣传周、安全用药月等活动：做什么、怎么做、公众怎样参与。",
            "Special actions, publicity weeks and months: what is done and how to take part.",
        ),
        prefix="campaign",
        order=60,
        runs=True,
    )

    type: Annotated[Term, Vocabulary("campaign_type")] = field("类型", "Type")
    period: When | None = field("时间", "When", default=None)
    organisers: tuple[Authority, ...] = field("主办", "Organised by", default=())
    document: Text | None = field("文号", "Document", default=None)
    goals: tuple[Text, ...] = field("目标", "Goals", default=())
    body: Prose = field("内容", "What it is about")
    sections: tuple[Section, ...] = field("安排", "Programme", default=())
    channels: tuple[Annotated[Term, Vocabulary("channel")], ...] = field(
        "宣传渠道", "Channels", default=()
    )
    figures: tuple[Figure, ...] = field("成效数字", "Figures", default=())
    join: tuple[Text, ...] = field("公众怎么参与", "How to take part", default=())


FORM = Campaign
