"""What of an entry tells who the party is."""

from yaoan.kinds import Decision, Entry, Party, walk
from yaoan.reference import Reference


def parties(entry: Entry) -> tuple[Party, ...]:
    """Every party of an entry, wherever it stands."""
    return tuple(each.value for each in walk(entry, Party))


def by_policy(party: Party, reference: Reference) -> bool:
    """Whether the naming policy lets the name of *party* show, in full or in part."""
    policy = reference.term("naming", party.naming)
    return policy is not None and policy.attributes.get("names") == "true"


def named(party: Party, reference: Reference) -> bool:
    """Whether the entry tells who *party* is, by its policy or by a code."""
    return by_policy(party, reference) or bool(party.code or party.licence)


def numbered(entry: Entry) -> bool:
    """Whether the entry gives the true number of a decision, by which a party can be looked up."""
    decisions = (each.value for each in walk(entry, Decision))
    return any(
        each.number and not each.number.unknown and not each.fictional_number for each in decisions
    )
