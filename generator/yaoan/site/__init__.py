"""The entries as the public may see them on one day."""

from .citations import Cited, by_role
from .collection import Collection
from .facets import Choice, Facet, Value
from .item import ROLES, Item
from .site import Site
from .written import Written

__all__ = [
    "ROLES",
    "Choice",
    "Cited",
    "Collection",
    "Facet",
    "Item",
    "Site",
    "Value",
    "Written",
    "by_role",
]
