"""正文里写了个人的全名 | A person's full name in a text

个人的姓名只从当事人一栏来，按公开方式显示。正文、标题、来源里写“当事人”“法定代表人”，
要区分人时写姓氏加“某”。

Personal names come from the list of parties only and are shown as its naming policy says. Texts,
titles and sources write “the party” or “the legal representative”, or mask the given name.

Source: Personal Information Protection Law (2021), Art. 6, 25 [V]; SAMR Order 45 (2021), Art. 6 [V]
Bad: typical-cases
    facts: 经查，当事人王建国从网上购进药品。
Good: typical-cases
    facts: 经查，当事人王某从网上购进药品。
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .roles import cues, honoured, named_after, told_after
from .rule import Context, Finding, Record, rule

_WORDS = cues(
    "当事人 法定代表人 法人代表 经营者 店主 老板娘 老板 业主 投资人 实际控制人 合伙人 嫌疑人 被告人"
    " 被告 店员 营业员 业务员 雇员 村医 收款人 上线 下线 卖家 货主 司机 同伙"
    " 妻子 丈夫 爱人 配偶 前妻 前夫 儿子 女儿 父亲 母亲 哥哥 弟弟 姐姐 妹妹"
    " 之妻 之夫 之子 之女 之父 之母 自然人 姓名 名叫 曾用名 别名",
    "part(?:y|ies) owners? representatives? suspects? defendants? operators? shopkeepers?"
    " sellers? drivers? wife husband Owners? Part(?:y|ies) Mr\\.? Ms\\.? Mrs\\.? Miss Madam Old",
)
_IN_CASES = cues(
    "负责人 药师 医生 医师 护士 联系人 员工 经理 股东",
    "managers? pharmacists? doctors? nurses? employees? contact",
)
_RUN = re.compile("[\u4e00-\u9fff]+")
_LONGEST = 4
"""Characters of a name: two of a surname, two of a given name."""
_MESSAGE = Bilingual("“{name}”像是个人的全名", "“{name}” looks like a person's full name")
_HELP = Bilingual(
    "删掉，或写姓氏加“某”；依法公开姓名的，写进 parties 并把 naming 写成 named",
    "delete or mask it; a name published by law stands in `parties` with `naming: named`",
)


@rule("Y381", looks_at="file", anywhere=True)
def check(record: Record, context: Context) -> Iterator[Finding]:
    typed = record.seen
    found = [*named_after(_WORDS, record), *honoured(record), *_chinese_in_english(record)]
    found += told_after(record, _WORDS, _IN_CASES)
    if record.about_parties:
        found += named_after(_IN_CASES, record)
    for start, end in found:
        name = typed.text[start:end]
        if name not in record.named:
            yield Finding(typed.span(start, end), _MESSAGE.fill(name=name), _HELP)


def _chinese_in_english(record: Record) -> Iterator[tuple[int, int]]:
    text, start = record.seen.text, record.seen.english_at
    for run in () if start is None or text[start:].isascii() else _RUN.finditer(text, start):
        if len(run[0]) <= _LONGEST and record.names.full(run[0]) == run[0]:
            yield run.span()


RULE = check
