"""The public entries as data: a JSON file for each column and year, and one that lists them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from json import JSONEncoder, dumps

from yaoan.bilingual import Bilingual
from yaoan.forms import Amount, Citation, DecisionNumber, Form, Quantity, When, notes
from yaoan.pages import addresses
from yaoan.site import Item, Site

from .file import File

INDEX = "data/index.json"
_ENCODER = JSONEncoder(ensure_ascii=False)


def files(site: Site) -> Iterator[File]:
    """`data/index.json` and `data/<column>/<year>.json`, the newest entry first."""
    listed = []
    for collection in site.collections:
        folder = collection.kind.folder
        for year, items in collection.years:
            path = _of(folder, year)
            listed.append({"column": folder, "year": year, "count": len(items), "path": path})
            yield File(path, _lines(map(_record, items)))
    columns = {each.kind.folder: _value(each.kind.name) for each in site.collections}
    index = {"day": site.day.isoformat(), "columns": columns, "files": listed}
    yield File(INDEX, (dumps(index, ensure_ascii=False, indent=1) + "\n").encode())


def paths(site: Site) -> Iterator[str]:
    """Where the data stands."""
    yield INDEX
    for collection in site.collections:
        yield from (_of(collection.kind.folder, year) for year, _ in collection.years)


def _of(folder: str, year: int) -> str:
    return f"data/{folder}/{year}.json"


def _lines(records: Iterable[dict[str, object]]) -> bytes:
    """A JSON list with each record on a line of its own."""
    return ("[\n" + ",\n".join(map(_ENCODER.encode, records)) + "\n]\n").encode()


def _record(item: Item) -> dict[str, object]:
    path = addresses.of_item(item)
    page = {"zh": addresses.url(path), "en": addresses.url(addresses.localised(path, "en"))}
    return {"id": item.id, "column": item.kind.folder, "page": page, **_form(item.entry)}


def _form(form: Form) -> dict[str, object]:
    """What of *form* the public page shows, empty fields left out."""
    shown = ((note.key, getattr(form, note.key)) for note in notes(type(form)) if note.shown)
    return {key: _value(value) for key, value in shown if value is not None and value != ()}


def _value(value: object) -> object:
    if isinstance(value, Form):
        return _form(value)
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, Bilingual):
        return {"zh": value.zh, **({"en": value.en} if value.en else {})}
    if isinstance(value, Amount | When | Citation | Quantity | DecisionNumber):
        return _said(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value if isinstance(value, bool | int) else str(value)


def _said(value: Amount | When | Citation | Quantity | DecisionNumber) -> object:
    """A value in its parts, those left empty not given; an unknown by its name."""
    return {key: _part(part) for key, part in _parts(value) if part != "" and part is not False}


def _part(part: object) -> object:
    if isinstance(part, Enum):
        return part.name.lower()
    if isinstance(part, Decimal):
        return number(part)
    if is_dataclass(part):
        return dict(_parts(part))
    return part


def _parts(value: object) -> Iterator[tuple[str, object]]:
    """The fields of a value that are known."""
    for field in fields(value):  # type: ignore[arg-type] # it is a dataclass, as its callers saw
        part = getattr(value, field.name)
        if part is not None:
            yield field.name, part


def number(value: Decimal) -> float | int:
    """*value* as JSON and tables write it: whole where it is."""
    return float(value) if value % 1 else int(value)
