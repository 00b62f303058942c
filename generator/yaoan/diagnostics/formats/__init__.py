"""Problems written down: one file per format, each a function of a report and a language."""

from collections.abc import Callable, Mapping

from yaoan.bilingual import Language

from ..problem import Report
from .github import github
from .html import html
from .json import json
from .sarif import sarif
from .text import Shown
from .text import text as in_colour

__all__ = ["FORMATS", "Shown", "in_colour"]


def _plain(report: Report, language: Language) -> str:
    return in_colour(report, language).plain


FORMATS: Mapping[str, Callable[[Report, Language], str]] = {
    "text": _plain,
    "json": json,
    "github": github,
    "sarif": sarif,
    "html": html,
}
