"""The pages of figures: what the entries come to, and the figures that offices have published."""

from collections.abc import Iterator
from itertools import groupby

from yaoan.site import Site, Tally, apart, reported, tallies
from yaoan.words import say

from . import addresses
from .draft import Draft

MOST_LISTED = 100
"""How many entries a list of fines or of published figures shows; the data files have all."""


def drafts(site: Site) -> Iterator[Draft]:
    """The overview, a page for each column, one of published figures."""
    counted = tallies(site)
    columns = [
        (each, len(real), len(invented))
        for each in site.collections
        for real, invented in [apart(each.items)]
        if each.items
    ]
    yield Draft(
        "statistics",
        addresses.STATISTICS,
        say("statistics"),
        say("statistics_about"),
        context={
            "by_column": say("by_column"),
            "columns": columns,
            "bars": [(column.kind.name, real) for column, real, _ in columns if real],
            "fined": [each for each in counted if each.fines.all or each.fines.together],
        },
    )
    above = ((say("statistics"), addresses.STATISTICS),)
    for folder, group in groupby(counted, lambda each: each.column.kind.folder):
        both: list[Tally] = list(group)
        name = both[0].column.kind.name
        yield Draft(
            "tally",
            addresses.of_tally(folder),
            say("tally_of", name=name),
            say("tally_about", name=name),
            above,
            context={"tallies": both, "most": MOST_LISTED},
        )
    given = reported(site)
    yield Draft(
        "reported",
        addresses.REPORTED,
        say("reported"),
        say("reported_about"),
        above,
        context={
            "real": [each for each in given if not each.item.entry.demonstration][:MOST_LISTED],
            "invented": [each for each in given if each.item.entry.demonstration][:MOST_LISTED],
        },
    )
