"""All that must not be found, sought at once (Aho and Corasick 1975) in texts laid bare."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ahocorasick_rs import BytesAhoCorasick

from yaoan.site import Secret

from .bare import SEAM, bare, places, punctuation
from .views import unescaped

_LONG = 12
"""From so many letters on, a text is known by them whatever punctuation stands between."""

_LEAST = 6
"""The fewest bytes of letters that tell a text from others: two Chinese characters, or six Latin
letters or digits. A shorter one (a year, an amount, one surname) stands on any page by chance."""


@dataclass(frozen=True)
class Sought:
    """One line of a secret, as it is sought."""

    letters: str
    punctuation: int
    secret: Secret

    def in_(self, view: str, start: int, end: int) -> bool:
        """Whether what stands in *view* from *start* to *end* is this, not part of something else.

        A number does not go on in digits, nor a word in letters; and a short text has no more
        punctuation in it than it came with, so that names beside each other make no third.
        """
        before, after = view[start - 1 : start], view[end : end + 1]
        if _joined(before, view[start], self.letters) or _joined(
            view[end - 1], after, self.letters
        ):
            return False
        return len(self.letters) >= _LONG or punctuation(view[start:end]) <= self.punctuation


def _joined(left: str, right: str, letters: str) -> bool:
    """Whether two characters are part of one number, or of one word where a word is sought."""
    if left.isdecimal() and right.isdecimal():
        return True
    return letters.isascii() and letters.isalpha() and _latin(left) and _latin(right)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def lines(secret: Secret) -> Iterator[Sought]:
    """Each line of *secret* that can be told from other texts.

    A line that looks like an escape (`50%20`) is sought as it will be read, too.
    """
    for line in secret.value.splitlines():
        for reading in unescaped(line):
            letters = bare(reading)
            if distinct(letters):
                yield Sought(letters, punctuation(line), secret)


def distinct(letters: str) -> bool:
    """Whether a text of these letters can be told from others."""
    return SEAM not in letters and len(letters.encode()) >= _LEAST


@dataclass(frozen=True)
class Net:
    """Secrets made ready to be sought."""

    sought: tuple[Sought, ...]
    _automaton: BytesAhoCorasick = field(repr=False, compare=False)

    @classmethod
    def of(cls, secrets: Iterable[Secret]) -> "Net":
        unique = {(each.letters, each.secret): each for one in secrets for each in lines(one)}
        sought = tuple(unique.values())
        return cls(sought, BytesAhoCorasick([each.letters.encode() for each in sought]))

    def __reduce__(self) -> tuple[Callable[[Iterable[Secret]], "Net"], tuple[tuple[Secret, ...]]]:
        return Net.of, (self.secrets,)

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """Those of the secrets that can be told from other texts."""
        return tuple(dict.fromkeys(each.secret for each in self.sought))

    def catches(self, text: str) -> bool:
        """Whether *text* may hold a secret; never no when it does."""
        return bool(self._automaton.find_matches_as_indexes(bare(text).encode()))

    def catch(self, text: str) -> Iterator[tuple[int, Sought]]:
        """Every secret in *text*, with the place where it begins."""
        letters = bare(text).encode()
        found = self._automaton.find_matches_as_indexes(letters, overlapping=True)
        where = places(text) if found else []
        for index, start, end in found:
            first, last = (len(letters[:each].decode()) for each in (start, end))
            begin, stop = where[first], where[last - 1] + 1
            if self.sought[index].in_(text, begin, stop):
                yield begin, self.sought[index]
