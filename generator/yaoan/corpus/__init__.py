"""Everything an office has written, read once."""

from .brief import Brief, named
from .corpus import Corpus, Record
from .faults import FAULTS
from .files import PICTURES, Written
from .kept import kept
from .late import Late
from .ledger import LEDGER, Address, Ledger, is_id, ledger_of
from .office import Office
from .read import Survey, Taken, both, read, read_ledger, record, record_of, survey, taken
from .signoffs import Role, missing_signoffs, signer

__all__ = [
    "FAULTS",
    "LEDGER",
    "PICTURES",
    "Address",
    "Brief",
    "Corpus",
    "Late",
    "Ledger",
    "Office",
    "Record",
    "Role",
    "Survey",
    "Taken",
    "Written",
    "both",
    "is_id",
    "kept",
    "ledger_of",
    "missing_signoffs",
    "named",
    "read",
    "read_ledger",
    "record",
    "record_of",
    "signer",
    "survey",
    "taken",
]
