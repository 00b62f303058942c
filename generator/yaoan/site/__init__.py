"""The entries as the public may see them on one day."""

from .citations import Cited, by_role
from .collection import Collection
from .item import ROLES, Item
from .site import Site

__all__ = ["ROLES", "Cited", "Collection", "Item", "Site", "by_role"]
