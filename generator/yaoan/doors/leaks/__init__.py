"""The leak test: no site is shown before every byte of it was searched for what it must not say."""

from .leak import Leak, Leaked
from .said import sought
from .search import Search
from .whole import search

__all__ = ["Leak", "Leaked", "Search", "search", "sought"]
