"""The faults found in real publications: each is caught, by a rule or already by the form.

The list is that of the collection of real entries and of the facts on what to remove before
publication; the examples here are made up after them.
"""

import pytest
from saying import entry, said

from conftest import DAY
from yaoan.corpus import record_of
from yaoan.diagnostics import Report, Source
from yaoan.doors import Workshop
from yaoan.kinds import all_kinds, example_of
from yaoan.reference import Reference

PARTY = {"name": "某药店", "kind": "pharmacy"}
DECISION = {"status": "decided", "authority": "示例区市场监督管理局"}


def facts(text: str, **lines: object):
    return {"facts": text, **lines}


FAULTS = {
    "name masked in the table and clear in the facts": (
        "Y382",
        facts("陈建华在店里承认。", parties=[PARTY | {"legal_representative": "陈**"}]),
    ),
    "name masked by 某 and clear in the title of a source": (
        "Y382",
        {
            "parties": [{"name": "李某", "kind": "natural_person"}],
            "sources": [{"publisher": "某局", "title": "李建国销售劣药案"}],
        },
    ),
    "name in the file name of a picture": (
        "Y382",
        {
            "parties": [{"name": "李某", "kind": "natural_person"}],
            "pictures": [{"file": "李建国.jpg", "alt": "检查现场"}],
        },
    ),
    "home address of a pharmacy manager": ("Y328", facts("负责人家住幸福小区3号楼2单元501室。")),
    "mobile number of a pharmacy manager": ("Y322", facts("负责人电话13812345678。")),
    "ID with six digits, ten X and four digits": ("Y325", facts("身份证110101XXXXXXXXXX0011。")),
    "phone 132***287": ("Y325", facts("电话132***287。")),
    "phone 137XXXX4760": ("Y325", facts("电话137XXXX4760。")),
    "ID fragment beside a clear name": ("Y381", facts("当事人王建国，身份证1101011990********。")),
    "decision number masked": ("Y316", {"decisions": [DECISION | {"number": "示市监处罚〔2025〕xxx号"}]}),
    "decision number with odd brackets": (
        "Y316",
        {"decisions": [DECISION | {"number": "示市监处罚[2024〕9号"}]},
    ),
    "decision number that lost its brackets": (
        "Y316",
        {"decisions": [DECISION | {"number": "示市监罚字2023457号"}]},
    ),
    "odd brackets in a text": ("Y315", facts("文号为示市监处罚[2024〕9号。")),
    "credit code masked in a text": ("Y317", facts("统一社会信用代码：911xxxxxxxxx。")),
    "licence number called a credit code in a text": (
        "Y317",
        facts("统一社会信用代码：PDY12345678901234D6001。"),
    ),
    "fine column that holds the total": (
        "Y333",
        {
            "decisions": [
                DECISION
                | {"penalties": [{"kind": "confiscate_gains", "amount": "202"}, {"kind": "fine", "amount": "11202"}]}
            ]
        },
    ),
    "2099-12-31": ("Y310", facts("处罚有效期至2099-12-31。")),
    "undefined": ("Y313", facts("处罚依据：undefined。")),
    "a question mark for a lost sign": ("Y314", facts("市场监?管理局作出决定。")),
    "a witness in clear": ("Y330", facts("证人刘洋证实了这一点。")),
    "a customer in clear": ("Y330", facts("卖给顾客赵敏两盒。")),
    "an officer named while the party is masked": ("Y330", facts("执法人员周涛、吴静到场检查。")),
    "a reporter in clear": ("Y330", facts("举报人孙丽反映该店卖假药。")),
    "a minor who can be recognised": ("Y329", facts("患者李某某，9岁，服用后呕吐。")),
    "arrested shown as convicted": (
        "Y343",
        {"tracks": ["court_final"], "criminal": [{"stage": "detained"}]},
    ),
    "criminals before judgment": (
        "Y342",
        {"summary": "犯罪分子李某卖假药被抓获。", "criminal": [], "tracks": []},
    ),
    "a crime before judgment": (
        "Y341",
        {"criminal": [{"stage": "detained", "crime": "生产、销售假药罪"}]},
    ),
    "the number of a law before its revision": (
        "Y344",
        {"found": "2018-05", "decisions": [], "acts": [{"what": "卖假药", "violates": ["药品管理法 第一百一十六条"]}]},
    ),
    "two days of production that cannot both be": (
        "Y309",
        {"acts": [{"what": "卖劣药", "goods": [{"name": "药", "made": "2023-05", "expires": "2022-05"}]}]},
    ),
    "found after it was decided": (
        "Y309",
        {"found": "2023-09-26", "decisions": [DECISION | {"on": "2023-08-01"}]},
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_real_publications_is_caught(
    sample: Workshop, national: Reference, fault: str
) -> None:
    code, lines = FAULTS[fault]
    record = entry("typical-cases", **lines)
    problems = said(sample.corpus.office, national, DAY, record)
    assert code in {each.code for each in problems}


def test_the_same_entry_without_a_fault_passes(sample: Workshop, national: Reference) -> None:
    problems = said(sample.corpus.office, national, DAY, entry("typical-cases"))
    assert not problems


PENALTY_FAULTS = {
    "a warning alone in the column of penalties": ("Y331", [{"penalties": [{"kind": "warning"}]}]),
    "the simple procedure in the column of penalties": ("Y332", [{"procedure": "simple"}]),
    "the day of decision left empty": ("Y334", [{"on": "", "penalties": [{"kind": "fine"}]}]),
}


@pytest.mark.parametrize("fault", PENALTY_FAULTS)
def test_a_fault_of_real_penalty_tables_is_caught(
    sample: Workshop, national: Reference, fault: str
) -> None:
    code, decisions = PENALTY_FAULTS[fault]
    record = entry("penalties", decisions=[DECISION | each for each in decisions])
    assert code in {each.code for each in said(sample.corpus.office, national, DAY, record)}


def test_a_replacement_character_is_refused_by_the_reader() -> None:
    form, report = all_kinds()["notices"], Report()
    text = example_of(form.kind).decode().replace("药品", "药\ufffd", 1)
    record_of(form, "notice-2026-0001", Source("notice.yml", text), None, report)
    assert [each.code for each in report] == ["Y002"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("PDY12345678901234D6001", "Y120"),
        ("911xxxxxxxxx", "Y119"),
        ("91110105MA00000001", "Y119"),
    ],
    ids=["a licence number in the field of the code", "a masked code", "a wrong check digit"],
)
def test_a_wrong_code_is_refused_by_the_form(typed: str, code: str) -> None:
    form, report = all_kinds()["typical-cases"], Report()
    text = example_of(form.kind).decode().replace("    kind: pharmacy\n", f"    kind: pharmacy\n    code: {typed}\n")
    record_of(form, "case-2026-0001", Source("case.yml", text), None, report)
    assert {each.code for each in report} == {code}
