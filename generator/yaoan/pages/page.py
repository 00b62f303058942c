"""A page as a value: where it goes and what it says."""

from dataclasses import dataclass, field
from json import JSONEncoder

from yaoan.bilingual import Language

_said = JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True)
class Page:
    """A Markdown page.

    *path* is where it stands among the site's Markdown files (`en/laws/dal.md`), *edit* the file
    that a person edits to change it, *meta* what the page shell needs besides the text.
    """

    path: str
    language: Language
    title: str
    body: str
    edit: str | None = None
    meta: dict[str, object] = field(default_factory=dict)

    @property
    def markdown(self) -> str:
        """The page with its front matter, each value as JSON, which is YAML too."""
        front = {"title": self.title, "language": self.language, **self.meta}
        lines = (f"{key}: {_said(value)}" for key, value in front.items())
        return "---\n" + "\n".join(lines) + "\n---\n\n" + self.body.strip() + "\n"
