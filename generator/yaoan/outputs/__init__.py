"""The site written for machines: one module for each output. To add one, add a module."""

from .file import File
from .write import write

__all__ = ["File", "write"]
