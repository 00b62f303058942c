"""What every entry has, whatever its kind."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from yaoan.bilingual import Bilingual
from yaoan.forms import Day, EntryId, Form, Term, Text, Vocabulary, YesNo, field

from .parts.correction import Correction
from .parts.credit import Credit
from .parts.picture import Picture
from .parts.quiz import Quiz
from .parts.review import Review
from .parts.source import Source

_DISCLOSURE = Bilingual("政务公开", "Government disclosure")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: the folder its entries are kept in, what it is called, how ids begin."""

    folder: str
    name: Bilingual
    about: Bilingual
    prefix: str
    order: int
    discloses: bool = False
    """Whether the law says what an entry must disclose, and which decisions it may not."""
    runs: bool = False
    """Whether an entry is about something that goes on for a `period`, such as a campaign."""
    type: Bilingual = _DISCLOSURE
    """The type of column that government sites state in their page tags (ColumnType)."""

    ends: bool = False
    """Whether an entry is credit information, which is taken down when its display period ends;
    entries of other kinds only cease to name the party."""

    @property
    def module(self) -> str:
        """The name of the folder in this room."""
        return self.folder.replace("-", "_")


class Entry(Form):
    """Base of all kinds."""

    kind: ClassVar[Kind]

    title: Text = field("标题", "Title", "一眼看懂说的是什么，40 字以内")
    summary: Text = field(
        "一句话", "In one sentence", "先说结论：谁做了什么、结果怎样、提醒什么", example=""
    )
    published: Day = field(
        "发布日期", "Published", "在本站公开的日期，写成 2026-03-05；晚于今天的到期才公开"
    )
    products: tuple[Annotated[Term, Vocabulary("product_category")], ...] = field(
        "涉及产品", "Products", "可写几类", default=()
    )
    audience: tuple[Annotated[Term, Vocabulary("audience")], ...] = field(
        "面向谁", "For whom", default=()
    )
    places: tuple[Annotated[Term, Vocabulary("place")], ...] = field(
        "地区", "Place", "写到县（区）为止", default=()
    )
    demonstration: YesNo = field(
        "演示数据", "Demonstration data", "虚构的演示内容写“是”，页面会醒目标出", default=False
    )
    sources: tuple[Source, ...] = field(
        "来源", "Source", "转载或改写自哪里；本单位自己的内容可不填", default=()
    )
    related: tuple[EntryId, ...] = field("相关条目", "Related", "本站其他条目的编号", default=())
    pictures: tuple[Picture, ...] = field("图片", "Pictures", default=())
    quiz: tuple[Quiz, ...] = field(
        "测验题", "Quiz", "考考读者，也会出现在测验页；演示条目的题不进测验页", default=()
    )
    corrections: tuple[Correction, ...] = field(
        "更正记录", "Corrections", "公开后每改一次事实就加一条；不写被改掉的姓名", default=()
    )
    review: Review | None = field(
        "审核记录", "Review", "各环节由不同的人签署；不在页面上显示", default=None, shown=False
    )

    @property
    def credit(self) -> Credit | None:
        """What the entry says of itself as credit information, if it is any."""
        return None

    def unturned(self) -> "Entry":
        """The entry as it was before a status of its own changed."""
        return self
