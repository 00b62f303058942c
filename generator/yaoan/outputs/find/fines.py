"""What an entry's penalties come to in money, to sort by."""

from decimal import Decimal

from yaoan.kinds import Penalty, walk
from yaoan.reference import Reference
from yaoan.site import Collection, Item


def fines(collection: Collection, reference: Reference) -> list[int]:
    """For each entry its fines and confiscated gains in whole yuan, as far as they are known."""
    kinds = reference.vocabularies["penalty_kind"].terms.values()
    money = frozenset(term.id for term in kinds if term.attributes.get("money") == "true")
    return [_fines(item, money) for item in collection.items]


def _fines(item: Item, money: frozenset[str]) -> int:
    found = (each.value for each in walk(item.entry) if isinstance(each.value, Penalty))
    amounts = (each.amount for each in found if each.kind in money)
    known = (each.sum for each in amounts if each and each.sum and each.currency == "CNY")
    return int(sum(known, Decimal(0)))
