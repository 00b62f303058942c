"""Data files of our own, read by the same strict reader; a fault in them is ours."""

from typing import Any

from yaoan.diagnostics import FORMATS, Report

from .decode import decode
from .read import read
from .tree import plain


def trusted(name: str, data: bytes) -> Any:
    """The plain content of a file that comes with the package. Raises ValueError when broken."""
    report = Report()
    source, problem = decode(name, data)
    if problem:
        report.add(problem)
    tree = None if problem else read(source, report)
    if tree is None or report.failed:
        raise ValueError(FORMATS["text"](report, "en"))
    return plain(tree)
