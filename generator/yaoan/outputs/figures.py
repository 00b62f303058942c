"""The figures as data: a table for each of three questions, and all of them in one file.

The tables are for spreadsheet programs: they begin with a byte order mark, without which Excel in
China reads UTF-8 as GBK, their lines end as RFC 4180 asks, and no cell can be read as a formula.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from json import dumps

from yaoan.bilingual import Bilingual
from yaoan.forms import Amount
from yaoan.pages import addresses
from yaoan.reference import Term
from yaoan.site import Fine, Fines, Item, Site, Tally, reported, tallies
from yaoan.words import say

from .file import File
from .records import number

Record = Mapping[str, object]

WHOLE = "statistics/statistics.json"

_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What makes a spreadsheet program take a cell for a formula (OWASP, CSV Injection)."""


def files(site: Site) -> Iterator[File]:
    """`statistics/counts.csv`, `unmarked.csv`, `fines.csv`, `reported.csv`, and
    `statistics.json` with all."""
    counted = tallies(site)
    tables: dict[str, list[Record]] = {
        "counts": [row for tally in counted for row in _counts(site, tally)],
        "unmarked": [row for tally in counted for row in _unmarked(site, tally)],
        "fines": [row for tally in counted for row in _fines(site, tally.fines)],
        "reported": list(_reported(site)),
    }
    for name, rows in tables.items():
        yield File(_of(name), table(rows))
    caveats = {
        key: {"zh": said.zh, "en": said.en}
        for key, said in (
            ("counts", say("statistics_caveat", day=site.day.isoformat())),
            ("unmarked", say("counted_by_term")),
            ("fines", say("fines_caveat")),
            ("reported", say("reported_caveat")),
        )
    }
    whole = {"day": site.day.isoformat(), "caveats": caveats, **tables}
    text = dumps(whole, ensure_ascii=False, indent=1) + "\n"
    yield File(WHOLE, text.encode())


def paths(site: Site) -> Iterator[str]:
    """Where the figures stand, whatever they are."""
    yield from (*map(_of, ("counts", "unmarked", "fines", "reported")), WHOLE)


def _of(table: str) -> str:
    return f"statistics/{table}.csv"


def table(rows: list[Record]) -> bytes:
    """*rows* as CSV; nothing but a mark where there are none."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]) if rows else [], lineterminator="\r\n")
    if rows:
        writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    """What stands in a cell: text that would be a formula is set off by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        risky = value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA)
        return f"'{value}" if risky else value
    return value


def _counts(site: Site, tally: Tally) -> Iterator[Record]:
    """All entries of the tally, then those of each year and under each term."""
    column, invented = tally.column, tally.invented
    kind = column.kind
    whole = addresses.of_column(column, invented=invented)
    yield _count(site, tally, ("column", kind.folder), kind.name, len(tally.items), whole)
    for one in tally.breakdowns:
        for row in one.rows:
            by = one.by.id if one.by else "year"
            key = row.key.id if isinstance(row.key, Term) else row.key
            there = addresses.of_row(kind.folder, row, invented=invented)
            yield _count(site, tally, (by, key), row.name, len(row.items), there)


def _count(
    site: Site, tally: Tally, by: tuple[str, object], name: Bilingual, many: int, there: str
) -> Record:
    path, _, part = there.partition("#")
    return {
        "day": site.day.isoformat(),
        "column": tally.column.kind.folder,
        "demonstration": tally.invented,
        "by": by[0],
        "key": by[1],
        "name_zh": name.zh,
        "name_en": name.en,
        "entries": many,
        "page": addresses.url(path) + (f"#{part}" if part else ""),
    }


def _unmarked(site: Site, tally: Tally) -> Iterator[Record]:
    """The entries that a count leaves out, because no term of its vocabulary marks them."""
    for one in tally.breakdowns:
        for item in one.unmarked:
            yield {**_about(site, item), "by": one.by.id if one.by else "year"}


def _fines(site: Site, fines: Fines) -> Iterator[Record]:
    """Every fine, then the sums that hold a confiscation too, which are never counted."""
    for fine in fines.all:
        yield _fine(site, fine, "fine", counted=fine.exact)
    for fine in fines.together:
        yield _fine(site, fine, "fine_and_confiscation", counted=False)


def _fine(site: Site, fine: Fine, of: str, *, counted: bool) -> Record:
    amount = fine.amount or Amount(None)
    return {
        **_about(site, fine.item),
        "of": of,
        "sum": None if amount.sum is None else number(amount.sum),
        "currency": amount.currency if amount.known else None,
        "wording": amount.approx if amount.known else "not_disclosed",
        "counted": counted,
    }


def _reported(site: Site) -> Iterator[Record]:
    for each in reported(site):
        for figure in each.figures:
            yield {
                **_about(site, each.item),
                "figure_zh": figure.label.zh,
                "figure_en": figure.label.en,
                "number": number(figure.value.number),
                "unit": figure.value.unit,
                "wording": figure.value.approx,
                "base_zh": figure.base.zh if figure.base else None,
                "base_en": figure.base.en if figure.base else None,
                "as_of": figure.as_of.in_("zh") if figure.as_of else None,
            }


def _about(site: Site, item: Item) -> Record:
    return {
        "day": site.day.isoformat(),
        "column": item.kind.folder,
        "demonstration": item.entry.demonstration,
        "entry": item.id,
        "published": item.entry.published.isoformat(),
        "page": addresses.url(addresses.of_item(item)),
    }
