"""The leak test: no site is shown before every byte of it was searched for what it must not say."""

from .said import sought
from .search import Leak, Leaked, search

__all__ = ["Leak", "Leaked", "search", "sought"]
