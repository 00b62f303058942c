"""The commands a person types: one file each."""

from .main import main

__all__ = ["main"]
