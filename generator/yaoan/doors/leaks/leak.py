"""What is found: a secret in a file, and the refusal to show a site that has any."""

from dataclasses import dataclass

from yaoan.bilingual import Bilingual, Language
from yaoan.diagnostics import Fault
from yaoan.site import Secret
from yaoan.words import say

from ..faults import FAULTS

_SAID = 20
"""How many leaks are said: what leaks more often leaks through one template."""


@dataclass(frozen=True)
class Leak:
    """A secret in a file: the offset in bytes, of the file or of what is packed *inside* it.

    Without a secret, a file that cannot be opened, of which nothing can be proved.
    """

    file: str
    inside: str = ""
    offset: int = 0
    secret: Secret | None = None

    @property
    def fault(self) -> Fault:
        return FAULTS["leak" if self.secret else "sealed"]

    @property
    def message(self) -> Bilingual:
        """What is wrong. The secret itself is not said: the record of a build may be public."""
        place = f"{self.file} › {self.inside}" if self.inside else self.file
        if self.secret is None:
            return self.fault.message.fill(place=place)
        return self.fault.message.fill(
            place=place,
            offset=self.offset,
            start=self.secret.value[0],
            size=len(self.secret.value),
            why=say("leak_why_" + self.secret.why),
            id=self.secret.id,
        )


class Leaked(Exception):  # noqa: N818 - it says what happened
    """The built site holds what must not be public."""

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        super().__init__("the built site holds what must not be public")
        self.leaks = leaks

    def said(self, language: Language) -> str:
        """The first leaks, a line each, and how many there are: more lines would help nobody."""
        shown = (f"{one.fault.code} {one.message.in_(language)}" for one in self.leaks[:_SAID])
        return "\n".join([*shown, say("leaked", count=len(self.leaks)).in_(language)])
