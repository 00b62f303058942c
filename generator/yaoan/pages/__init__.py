"""The site, written as Markdown."""

from . import addresses
from .frame import frame
from .page import Page
from .write import write

__all__ = ["Page", "addresses", "frame", "write"]
