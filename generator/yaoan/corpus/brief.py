"""What the rest of an office needs to know of one entry: little enough to hold for all of them."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from yaoan.kinds import Entry, Party

from .office import Office
from .signoffs import missing_signoffs


class Brief(NamedTuple):
    """An entry in brief."""

    title: str
    """In Chinese."""
    published: dt.date
    held: bool
    """Whether it lacks a sign-off that the office asks for."""
    pictures: tuple[str, ...]
    """The names of its files, in the order of the entry."""
    linked: tuple[str, ...]
    """The ids of the entries that it says it belongs with."""
    numbers: tuple[str, ...]
    """The keys of the numbers of its decisions, in their order; empty where there is none."""
    names: tuple[str, ...]
    """What it calls parties in clear."""

    @classmethod
    def of(cls, entry: Entry, office: Office | None) -> "Brief":
        """The brief of *entry*, for that office."""
        behind = getattr(entry, "penalty", None)
        decisions = getattr(entry, "decisions", ())
        return cls(
            entry.title.zh,
            entry.published,
            bool(office and missing_signoffs(entry, office)),
            tuple(picture.file for picture in entry.pictures),
            tuple(str(each) for each in (*entry.related, *((behind,) if behind else ()))),
            tuple(each.number.key if each.number else "" for each in decisions),
            tuple(named(entry)),
        )


def named(entry: Entry | None) -> Iterator[str]:
    """The names of the parties that the entry names in clear, in both languages."""
    one = getattr(entry, "party", None)
    parties: tuple[Party, ...] = getattr(entry, "parties", None) or ((one,) if one else ())
    for party in parties:
        if party.naming == "named":
            for said in (party.name, party.legal_representative):
                yield from (word for word in (said.zh, said.en) if len(word) > 1) if said else ()
