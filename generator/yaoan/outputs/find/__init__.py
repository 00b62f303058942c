"""What the browser looks up: where words stand, how pages are called, how lists are narrowed.

All of it is JSON, read by `overrides/assets/lookup.js` as the reader asks for it:

    find/index.json                     how many files there are, which numbers a column has
    find/days.json                      how many days each entry of a column is older than the last
    find/<language>/words/<n>.json      keys and their lists of pages (index.py, numbers.py)
    find/<language>/pages/<n>.json      address, title, summary, label, day, demonstration, until
    find/<column>/<facet>.json          the entries of each choice, counted within the column
    find/<column>/fines.json            the fines of the entries in yuan, 0 where there is none
"""

from .files import files, paths
from .reading import WORDS, Index, Unreadable

__all__ = ["WORDS", "Index", "Unreadable", "files", "paths"]
