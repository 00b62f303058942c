"""The entries as the public may see them on one day."""

from .citations import Cited
from .collection import Collection
from .item import ROLES, Item
from .site import Site

__all__ = ["ROLES", "Cited", "Collection", "Item", "Site"]
