"""链接到不存在的条目 | A link to an entry that does not exist

相关条目、对应处罚、被取代条目和正文里的条目链接，都要指向本站已有的编号。

Related entries, the penalty behind a listing, superseded items and links in texts must name an
entry of this site.

Source: this project
Bad: notices
    related: [case-1999-0001]
Good: notices
    related: []
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.forms import EntryId, Prose
from yaoan.kinds import Found

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("没有编号为 {id} 的条目", "there is no entry {id}")
_MEANT = Bilingual("是不是 {id}？", "did you mean {id}?")
_HELP = Bilingual("核对编号，或删掉这个链接", "check the id, or delete the link")


@rule("Y305", looks_at="values")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for found in (*record.holding(EntryId), *record.holding(Prose)):
        for target in _targets(found):
            if not context.has(target):
                span = record.at(*found.path).source
                place = record.at(*found.path)
                whole = type(place)(span, place.start, len(span.text)).find(target)
                close = context.like(target)
                advice = _MEANT.fill(id=close) if close else _HELP
                yield Finding(whole, _MESSAGE.fill(id=target), advice)


def _targets(found: Found) -> Iterator[str]:
    if isinstance(found.value, EntryId):
        yield found.value
    elif isinstance(found.value, Prose):
        yield from (link.entry for link in found.value.links() if link.entry)


RULE = check
