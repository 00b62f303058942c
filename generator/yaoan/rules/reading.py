"""A record as the rules read it: what several of them ask for is worked out once, then let go."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from yaoan.bilingual import Bilingual
from yaoan.corpus import PICTURES, Record, named
from yaoan.diagnostics import Source
from yaoan.forms import Prose
from yaoan.kinds import Entry, Found, Kind, walk
from yaoan.source import Branch, Leaf, at

from .names import Names
from .numbers import Number, numbers
from .typed import Typed

_PATH = re.compile(r"https?://[^/\s]+(/\S*)")


@dataclass(frozen=True)
class Reading(Record):
    """A record while the rules look at it."""

    names: Names

    @classmethod
    def of(cls, record: Record, names: Names) -> "Reading":
        """A reading of *record*; its caches end with it, so that a large corpus stays small."""
        held: dict[str, Any] = {each.name: getattr(record, each.name) for each in fields(record)}
        return cls(**held, names=names)

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every value of the entry, or of what of it is in order."""
        return tuple(walk(self.draft)) if self.draft is not None else ()

    @cached_property
    def typed(self) -> Typed:
        """Everything typed, in the Chinese file and in the English one."""
        return Typed.of(self)

    @cached_property
    def seen(self) -> Typed:
        """Everything typed as a reader takes it in, for the rules that look for people."""
        return self.typed.plainly(dict(self._said()), self.names.simplified)

    def _said(self) -> Iterator[tuple[int, str]]:
        """Prose in which emphasis or links may part a name or number, as it is said, with the
        addresses that it leads to; by the id of its leaf."""
        for each in self.holding(Prose):
            said = ((self.tree, each.value.zh, "zh"), (self.english, each.value.en, "en"))
            for tree, text, language in said:
                leaf = at(tree, each.path) if tree and ("*" in text or "](" in text) else None
                if isinstance(leaf, Leaf):
                    every = (unquote(link.target) for link in each.value.links())
                    links = (target for target in every if target in unquote(text))
                    yield id(leaf), "\n".join([*each.value.paragraphs(language), *links])

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers in what is seen that lead to a person."""
        return tuple(numbers(self.seen))

    @cached_property
    def masked(self) -> tuple[str, ...]:
        """The surnames of those whom the entry masks: 王 where it writes 王某."""
        return tuple(sorted(self.names.masked_in(self.seen.text)))

    @cached_property
    def english_names(self) -> tuple[tuple[int, int], ...]:
        """Where full names of Chinese people stand in Latin letters, in either file."""
        return tuple(self.names.english_in(self.seen.text))

    @property
    def files(self) -> Iterator[tuple[str, int]]:
        """The names of the picture files and the paths of addresses, with their places in what
        is seen."""
        for leaf, start in zip(self.seen.leaves, self.seen.starts, strict=True):
            if leaf.text.lower().endswith(PICTURES):
                yield leaf.text, start
            elif path := _PATH.match(leaf.text):
                yield path[1], start + path.start(1)

    @cached_property
    def _filled(self) -> dict[str, Any]:
        return {} if self.draft is None else self.draft.__dict__

    def part(self, key: str, default: Any = None) -> Any:
        """What the entry holds under *key*; *default* where its form has no such field."""
        return self._filled.get(key, default)

    def asks(self, key: str) -> bool:
        """Whether the form of the entry has that field."""
        return key in self._filled

    @property
    def about_parties(self) -> bool:
        """Whether the entry tells what somebody did: whether its form has a party in it."""
        return self.asks("parties") or self.asks("party")

    @cached_property
    def named(self) -> frozenset[str]:
        """The names that the entry gives in clear and may."""
        every = frozenset(named(self.draft))
        return every | {self.names.simplified(each) for each in every}

    def holding(self, kind: type[Any]) -> tuple[Found, ...]:
        """Every value of exactly the type *kind*, with its path."""
        return tuple(self._by_type.get(kind, ()))

    @cached_property
    def _by_type(self) -> dict[type[Any], list[Found]]:
        found: dict[type[Any], list[Found]] = defaultdict(list)
        for each in self.found:
            found[type(each.value)].append(each)
        return found


_STRONG = re.compile(r"(?<!\*)\*\*(?!\*)")
_PAGE = Kind("docs", Bilingual("手写页面", "Hand-written page"), Bilingual(""), "page", 0)


@dataclass(frozen=True)
class Page(Reading):
    """A text that is no entry: a page that somebody wrote by hand, the office's own file."""

    @cached_property
    def draft(self) -> Entry | None:
        """None, for no form asks for it."""
        return None

    @classmethod
    def of_text(cls, source: Source, names: Names) -> "Page":
        """The whole text as one value, in English where its file is; strong words stay together."""
        place = (source, 0, len(source.text))
        leaf = Leaf(_STRONG.sub("", source.text), *place)
        text = Branch(((Leaf("text", *place), leaf),), *place)
        english = "/en/" in source.name or source.name.endswith(".en.yml")
        tree = Branch((), *place) if english else text
        return cls(source.name, _PAGE, source.name, tree, text if english else None, None, names)
