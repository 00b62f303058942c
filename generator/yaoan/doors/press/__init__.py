"""Printing: every page we write ourselves, as MkDocs would print it, without its cost per page."""
