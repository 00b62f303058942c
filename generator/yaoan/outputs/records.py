"""The public entries as data: a JSON file for each column and year, and one that lists them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from decimal import Decimal
from enum import Enum
from json import dumps

from yaoan.bilingual import Bilingual
from yaoan.forms import Amount, Citation, DecisionNumber, Form, Quantity, When, notes
from yaoan.pages import addresses
from yaoan.site import Item, Site

from .file import File

INDEX = "data/index.json"


def files(site: Site) -> Iterator[File]:
    """`data/index.json` and `data/<column>/<year>.json`, the newest entry first."""
    listed = []
    for collection in site.collections:
        folder = collection.kind.folder
        for year, items in collection.years:
            path = _of(folder, year)
            listed.append({"column": folder, "year": year, "count": len(items), "path": path})
            yield _json(path, [_record(item) for item in items])
    columns = {each.kind.folder: _value(each.kind.name) for each in site.collections}
    yield _json(INDEX, {"day": site.day.isoformat(), "columns": columns, "files": listed})


def paths(site: Site) -> Iterator[str]:
    """Where the data stands."""
    yield INDEX
    for collection in site.collections:
        yield from (_of(collection.kind.folder, year) for year, _ in collection.years)


def _of(folder: str, year: int) -> str:
    return f"data/{folder}/{year}.json"


def _json(path: str, value: object) -> File:
    return File(path, (dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


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
    assert is_dataclass(value)
    parts = {key: part for key, part in asdict(value).items() if part not in (None, "", False)}
    return {key: _part(part) for key, part in parts.items()}


def _part(part: object) -> object:
    if isinstance(part, Enum):
        return part.name.lower()
    if isinstance(part, Decimal):
        return number(part)
    if isinstance(part, dict):
        return {key: each for key, each in part.items() if each is not None}
    return part


def number(value: Decimal) -> float | int:
    """*value* as JSON and tables write it: whole where it is."""
    return float(value) if value % 1 else int(value)
