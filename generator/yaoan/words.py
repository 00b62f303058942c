"""Every phrase that the site or a command says, one line each in `words.yml`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from yaoan.bilingual import Bilingual
from yaoan.source import trusted


@cache
def words() -> Mapping[str, Bilingual]:
    """The phrases by their keys."""
    table = trusted("words.yml", files("yaoan").joinpath("words.yml").read_bytes())
    return {key: Bilingual(row.get("zh", ""), row.get("en", "")) for key, row in table.items()}


def say(key: str, **values: object) -> Bilingual:
    """The phrase *key*, its `{places}` filled. Raises KeyError for a phrase that is not there."""
    phrase = words()[key]
    return phrase.fill(**values) if values else phrase
