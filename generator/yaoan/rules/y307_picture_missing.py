"""图片文件不在旁边 | A picture that is not there

图片和条目放在同一个文件夹里，文件名要完全一致，包括大小写。

A picture lies in the folder of its entry, under exactly the name given, upper and lower case
included.

Source: this project
Bad: notices
    pictures:
      - {file: missing.jpg, alt: 宣传现场}
Good: notices
    pictures: []
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import nearest

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("找不到图片“{file}”", "the picture “{file}” is not there")
_MEANT = Bilingual("文件夹里有“{file}”，是不是它？", "the folder has “{file}”; is that it?")
_HELP = Bilingual("把图片放到 {folder} 里", "put the picture into {folder}")


@rule("Y307", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    if not entry.pictures:
        return
    folder = record.file.rpartition("/")[0]
    places = (name.rpartition("/") for name in context.corpus.pictures)
    beside = {name for place, _, name in places if place == folder}
    for index, picture in enumerate(entry.pictures):
        if picture.file not in beside:
            close = nearest(picture.file, beside)
            advice = _MEANT.fill(file=close) if close else _HELP.fill(folder=folder)
            span = record.at("pictures", index, "file")
            yield Finding(span, _MESSAGE.fill(file=picture.file), advice)


RULE = check
