"""Prose written back as Markdown: its structure anew, its words escaped."""

from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from yaoan.forms import Block, Bullets, Emphasis, Figure, Inline, Link, Paragraph, Words

from .escape import escape

EntryLink = Callable[[str], str | None]
Picture = Callable[[int], str]

_MEANING = "()<>[]\\\"'`*{}| "


def _no_picture(number: int) -> str:
    raise ValueError(f"picture {number} of a text that has none")


def markdown(
    blocks: Iterable[Block], entry_link: EntryLink, picture: Picture = _no_picture
) -> Markup:
    """The blocks as Markdown; *entry_link* gives the address of an entry, None if it has none,
    *picture* writes the entry's picture of that number."""
    return Markup("\n\n".join(_apart(blocks, entry_link, picture)))


def _apart(blocks: Iterable[Block], links: EntryLink, picture: Picture) -> Iterator[str]:
    """The blocks one by one, two lists in a row kept apart by an empty comment."""
    before: Block | None = None
    for block in blocks:
        if isinstance(before, Bullets) and isinstance(block, Bullets):
            yield "<!-- -->"
        yield picture(block.number) if isinstance(block, Figure) else _block(block, links, "")
        before = block


def _block(block: Block, links: EntryLink, indent: str) -> str:
    if isinstance(block, Paragraph):
        return indent + _inlines(block.inner, links)
    if isinstance(block, Bullets):
        return "\n\n".join(_items(block, links, indent))
    raise TypeError("a picture in a list")  # the parser allows none


def _items(block: Bullets, links: EntryLink, indent: str) -> Iterable[str]:
    for number, item in enumerate(block.items, start=1):
        sign = f"{number}.  " if block.ordered else "-   "
        first, *rest = item or (Paragraph(()),)
        lead = _block(first, links, indent + "    ")[len(indent) + 4 :]
        yield "\n\n".join(
            [f"{indent}{sign}{lead}", *(_block(each, links, indent + "    ") for each in rest)]
        )


def _inlines(inner: tuple[Inline, ...], links: EntryLink) -> str:
    return "".join(_inline(each, links) for each in inner)


def _inline(each: Inline, links: EntryLink) -> str:
    match each:
        case Words(text):
            return _spaced(text)
        case Emphasis(inner, strong):
            tag = "strong" if strong else "em"
            return f"<{tag}>{_inlines(inner, links)}</{tag}>"
        case Link(target, inner):
            address = links(target) if each.entry else outside_address(target)
            words = _inlines(inner, links)
            return f"[{words}]({address})" if address else words


def _spaced(text: str) -> str:
    """Words with the spaces at their ends kept, which `escape` keeps as one space each."""
    return str(escape(text))


def outside_address(target: str) -> Markup:
    """An outside address, the signs escaped that could end it early or mean something here."""
    safe = (f"%{ord(char):02X}" if char in _MEANING else char for char in target)
    return Markup("".join(safe).replace("&", "&amp;"))
