"""自然人的姓名没有隐去 | A person's name in clear

自然人当事人、法定代表人等个人的姓名，除依法公开名称的以外，写姓氏加“某”；
同姓的写“张某甲”“张某乙”。

A person who is a party, and a legal representative, is named by surname and a placeholder, unless
the name is published by law; people of one surname get one more sign to tell them apart.

Source: Personal Information Protection Law (2021), Art. 6, 25 [V]; SAMR Order 45 (2021), Art. 6 [V]
Bad: typical-cases
    parties:
      - {name: 王建国, kind: natural_person}
Good: typical-cases
    parties:
      - {name: 王某, kind: natural_person, legal_representative: 李某}
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.kinds import Party

from .rule import Context, Entry, Finding, Record, rule

_PEOPLE = ("natural_person", "responsible_person")
_MASKED = re.compile("某|[×＊*]|[甲乙丙丁戊]")
_NAME = re.compile("[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+")
_MESSAGE = Bilingual("“{name}”像是完整的姓名", "“{name}” looks like a full name")
_HELP = Bilingual(
    "写姓氏加“某”，如“王某”；依法公开名称的，把 naming 写成 named",
    "write the surname and 某, such as 王某; if the name is published by law set `naming: named`",
)


@rule("Y323", looks_at="values")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for found in record.holding(Party):
        party: Party = found.value
        if party.naming == "named":
            continue
        is_person = party.kind in _PEOPLE or party.type == "natural_person"
        for key, name in (
            ("name", party.name if is_person else None),
            ("legal_representative", party.legal_representative),
        ):
            if name and _NAME.fullmatch(name.zh) and not _MASKED.search(name.zh):
                yield Finding(record.at(*found.path, key), _MESSAGE.fill(name=name.zh), _HELP)


RULE = check
