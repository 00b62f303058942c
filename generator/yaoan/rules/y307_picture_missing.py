"""图片文件不在旁边 | A picture that is not there

图片和条目放在同一个文件夹里，文件名要完全一致，包括大小写。正文里用 ![](1) 放第 1 张图片，
1 是它在 pictures 里的次序。

A picture lies in the folder of its entry, under exactly the name given, upper and lower case
included. ![](1) in a text places picture 1 of the list `pictures`.

Source: this project
Bad: notices
    pictures:
      - {file: missing.jpg, alt: 宣传现场}
Good: notices
    pictures: []
"""

from collections.abc import Iterator

from yaoan.bilingual import LANGUAGES, Bilingual
from yaoan.diagnostics import Span, nearest
from yaoan.forms import Prose

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("找不到图片“{file}”", "the picture “{file}” is not there")
_MEANT = Bilingual("文件夹里有“{file}”，是不是它？", "the folder has “{file}”; is that it?")
_HELP = Bilingual("把图片放到 {folder} 里", "put the picture into {folder}")

_NO_NUMBER = Bilingual("正文里要放第 {number} 张图片，但没有这一张", "there is no picture {number}")
_LISTED = Bilingual(
    "pictures 里写了 {count} 张；补上这一张，或者改掉正文里的 ![]({number})",
    "`pictures` lists {count}; add this one, or change ![]({number}) in the text",
)


@rule("Y307", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    folder = record.file.rpartition("/")[0]
    beside = context.pictures(folder) if entry.pictures else frozenset()
    for index, picture in enumerate(entry.pictures):
        if picture.file not in beside:
            close = nearest(picture.file, sorted(beside))
            advice = _MEANT.fill(file=close) if close else _HELP.fill(folder=folder)
            span = record.at("pictures", index, "file")
            yield Finding(span, _MESSAGE.fill(file=picture.file), advice)
    yield from _placed(record, len(entry.pictures))


def _placed(record: Record, count: int) -> Iterator[Finding]:
    """Pictures that a text has a place for, but that the entry does not list."""
    for found in record.holding(Prose):
        for language in LANGUAGES:
            for number in found.value.figures(language):
                if number > count:
                    place = record.at(*found.path)
                    whole = Span(place.source, place.start, len(place.source.text))
                    advice = _LISTED.fill(number=number, count=count)
                    message = _NO_NUMBER.fill(number=number)
                    yield Finding(whole.find(f"![]({number})").head, message, advice)


RULE = check
