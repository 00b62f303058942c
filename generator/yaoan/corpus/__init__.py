"""Everything an office has written, read once."""

from .corpus import Corpus, Record
from .faults import FAULTS
from .office import Office
from .read import Known, read, record_of

__all__ = ["FAULTS", "Corpus", "Known", "Office", "Record", "read", "record_of"]
