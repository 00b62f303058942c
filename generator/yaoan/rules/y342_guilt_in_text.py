"""没有判决，文字却已定罪 | Words of guilt before judgment

案件还在移送、侦查、起诉阶段，标题、摘要和案情里就不能写“犯罪分子”“被判刑”“构成某某罪”。
有没有罪由法院判决。

While a case is transferred, investigated or prosecuted, title, summary and facts do not speak of
criminals, sentences or crimes committed. Whether there is guilt is for a court to say.

Source: Criminal Law, Art. 141 to 142-1: guilt is found by courts only [V]; Criminal Procedure Law,
Art. 12 [M]; “arrested” read as convicted observed in published cases [O]
Bad: typical-cases
    summary: 犯罪分子李某卖假药，已被公安机关抓获。
    criminal: []
Good: typical-cases
    summary: 李某涉嫌卖假药，已移送公安机关。
    criminal: []
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Entry, Finding, Record, rule

_JUDGED = ("first_instance", "final")
_GUILT = re.compile(
    "犯罪分子|罪犯|犯罪团伙|获刑|被判|判处有期徒刑|判处拘役|判处无期|有罪|(?:构成|犯有|犯下)[^，。；\\0]{1,12}罪|已?犯(?!罪)[^，。；\\0]{1,12}罪(?!嫌|分)"
    "|[Cc]onvicted|[Ss]entenced to|found guilty|[Cc]riminal gang|the criminals?\\b"
)
_OPEN = re.compile(
    r"(?:涉嫌|是否|不|未|没有|如果?|尚待|可能|涉|not|whether|if|suspected of)[^，。；]{0,14}$"
)
_MESSAGE = Bilingual("还没有判决，不能写“{words}”", "no judgment yet, so not “{words}”")
_HELP = Bilingual(
    "写“涉嫌”“犯罪嫌疑人”；已经判决的，在 criminal 里加上判决",
    "write “suspected”; if there is a judgment, add it to `criminal`",
)


@rule("Y342", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    steps = getattr(entry, "criminal", None)
    told = not record.about_parties or any(step.stage in _JUDGED for step in steps or ())
    if told:
        return
    typed = record.typed
    for match in _GUILT.finditer(typed.text):
        in_story = typed.path(match.start())[0] in ("title", "summary", "facts")
        if in_story and not _OPEN.search(typed.before(match.start(), 16)):
            span = typed.span(*match.span())
            yield Finding(span, _MESSAGE.fill(words=match[0]), _HELP)


RULE = check
