"""行政处罚信息公示: the disclosure of a penalty decision.

The summary fields are those of SAMR Order 45 (2021), Art. 4: decision number, party, type of
violation, content of the penalty, deciding authority and date. This site is a second display
beside the statutory one, the National Enterprise Credit Information Publicity System (Art. 2).
"""

from typing import ClassVar

from yaoan.bilingual import Bilingual
from yaoan.forms import CreditCode, Form, Text, When, field

from ..entry import Entry, Kind
from ..parts import Conduct, Lesson


class IndexBlock(Form):
    """The information-disclosure header that government pages carry (索引号)."""

    number: Text | None = field("索引号", "Index number", default=None)
    topic: Text | None = field("主题分类", "Topic", default=None)
    form: Text | None = field("体裁分类", "Form", default=None)
    made: When | None = field("成文日期", "Made on", default=None)
    issued: When | None = field("发布日期", "Issued on", default=None)


class PenaltyDisclosure(Conduct, Entry):
    """行政处罚信息公示: the disclosure of a penalty decision."""

    kind: ClassVar[Kind] = Kind(
        "penalties",
        Bilingual("行政处罚信息公示", "Administrative penalties"),
        Bilingual(
            "依法公示的行政处罚决定摘要。以送达的处罚决定书和国家企业信用信息公示系统为准。",
            "Summaries of penalty decisions published by law. The decision served and the "
            "National Enterprise Credit Information Publicity System prevail.",
        ),
        prefix="penalty",
        order=20,
        discloses=True,
        ends=True,
    )

    served: When | None = field("送达日期", "Served on", default=None)
    party_told: When | None = field(
        "告知公示日期",
        "Party told of publication on",
        "处罚决定送达时应书面告知将公示",
        default=None,
    )
    late_because: Text | None = field(
        "误期原因",
        "Why it is late",
        "决定后超过二十个工作日才公示的，写明查明的原因；不公开",
        default=None,
        shown=False,
    )
    valid_until: When | None = field("处罚有效期", "In effect until", default=None)
    licence_action: Text | None = field(
        "暂扣或吊销证照名称及编号", "Licence suspended or revoked", default=None
    )
    data_source: Text | None = field("数据来源单位", "Source unit", default=None)
    authority_code: CreditCode | None = field(
        "处罚机关统一社会信用代码", "Credit code of the authority", default=None
    )
    index: IndexBlock | None = field("信息公开目录", "Disclosure index", default=None)
    remarks: Text | None = field("备注", "Remarks", default=None)
    lesson: Lesson | None = field("以案说法", "What the law teaches", default=None)


FORM = PenaltyDisclosure
