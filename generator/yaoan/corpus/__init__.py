"""Everything an office has written, read once."""

from .corpus import Corpus, Record
from .faults import FAULTS
from .kept import kept
from .ledger import LEDGER, Address, Ledger, is_id, ledger_of
from .office import Office
from .read import PICTURES, Known, read, read_ledger, record_of
from .signoffs import Role, missing_signoffs, signer

__all__ = [
    "FAULTS",
    "LEDGER",
    "PICTURES",
    "Address",
    "Corpus",
    "Known",
    "Ledger",
    "Office",
    "Record",
    "Role",
    "is_id",
    "kept",
    "ledger_of",
    "missing_signoffs",
    "read",
    "read_ledger",
    "record_of",
    "signer",
]
