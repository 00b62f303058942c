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
from yaoan.diagnostics import Severity, Span
from yaoan.source import at

from .rule import Context, Entry, Finding, Record, rule

_JUDGED = ("first_instance", "final")
_STORY = ("title", "summary", "facts")
_GUILT = re.compile(
    "犯罪分子|罪犯|犯罪团伙|获刑|被判|判处有期徒刑|判处拘役|判处无期|有罪"
    "|构成[^，。；]{1,12}罪|犯有[^，。；]{1,12}罪|犯下[^，。；]{1,12}罪|已犯[^，。；]{1,12}罪"
    "|onvicted|entenced to|found guilty|riminal gang|the criminals?\\b"
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
    steps = record.part("criminal")
    stages = {step.stage for step in steps or () if step.stage}
    unknown = any(context.reference.term("criminal_stage", each) is None for each in stages)
    if unknown or not record.about_parties or stages & {*_JUDGED}:
        return
    for key in _STORY:
        said = record.part(key)
        for text in (said.zh, said.en) if said else ():
            for match in _GUILT.finditer(text):
                if not _OPEN.search(text[max(match.start() - 16, 0) : match.start()]):
                    message = _MESSAGE.fill(words=match[0])
                    yield Finding(_place(record, key, match[0]), message, _HELP)


def _place(record: Record, key: str, words: str) -> Span:
    """Where *words* stand under *key*, in the Chinese file or in the English one."""
    for tree in filter(None, (record.tree, record.english)):
        whole = at(tree, (key,)).span
        if (found := whole.find(words)) != whole:
            return found
    return record.at(key)


RULE = check
