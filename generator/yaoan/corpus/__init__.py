"""Everything an office has written, read once."""

from .corpus import Corpus, Record
from .faults import FAULTS
from .kept import kept
from .ledger import LEDGER, Address, Ledger, is_id
from .office import Office
from .read import Known, read, read_ledger, record_of

__all__ = [
    "FAULTS",
    "LEDGER",
    "Address",
    "Corpus",
    "Known",
    "Ledger",
    "Office",
    "Record",
    "is_id",
    "kept",
    "read",
    "read_ledger",
    "record_of",
]
