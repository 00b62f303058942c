"""Printing: every page that we write, as MkDocs would print it, without what it costs there."""

from .press import Look, Press, Printed, Wanted
from .said import Said
from .shell import Templates

__all__ = ["Look", "Press", "Printed", "Said", "Templates", "Wanted"]
