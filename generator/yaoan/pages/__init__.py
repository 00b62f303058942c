"""The site, written as Markdown."""

from . import addresses
from .draft import Draft
from .frame import frame
from .guide import article_name
from .page import Page
from .write import drafts, paths, write

__all__ = ["Draft", "Page", "addresses", "article_name", "drafts", "frame", "paths", "write"]
