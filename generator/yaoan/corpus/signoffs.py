"""Which sign-offs an entry still needs before the office may publish it."""

from yaoan.kinds import Entry, Signature

from .office import Office

Role = str
"""A review by the key of its field: `handler`, `legal`, `secrecy`, `personal_data`."""


def missing_signoffs(entry: Entry, office: Office) -> tuple[Role, ...]:
    """The reviews that *office* asks for and *entry* does not have, in the office's order.

    Nobody reviews their own work: of two reviews signed by the same one, the second is missing.
    """
    missing, signers = [], set()
    for role in office.needs_signed:
        signature: Signature | None = getattr(entry.review, role, None)
        if signature is None or signer(signature) in signers:
            missing.append(role)
        else:
            signers.add(signer(signature))
    return tuple(missing)


def signer(signature: Signature) -> str:
    """Who signed, in a form to compare."""
    return "".join(signature.by.zh.split()).casefold()
