"""A YAML file, parsed, every value knowing its place."""

from .decode import decode, take
from .faults import FAULTS
from .mend import mend
from .read import read
from .tree import Branch, Leaf, Node, Path, Row, at, leaves, plain
from .trusted import trusted

__all__ = [
    "FAULTS",
    "Branch",
    "Leaf",
    "Node",
    "Path",
    "Row",
    "at",
    "decode",
    "leaves",
    "mend",
    "plain",
    "read",
    "take",
    "trusted",
]
