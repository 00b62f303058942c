"""What an administrative or criminal case holds, shared by the kinds that tell of one."""

from typing import Annotated

from yaoan.forms import Form, Prose, Term, Vocabulary, When, field

from .act import Act
from .authority import Authority
from .decision import Decision
from .party import Party


class Conduct(Form):
    """Who did what, who found it, and what was decided."""

    clue: Annotated[Term, Vocabulary("clue_source")] | None = field(
        "线索来源", "How it came to light", default=None
    )
    found: When | None = field("发现时间", "Found", "知道到月就写到月，如 2022-09", default=None)
    authorities: tuple[Authority, ...] = field("办案机关", "Authorities", default=())
    parties: tuple[Party, ...] = field("当事人", "Parties", "按 1、2、3 的顺序被后面引用")
    facts: Prose = field("案情", "Facts", "写清时间、地点、谁、做了什么、怎么查的")
    acts: tuple[Act, ...] = field("违法行为", "Acts", "按 1、2、3 的顺序被后面引用", default=())
    decisions: tuple[Decision, ...] = field("处理决定", "Decisions", default=())
