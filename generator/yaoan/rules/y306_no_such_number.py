"""引用的序号不存在 | A number that points at nobody

处罚和行为用序号指明是哪个当事人、哪项行为。序号超出范围，就不知道罚的是谁、为什么罚。

Penalties and acts name their party and act by number. A number out of range leaves open who was
penalised and for what.

Source: this project; each penalty item belongs to a party and an act (generator/decisions/0002)
Bad: typical-cases
    decisions:
      - status: decided
        penalties:
          - {kind: fine, amount: 50000, parties: [7]}
Good: typical-cases
    decisions:
      - status: decided
        penalties:
          - {kind: fine, amount: 50000, parties: [1]}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual(
    "没有第 {number} 个{what}，一共 {count} 个",
    "there is no {what} number {number}; there are {count}",
)
_HELP = Bilingual("按列表里的顺序从 1 数起", "count from 1 in the order of the list")
_LISTS = {"parties": "parties", "acts": "acts", "party": "parties"}
_WHAT = {"parties": Bilingual("当事人", "party"), "acts": Bilingual("违法行为", "act")}


@rule("Y306", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for found in record.holding(int):
        listed = _LISTS.get(found.note.key)
        if listed is None:
            continue
        count = len(record.part(listed, ()))
        if not 1 <= found.value <= count:
            message = _MESSAGE.fill(number=found.value, what=_WHAT[listed], count=count)
            yield Finding(record.at(*found.path), message, _HELP)


RULE = check
