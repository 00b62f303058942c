"""What an administrative or criminal case holds, shared by the kinds that tell of one."""

from typing import Annotated

from yaoan.forms import Day, Form, Prose, Term, Vocabulary, When, field

from .act import Act
from .authority import Authority
from .credit import Credit, Turn
from .decision import Decision
from .party import Party
from .reply import Reply


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
    credit_class: Annotated[Term, Vocabulary("credit_class")] | None = field(
        "失信程度", "Credit class", "由承办人判断：轻微、一般、严重；决定公示多久", default=None
    )
    replies: tuple[Reply, ...] = field(
        "整改和说明", "Correction and reply", "当事人已整改、已缴清、有说明的，逐条写", default=()
    )
    repaired_on: Day | None = field(
        "信用修复日期",
        "Credit restored on",
        "准予修复、停止公示的日期；这天起本站撤下",
        default=None,
        shown=False,
    )

    @property
    def credit(self) -> Credit:
        """The decisions of the case as credit information."""
        return Credit(
            "penalty",
            tuple(each.on for each in self.decisions if each.on),
            self.credit_class,
            tuple(penalty for each in self.decisions for penalty in each.penalties),
            repaired=self.repaired_on,
            turns=tuple(
                Turn("decision_status", each.status, each.status_on, each.status_reason)
                for each in self.decisions
            ),
        )
