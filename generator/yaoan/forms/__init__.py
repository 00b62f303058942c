"""A parsed value becomes a typed value, or a problem."""

from .amount import Amount, total
from .blocks import Block, Bullets, Emphasis, Figure, Inline, Link, Paragraph, Words
from .citation import Citation
from .codes import CreditCode, DecisionNumber, EntryId, IndexPattern, MedicalLicence, WebAddress
from .describe import blank, schema
from .draft import draft
from .faults import FAULTS
from .fill import fill
from .form import Form, Note, field, labels, made, notes, shape_of
from .prose import Prose
from .quantity import Quantity
from .text import Text
from .value import Value
from .values import Day, Number, Term, Unknown, Vocabulary, YesNo
from .when import Point, When

__all__ = [
    "FAULTS",
    "Amount",
    "Block",
    "Bullets",
    "Citation",
    "CreditCode",
    "Day",
    "DecisionNumber",
    "Emphasis",
    "EntryId",
    "Figure",
    "Form",
    "IndexPattern",
    "Inline",
    "Link",
    "MedicalLicence",
    "Note",
    "Number",
    "Paragraph",
    "Point",
    "Prose",
    "Quantity",
    "Term",
    "Text",
    "Unknown",
    "Value",
    "Vocabulary",
    "WebAddress",
    "When",
    "Words",
    "YesNo",
    "blank",
    "draft",
    "field",
    "fill",
    "labels",
    "made",
    "notes",
    "schema",
    "shape_of",
    "total",
]
