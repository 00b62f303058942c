"""Everything an office has written, read once."""

from .corpus import Corpus, Record
from .faults import FAULTS
from .office import Office
from .read import read, record_of

__all__ = ["FAULTS", "Corpus", "Office", "Record", "read", "record_of"]
