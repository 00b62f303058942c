"""The templates, and how a value in one becomes Markdown."""

from collections.abc import Callable, Sequence
from functools import cache
from html import escape as html_escape
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from . import addresses
from .pen import Pen
from .prose import outside_address

Source = tuple[str, str | None, Callable[[], bool] | None]


@pass_context
def written(context: Context, value: object) -> Markup:
    """What `{{ value }}` writes: always escaped, in the page's language."""
    pen: Pen = context["pen"]
    return pen.show(value)


@cache
def environment(own: Path | None = None) -> Environment:
    """The templates of this room and of the kinds, those in the folder *own* before them."""
    loaders: Sequence[BaseLoader] = [
        *([FileSystemLoader(own)] if own and own.is_dir() else []),
        PackageLoader("yaoan", "pages/templates"),
        _Kinds(),
    ]
    env = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        finalize=written,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals["addresses"] = addresses
    env.filters["heading"] = Markup
    env.filters["verbatim"] = lambda text: Markup(html_escape(str(text), quote=False))
    env.filters["address"] = outside_address
    env.filters["page_url"] = lambda path: Markup(str(path).removesuffix(".md") + "/")
    return env


class _Kinds(BaseLoader):
    """`kinds/typical_cases/page.md.j2` from wherever the kinds' room has that folder."""

    def get_source(self, environment: Environment, template: str) -> Source:
        import yaoan.kinds as room

        prefix, _, rest = template.partition("/")
        loader = FileSystemLoader(list(room.__path__))
        return loader.get_source(environment, rest if prefix == "kinds" else template)
