"""Parts that several kinds share: party, act, decision, source, lesson and so on."""

from .act import Act, BasedAmount
from .authority import Authority
from .batch import Batch
from .civil import CivilClaim
from .conduct import Conduct
from .correction import Correction
from .credit import Credit, Turn
from .criminal import CriminalStep
from .decision import Decision, Discretion, Measure, Penalty
from .figure import Figure
from .goods import Goods
from .lesson import Lesson
from .myth import Myth
from .party import Party
from .picture import Picture
from .quiz import Quiz
from .reply import Reply
from .review import Review, Signature
from .section import Section
from .source import Source

__all__ = [
    "Act",
    "Authority",
    "BasedAmount",
    "Batch",
    "CivilClaim",
    "Conduct",
    "Correction",
    "Credit",
    "CriminalStep",
    "Decision",
    "Discretion",
    "Figure",
    "Goods",
    "Lesson",
    "Measure",
    "Myth",
    "Party",
    "Penalty",
    "Picture",
    "Quiz",
    "Reply",
    "Review",
    "Section",
    "Signature",
    "Source",
    "Turn",
]
