"""What a template writes with: it speaks, knows the site, and writes the parts of entries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from jinja2.environment import TemplateModule
from markupsafe import Markup

from yaoan.bilingual import Bilingual, Language
from yaoan.forms import Amount, Prose, Quantity, total
from yaoan.kinds import Penalty, held
from yaoan.site import Item, Moment, Outcome, Site, outcome
from yaoan.words import say

from . import marks
from .chart import counted
from .environment import Templates, templates
from .escape import escape
from .guide import Guide
from .prose import markdown

_UNITS = ("goods_unit", "figure_unit")


@dataclass(frozen=True, eq=False)
class Pen(Guide):
    """Writes the pages of one site in one language.

    Nothing that it writes depends on what it wrote before; it only remembers what it will be
    asked again.
    """

    templates: Templates
    modules: dict[str | None, TemplateModule] = field(init=False, default_factory=dict, repr=False)
    """The templates that others import, at hand for this pen."""

    _items: dict[tuple[str, str], str] = field(init=False, default_factory=dict, repr=False)

    def write(self, template: str, **context: object) -> str:
        """What *template* says, the marks still in it."""
        found = self.templates.get_template(f"{template}.md.j2")
        return found.render(pen=self, site=self.site, **context)

    def card(self, item: Item, level: str) -> Markup:
        """What a list shows of an entry, under a heading of that *level*."""
        return Markup(self._once("card", item).replace(marks.LEVEL, level))

    def line(self, item: Item) -> Markup:
        """An entry as a line of a list."""
        return Markup(self._once("line", item))

    def _once(self, name: str, item: Item) -> str:
        """What the template *name*, the kind's own or ours, says of an entry on any page."""
        known = self._items.get((name, item.id))
        if known is None:
            template = self.templates.of_kind(item.kind.module, f"{name}.md.j2")
            known = template.render(pen=self, site=self.site, item=item, level=marks.LEVEL)
            self._items[name, item.id] = known
        return known

    def prose(self, text: Prose | None) -> Markup:
        """Longer text; where it is not translated, the Chinese with a notice."""
        if text is None or not text.zh:
            return Markup("")
        body = markdown(text.blocks(self.language), self.to_item, marks.figure)
        if text.has(self.language):
            return body
        notice = escape(say("not_translated").in_(self.language))
        return Markup(
            f'<div class="untranslated" markdown="1">\n\n<p class="hint">{notice}</p>\n\n'
            f'<div lang="zh" markdown="1">\n\n{body}\n\n</div>\n\n</div>'
        )

    def figure(self, item: Item, number: int) -> Markup:
        """The picture of that number of an entry, with its words."""
        picture = item.entry.pictures[number - 1]
        credit = self.say("in_brackets", what=picture.credit) if picture.credit else ""
        return Markup(
            f'<figure markdown="1">\n\n![{self.bare(picture.alt)}]'
            f"({self.picture(item, picture.file)})\n\n"
            f"<figcaption>{self.words(picture.alt)}{credit}</figcaption>\n</figure>"
        )

    def unplaced(self, item: Item) -> list[int]:
        """The numbers of the pictures that have no place in any text of an entry."""
        if not item.entry.pictures:
            return []
        texts = held(item.entry, Prose)
        placed = {number for text in texts for number in text.figures(self.language)}
        return [n for n, _ in enumerate(item.entry.pictures, start=1) if n not in placed]

    def index_number(self, item: Item) -> str | None:
        """The number under which the office discloses the entry, where it gives such numbers."""
        pattern = self.office.index_pattern
        return pattern.number(item.id) if pattern else None

    def timeline(self, item: Item) -> tuple[Moment, ...]:
        return item.timeline

    def outcome(self, item: Item) -> tuple[Outcome, ...]:
        return outcome(item.entry, self.site.reference)

    def quantity(self, quantity: Quantity) -> str:
        """A quantity in this page's language."""
        if self.language == "zh":
            return quantity.zh()
        return quantity.en(self._units.get(quantity.unit, quantity.unit))

    @cached_property
    def _units(self) -> dict[str, str]:
        """The English of each unit by its Chinese."""
        known = self.site.reference.vocabularies
        terms = (term for each in _UNITS for term in known[each].terms.values())
        return {term.name.zh: term.name.en for term in terms}

    def chart(
        self, title: Bilingual, counts: Iterable[tuple[Bilingual, int]], *, invented: bool = False
    ) -> Markup:
        """A bar chart of how many entries there are of each; nothing where there are none."""
        return counted(self.language, title, tuple(counts), invented)

    def total(self, penalties: Iterable[Penalty], kind: str | None = None) -> Amount | None:
        """What *penalties*, or those of one *kind*, come to; None where there are not two sums, or
        one is not exactly known.

        A fine or a confiscation of gains is always a sum; other penalties are when they say one.
        """
        wanted = [each for each in penalties if kind is None or each.kind == kind]
        sums = [each.amount for each in wanted if each.amount or each.kind in self._sums]
        known = [amount for amount in sums if amount]
        return total(known) if len(known) == len(sums) > 1 else None

    @cached_property
    def _sums(self) -> frozenset[str]:
        return self._kinds_of_penalty("money")

    @cached_property
    def whole_penalties(self) -> frozenset[str]:
        """The kinds of penalty that need no further words, such as a warning."""
        return self._kinds_of_penalty("whole")

    def _kinds_of_penalty(self, mark: str) -> frozenset[str]:
        kinds = self.site.reference.vocabularies["penalty_kind"].terms.values()
        return frozenset(term.id for term in kinds if term.attributes.get(mark) == "true")


@lru_cache(maxsize=2)
def pen(site: Site, language: Language, own: Path | None) -> Pen:
    """The pen for *site* in *language*; templates in the folder *own* come before ours."""
    return Pen(language, site, templates(language, own))
