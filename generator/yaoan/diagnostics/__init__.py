"""How we tell a person about a line they wrote."""

from .catalogue import Catalogue, Fault
from .formats import FORMATS, Shown, in_colour
from .problem import Fix, Problem, Report, Severity
from .span import Source, Span
from .suggest import nearest

__all__ = [
    "FORMATS",
    "Catalogue",
    "Fault",
    "Fix",
    "Problem",
    "Report",
    "Severity",
    "Shown",
    "Source",
    "Span",
    "in_colour",
    "nearest",
]
