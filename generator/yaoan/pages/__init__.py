"""The site, written as Markdown."""

from . import addresses
from .draft import Draft
from .frame import frame
from .page import Page
from .pen import article_name
from .write import drafts, paths, write

__all__ = ["Draft", "Page", "addresses", "article_name", "drafts", "frame", "paths", "write"]
