"""A file as a value: where it goes and what it holds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class File:
    """A file of the site that is no page: *path* from the site's root, and its bytes."""

    path: str
    data: bytes
