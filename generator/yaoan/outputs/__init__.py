"""The site written for machines: one module for each output. To add one, add a module."""

from . import find
from .file import File
from .staff import as_ics, as_json
from .write import paths, write

__all__ = ["File", "as_ics", "as_json", "find", "paths", "write"]
