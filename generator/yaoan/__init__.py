"""药安: YAML entries in, a bilingual public site out.

Read the rooms in the order the data walks through them:

    bilingual    a word in two languages
    store        what one run keeps for the next
    diagnostics  how we tell a person about a line they wrote
    source       a YAML file, parsed, every value knowing its place
    forms        a parsed value becomes a typed value, or a problem
    words        every phrase that the site or a command says
    reference    laws, vocabularies, places, working days, display periods
    kinds        the kinds of entry: one folder each
    corpus       everything an office has written, read once
    rules        what it must also satisfy: one file each
    checked      what was read and checked, and need not be again
    site         the entries as the public may see them on one day
    pages        the site, written as Markdown
    outputs      the site, written for machines: one file each
    doors        the pages handed to MkDocs, or to a folder
    cli          the commands a person types

A room imports only the rooms above it, and only through their door;
tests/test_rooms.py reads this list and holds us to it.
"""

__version__ = "0.1.0"
