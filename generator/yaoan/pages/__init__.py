"""The site, written as Markdown."""

from .frame import frame
from .page import Page
from .write import paths, write

__all__ = ["Page", "frame", "paths", "write"]
