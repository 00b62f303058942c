"""Where each page stands, and how one page points at another."""

from functools import lru_cache
from posixpath import relpath

from yaoan.bilingual import Language
from yaoan.corpus import Office
from yaoan.kinds import Kind
from yaoan.reference import Law, Term
from yaoan.site import Choice, Collection, Item, Row, Tally

STATISTICS = "statistics/index.md"
REPORTED = "statistics/reported.md"
QUIZ = "quiz.md"
CHECKLISTS = "checklists/index.md"

PAGE_SIZE = 20
"""How many entries a page of a list shows."""


def localised(path: str, language: Language) -> str:
    """The path of the page in *language*: Chinese at the root, English under `en/`."""
    return path if language == "zh" else f"{language}/{path}"


def url(path: str) -> str:
    """The address that a page has on the site: `laws/index.md` is at `laws/`."""
    return path.removesuffix("index.md") if path.endswith("index.md") else f"{path[:-3]}/"


def whole(office: Office, path: str) -> str | None:
    """The whole address of the page or file at *path*; None while the office gives no address."""
    there = url(path) if path.endswith(".md") else path
    return f"{office.root}{there}" if office.root else None


def of_item(item: Item) -> str:
    """The page of an entry."""
    return of_entry(item.kind, item.id)


def of_entry(kind: Kind, ident: str) -> str:
    """The page of the entry of that kind and id."""
    return f"{kind.folder}/{ident}.md"


def of_picture(item: Item, file: str) -> str:
    """Where a picture of an entry is published, once for both languages."""
    return f"{item.kind.folder}/{item.id}/{file.lower()}"


def of_listing(folder: str, number: int = 1) -> str:
    """Page *number* of the list of a kind."""
    return of_page(f"{folder}/index.md", number)


def of_page(first: str, number: int) -> str:
    """Page *number* of the list whose first page stands at *first*."""
    return first if number == 1 else f"{url(first)}page-{number}.md"


def of_whole(page: str, part: str) -> str:
    """The list of all entries of which *page* shows the newest in its part of that id."""
    return f"{url(page)}{part}.md"


def of_column(column: Collection, *, invented: bool) -> str:
    """Where the list of a column has its real entries, or its *invented*, which follow them."""
    folder = column.kind.folder
    if not invented:
        return f"{of_listing(folder)}#listed"
    return f"{of_listing(folder, len(column.real) // PAGE_SIZE + 1)}#invented"


def of_year(folder: str, year: int) -> str:
    """The entries of a kind that were published in *year*."""
    return f"{folder}/year-{year}.md"


def of_vocabulary(vocabulary: str) -> str:
    """The terms of a vocabulary."""
    return f"terms/{vocabulary.replace('_', '-')}/index.md"


def of_term(term: Term) -> str:
    """The entries under a term."""
    return f"terms/{term.vocabulary.replace('_', '-')}/{term.slug}.md"


def of_law(law: Law) -> str:
    """A law and its articles."""
    return f"laws/{law.slug}/index.md"


def of_article(law: Law, article: str) -> str:
    """An article and the entries that cite it; *article* as in `142-1`."""
    return f"laws/{law.slug}/{article}.md"


def of_choice(choice: Choice, folder: str) -> str | None:
    """The page that lists what *choice* leaves; a year has one only within a column's *folder*."""
    if isinstance(choice, Term):
        return of_term(choice)
    if isinstance(choice, Law):
        return of_law(choice)
    return of_year(folder, choice) if folder else None


def of_rule(code: str) -> str:
    """The explanation of a rule."""
    return f"rules/{code.lower()}.md"


def of_tally(folder: str) -> str:
    """The figures of a column."""
    return f"statistics/{folder}.md"


def of_fines(tally: Tally) -> str:
    """Where the fines of a tally are told."""
    return f"{of_tally(tally.column.kind.folder)}#{fines_of(tally)}"


def fines_of(tally: Tally) -> str:
    """The id of what a page tells of the fines of a tally."""
    return "fines-invented" if tally.invented else "fines-real"


def of_row(folder: str, row: Row, *, invented: bool) -> str:
    """Where the entries of a column that *row* counts are listed; *invented* ones stand apart."""
    if isinstance(row.key, int):
        return of_year(folder, row.key) + ("#invented" if invented else "")
    return f"{of_term(row.key)}#{folder}" + ("-invented" if invented else "")


def of_checklist(audience: Term) -> str:
    """The checklist for the readers *audience*."""
    return f"checklists/{audience.slug}.md"


def relative(target: str, page: str) -> str:
    """*target* as a link in *page*, both as paths among the Markdown files."""
    there, _, name = target.rpartition("/")
    return _way(there, page.rpartition("/")[0]) + name


@lru_cache(maxsize=10_000)
def _way(there: str, here: str) -> str:
    """What leads from the folder *here* to the folder *there*."""
    way = relpath(there or ".", here or ".")
    return "" if way == "." else f"{way}/"
