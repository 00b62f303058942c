"""The site, written as Markdown."""

from . import addresses
from .frame import frame
from .page import Page
from .pen import article_name
from .write import paths, write

__all__ = ["Page", "addresses", "article_name", "frame", "paths", "write"]
