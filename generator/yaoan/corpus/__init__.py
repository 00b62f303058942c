"""Everything an office has written, read once."""

from .corpus import Corpus, Record
from .faults import FAULTS
from .kept import kept
from .ledger import LEDGER, Address, Ledger, is_id, ledger_of
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
    "ledger_of",
    "read",
    "read_ledger",
    "record_of",
]
