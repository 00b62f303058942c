"""Everything an office has written, read once."""

from .corpus import Corpus, Record
from .faults import FAULTS
from .office import Office
from .read import PICTURES, Known, read, record_of
from .signoffs import Role, missing_signoffs, signer

__all__ = [
    "FAULTS",
    "PICTURES",
    "Corpus",
    "Known",
    "Office",
    "Record",
    "Role",
    "missing_signoffs",
    "read",
    "record_of",
    "signer",
]
