"""能认出未成年人 | A minor who can be recognised

未满十八岁的人，不写姓名，连“姓加某”也不写；学校、年级、村庄等能让人猜出是谁的都删掉。
不满十四周岁的，个人信息都是敏感个人信息。

Nobody under eighteen is named, not even by surname; school, class and village go too, since they
let readers guess. All personal data of a child under fourteen is sensitive.

Source: Personal Information Protection Law (2021), Art. 28, 31 [V]; trial rules on disclosing drug
penalty decisions (2014), Art. 6: remove whatever a minor can be inferred from [S]
Bad: typical-cases
    facts: 患者李某某，9岁，服用后呕吐。
Good: typical-cases
    facts: 一名儿童服用后呕吐。
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Finding, Record, rule

_AGE = re.compile(r"(?:周岁|岁|-year-old|years old|aged \d|个月大|月龄)")
_SIGNS = ("岁", "year", "aged", "月大", "月龄")
_BEFORE = re.compile(
    r"(1[0-7]|(?<!\d)\d|十[一二三四五六七]?|(?<![十〇零])[一二三四五六七八九两])\s*$"
)
_AFTER = re.compile(r"\s*(?:以[下上内]|及以|[-—~～至到]|或以)")
_SCHOOL = re.compile(
    "小学|中学|幼儿园|年级|[Pp]rimary [Ss]chool|[Mm]iddle [Ss]chool|[Kk]indergarten"
)
_PUPIL = re.compile("小学生|中学生|初中生|高中生|初一|初二|初三|高一|高二|高三|年级")
_CLAUSE = re.compile(r"[^，。；、\n\0]*")
_SURNAME = re.compile(r"\b([A-Z][a-zü]+),? (?:an?|aged) ")
_PARTS = re.compile("[，、：:（(“ ]|患者|学生|儿童|女孩|男孩|其[子女]|儿子|女儿|孙[子女]|将|给|为")
_SENTENCE = re.compile(r"[。；\n\0]|\. ")
_MESSAGE = Bilingual("这里能认出一个未成年人", "a minor can be recognised here")
_HELP = Bilingual(
    "写成“一名儿童”“一名未成年人”，删掉姓、年龄、学校和村庄",
    "write “a child” or “a minor”; delete surname, age, school and village",
)


@rule("Y329", looks_at="file", anywhere=True)
def check(record: Record, context: Context) -> Iterator[Finding]:
    text = record.seen.text
    for age in _AGE.finditer(text) if any(each in text for each in _SIGNS) else ():
        young = _BEFORE.search(text, max(age.start() - 4, 0), age.start())
        aged = age[0].startswith("aged")
        if not (young or (aged and _is_young(text, age.end()))) or _AFTER.match(text, age.end()):
            continue
        start = max((each.end() for each in _SENTENCE.finditer(text, 0, age.start())), default=0)
        end = _SENTENCE.search(text, age.end())
        if _recognised(record, start, end.start() if end else len(text)):
            yield Finding(record.seen.span(*age.span()), _MESSAGE, _HELP)
    for pupil in _PUPIL.finditer(text):
        rest = _CLAUSE.match(text, pupil.end())
        if rest and (record.names.masked_in(rest[0]) or record.names.full(rest[0])):
            yield Finding(record.seen.span(*pupil.span()), _MESSAGE, _HELP)


def _is_young(text: str, end: int) -> bool:
    digits = re.match(r"\d{1,2}", text[end - 1 : end + 2])
    return bool(digits) and int(digits[0] if digits else 99) < 18


def _recognised(record: Record, start: int, end: int) -> bool:
    sentence, names = record.seen.text[start:end], record.names
    return bool(
        _SCHOOL.search(sentence)
        or names.masked_in(sentence)
        or any(start <= first < end for first, _ in record.english_names)
        or any(names.is_surname(each[1]) for each in _SURNAME.finditer(sentence))
        or any(names.full(part) for part in _PARTS.split(sentence))
    )


RULE = check
