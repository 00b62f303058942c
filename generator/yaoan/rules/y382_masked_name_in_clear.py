"""一处隐名，别处露名 | Masked in one place, in clear in another

当事人一栏写了“王某”，正文、图片文件名、替代文字、来源标题、英文，或者相关条目里又写出全名，
等于没有隐。一处隐去的名字，哪里都不能出现全名。

A party masked by surname whose full name stands in the text, a picture's file name, its alternative
text, the title of a source, the English, or a linked entry is not masked at all. A name masked
once may appear in clear nowhere.

Source: SAMR Order 45 (2021), Art. 6 [V]; Personal Information Protection Law (2021), Art. 25 [V];
masked in the table but in clear in the facts, observed in published decisions [O]
Bad: typical-cases
    parties:
      - {name: 某药店, kind: pharmacy, legal_representative: 陈某}
    facts: 检查当天，陈建华在店里卖药。
Good: typical-cases
    parties:
      - {name: 某药店, kind: pharmacy, legal_representative: 陈某}
    facts: 检查当天，陈某在店里卖药。
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.kinds import Party

from .rule import Context, Finding, Record, rule

_MESSAGE = Bilingual(
    "别处写的是“{masked}”，这里却露出了“{name}”",
    "elsewhere this is “{masked}”, but here stands “{name}”",
)
_HELP = Bilingual(
    "这里也写成隐去的样子；图片改名，来源标题改写",
    "mask it here too; rename the picture, reword the title of the source",
)


@rule("Y382", looks_at="file")
def check(record: Record, context: Context) -> Iterator[Finding]:
    typed = record.seen
    for masked, start, end in [*_of_masked(record), *_of_linked(record, context)]:
        message = _MESSAGE.fill(masked=masked, name=typed.text[start:end])
        yield Finding(typed.span(start, end), message, _HELP)


def _of_masked(record: Record) -> Iterator[tuple[str, int, int]]:
    """Full names of the surnames that the entry masks."""
    names, typed = record.names, record.seen
    for surname in record.masked:
        masked = f"{surname}某"
        for match in names.clear_of(surname, typed.text):
            if match[0] not in record.named:
                yield masked, *match.span()
        for start, end in record.english_names:
            if names.is_of(surname, typed.text[start:end]):
                yield masked, start, end
    for picture, start in record.files if record.masked else ():
        for surname in record.masked:
            if file := names.file_of(surname, picture.lower()):
                yield f"{surname}某", start + file.start(), start + file.end()


def _of_linked(record: Record, context: Context) -> Iterator[tuple[str, int, int]]:
    """Names that a linked entry gives and this one does not."""
    parties: list[Party] = [found.value for found in record.holding(Party)]
    masked = next((each.name.zh for each in parties if each.naming != "named"), "")
    for name in context.names_of(record.id) if masked else ():
        name = record.names.simplified(name)
        at = record.seen.text.find(name)
        if at >= 0 and name not in record.named:
            yield masked, at, at + len(name)


RULE = check
