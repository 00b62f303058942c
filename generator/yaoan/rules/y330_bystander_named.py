"""举报人、证人、患者等第三人的姓名 | The name of a reporter, witness, patient or other bystander

举报人的信息要保密。患者、证人、顾客不是受处罚的人，健康情况更是敏感个人信息。
执法人员写“执法人员”即可，不写姓名和执法证号。

Whoever reported a breach is kept secret. Patients, witnesses and customers are not the ones
penalised, and health is sensitive personal data. Officers are “officers”, without name or badge.

Source: Drug Administration Law (2019), Art. 106: information on reporters is confidential [V];
Personal Information Protection Law (2021), Art. 25, 28 [V]; leaving out officers' names is
practice [M]
Bad: typical-cases
    facts: 举报人王建国反映，患者李秀英患有糖尿病，服药后头晕。
Good: typical-cases
    facts: 接到群众举报，一名患者服药后头晕。
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .roles import cues, named_after
from .rule import Context, Finding, Record, rule

_WORDS = cues(
    "举报人 投诉人 线索提供人 反映人 证人 见证人 患者 病人 就诊者 就诊人 伤者 死者 受害人 被害人"
    " 消费者 顾客 客户 买家 买药人 购药人 购买者 购买人 家属 家长 学生 同学 小朋友 宝宝"
    " 村民 居民 群众 市民 网友 会员 患儿 孕妇 产妇 老人 邻居 街坊 同村人 老乡 亲戚 朋友"
    " 执法人员 检查人员 办案人员 承办人 检查员 监管员 稽查员",
    "informants? complainants? reporters? witness(?:es)? patients? victims? customers? consumers?"
    " buyers? famil(?:y|ies) villagers? residents? officers? inspectors? Officers? Inspectors?"
    " Patients? Witness(?:es)? Customers? Complainants? [Rr]eported\\sby neighbou?rs? friends?",
)
_DISEASE = re.compile(
    "患有|身患|罹患|确诊|被诊断|因患|患上|因(?=[^，。；\0]{0,8}(?:病|炎|癌|瘤|中风|骨折|住院|就医|就诊))"
)
_MESSAGE = Bilingual("“{name}”像是第三人的姓名", "“{name}” looks like a bystander's name")
_HELP = Bilingual(
    "删掉姓名，写“举报人”“一名患者”“执法人员”",
    "delete the name: “the reporter”, “a patient”, “officers” will do",
)


@rule("Y330", looks_at="file", anywhere=True)
def check(record: Record, context: Context) -> Iterator[Finding]:
    typed = record.seen
    found = list(named_after(_WORDS, record))
    for cue in _DISEASE.finditer(typed.text):
        start = record.names.before(typed.text, cue.start())
        if start < cue.start():
            found.append((start, cue.start()))
    for start, end in found:
        name = typed.text[start:end]
        yield Finding(typed.span(start, end), _MESSAGE.fill(name=name), _HELP)


RULE = check
