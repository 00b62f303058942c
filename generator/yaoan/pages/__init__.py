"""The site, written as Markdown."""

from .frame import frame
from .page import Page
from .write import write

__all__ = ["Page", "frame", "write"]
