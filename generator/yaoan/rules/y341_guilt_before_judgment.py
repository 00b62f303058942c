"""没有判决就写了罪名或刑罚 | Guilt before judgment

移送、立案、采取强制措施、提起公诉都不是有罪。罪名认定和刑罚只能来自法院判决。

A transfer, an investigation, coercive measures or a prosecution is not guilt. The crime found and
the sentence come from a court's judgment only.

Source: Criminal Law, Art. 141 to 142-1: courts find the crime and the sentence [V]; Criminal
Procedure Law, Art. 12 (nobody is guilty before a court's judgment) [M]
Bad: typical-cases
    criminal:
      - {stage: detained, crime: 生产、销售假药罪}
Good: typical-cases
    criminal:
      - {stage: first_instance, crime: 生产、销售假药罪}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Entry, Finding, Record, rule

_JUDGED = ("first_instance", "final")
_MESSAGE = Bilingual("还没有判决，不能写{what}", "no judgment yet, so no {what}")
_HELP = Bilingual(
    "删掉，或把阶段改成 first_instance、final（判决）；嫌疑写在说明里，用“涉嫌”",
    "delete it, or set the stage to first_instance or final; put suspicions into the note, as such",
)


@rule("Y341", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for index, step in enumerate(record.part("criminal", ())):
        if context.reference.term("criminal_stage", step.stage) is None:
            continue
        for key, what in (
            ("crime", Bilingual("罪名", "crime")),
            ("sentence", Bilingual("刑罚", "sentence")),
        ):
            if getattr(step, key) and step.stage not in _JUDGED:
                yield Finding(record.at("criminal", index, key), _MESSAGE.fill(what=what), _HELP)


RULE = check
