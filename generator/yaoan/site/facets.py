"""What a reader may filter by, and which entries each choice leaves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from yaoan.bilingual import Bilingual
from yaoan.reference import Law, Reference, Term
from yaoan.words import say

from .item import Item

Choice = Term | Law | int
"""What may be chosen: a term of a vocabulary, a law, a year."""


@dataclass(frozen=True)
class Value:
    """One choice: its key in an address, what it is called, and the places of its entries.

    Places count from 0 in the sequence of entries that the facet was made of, in order.
    """

    key: str
    name: Bilingual
    choice: Choice
    places: tuple[int, ...]


@dataclass(frozen=True)
class Facet:
    """A question that narrows a list: its key in an address, its name, its choices."""

    key: str
    name: Bilingual
    values: tuple[Value, ...]


def facets(items: Sequence[Item], reference: Reference) -> tuple[Facet, ...]:
    """Every facet that *items* have: the vocabularies with pages, then laws, then years."""
    made = (
        *_vocabularies(items, reference),
        Facet("law", say("laws"), tuple(_laws(items, reference))),
        Facet("year", say("year"), tuple(_years(items))),
    )
    return tuple(each for each in made if each.values)


def _vocabularies(items: Sequence[Item], reference: Reference) -> Iterator[Facet]:
    found = _gathered((each.terms for each in items), reference)
    for vocabulary in sorted(reference.vocabularies.values(), key=lambda each: each.order):
        if vocabulary.pages:
            values = (
                Value(term.slug, vocabulary.title(term), term, tuple(found[vocabulary.id, term.id]))
                for term in vocabulary.terms.values()
                if (vocabulary.id, term.id) in found
            )
            yield Facet(vocabulary.id.replace("_", "-"), vocabulary.name, tuple(values))


def _gathered(
    marked: Iterable[frozenset[tuple[str, str]]], reference: Reference
) -> Mapping[tuple[str, str], list[int]]:
    """The places of each term, those of the narrower terms among them."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    wider: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
    for place, terms in enumerate(marked):
        held: set[tuple[str, str]] = set()
        for name, term in terms:
            if (name, term) not in wider:
                broader = reference.vocabularies[name].broader(term)
                wider[name, term] = frozenset({(name, term), *((name, b.id) for b in broader)})
            held |= wider[name, term]
        for each in held:
            found[each].append(place)
    return found


def _laws(items: Sequence[Item], reference: Reference) -> Iterator[Value]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        laws = (reference.law(citation.law) for citation, _ in item.citations)
        for ident in {law.id for law in laws if law}:
            found[ident].append(place)
    for ident, law in reference.laws.items():
        if ident in found:
            yield Value(law.slug, law.name, law, tuple(found[ident]))


def _years(items: Sequence[Item]) -> Iterator[Value]:
    found: dict[int, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        found[item.entry.published.year].append(place)
    for year in sorted(found, reverse=True):
        yield Value(str(year), say("year_named", year=year), year, tuple(found[year]))
