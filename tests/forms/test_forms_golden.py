"""Golden cases of the forms: one file, one situation of a filled-in form.

`input` is the Chinese file, `english` the one beside it. Either `value` says what each field shows
(`Chinese | English`), or `problems` lists each `code line:column` in order, with `en` before those
of the English file; `message` and `help` are parts of their Chinese words, `fix` is the text after
every fix is done, which then has no problem left.
"""

from pathlib import Path
from typing import Annotated

import pytest
import yaml

from yaoan import source
from yaoan.diagnostics import Report, Source
from yaoan.forms import (
    FAULTS,
    Amount,
    Bullets,
    Citation,
    CreditCode,
    Day,
    DecisionNumber,
    Emphasis,
    EntryId,
    Figure,
    Form,
    Link,
    MedicalLicence,
    Number,
    Paragraph,
    Prose,
    Quantity,
    Term,
    Text,
    Vocabulary,
    WebAddress,
    When,
    Words,
    YesNo,
    field,
    fill,
)

FOLDER = Path(__file__).with_name("golden")


class Party(Form):
    name: Text = field("名称", "Name", "不点名时写“某药店”")
    fine: Amount | None = field("罚款", "Fine", default=None)


class Paper(Form):
    """Something of every value type; nothing in it is required."""

    title: Text | None = field("标题", "Title", default=None)
    facts: Prose | None = field("案情", "Facts", default=None)
    fine: Amount | None = field("罚款", "Fine", default=None)
    on: When | None = field("时间", "On", default=None)
    published: Day | None = field("发布日期", "Published", default=None)
    basis: tuple[Citation, ...] = field("法律依据", "Basis", default=())
    number: DecisionNumber | None = field("文号", "Number", default=None)
    code: CreditCode | None = field("信用代码", "Credit code", default=None)
    licence: MedicalLicence | None = field("登记号", "Licence", default=None)
    address: WebAddress | None = field("网址", "Address", default=None)
    related: tuple[EntryId, ...] = field("相关条目", "Related", default=())
    goods: Quantity | None = field("数量", "Goods", default=None)
    demonstration: YesNo = field("演示数据", "Demonstration", default=False)
    stage: Annotated[Term, Vocabulary("stage")] | None = field("阶段", "Stage", default=None)
    acts: tuple[Number, ...] = field("行为", "Acts", default=())
    first: Party | None = field("当事人", "Party", default=None)
    parties: tuple[Party, ...] = field("各方", "Parties", default=())


def filled(zh, en=None):
    report = Report()
    tree = source.read(Source("zh", zh), report)
    english = source.read(Source("en", en), report) if en is not None else None
    assert not list(report), "the text of a golden case must be readable"
    paper = fill(Paper, tree, report, english)
    return paper, list(report)


def placed(problem):
    file = "en " if problem.span.source.name == "en" else ""
    return f"{file}{problem.code} {problem.span.line}:{problem.span.column}"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_filling(path):
    case = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    paper, problems = filled(case["input"], case.get("english"))
    assert sorted(map(placed, problems)) == sorted(case.get("problems", []))
    assert (paper is None) is bool(problems)
    if "value" in case:
        assert {key: shown(getattr(paper, key)) for key in case["value"]} == case["value"]
    assert case.get("message", "") in "\n".join(each.message.zh for each in problems)
    assert case.get("help", "") in "\n".join(each.help.zh for each in problems)
    if "fix" in case:
        mended = source.mend(case["input"], [each.fix for each in problems if each.fix])
        assert mended == case["fix"]
        assert filled(mended)[1] == []


def shown(value):
    """What a value says in both languages, `zh | en` where they differ."""
    match value:
        case tuple():
            return [shown(each) for each in value]
        case Citation():
            zh, en = (
                " ".join(f"{value.law}{value.version} {value.place(x)}".split())
                for x in ("zh", "en")
            )
        case Quantity():
            zh, en = value.zh(), value.en("units")
        case Prose():
            zh, en = drawn(value.blocks("zh")), drawn(value.blocks("en"))
        case Form():
            return {key: shown(each) for key, each in value if each is not None}
        case _:
            speak = getattr(value, "in_", lambda language: str(value))
            zh, en = speak("zh"), speak("en")
    return zh if zh == en else f"{zh} | {en}"


def drawn(blocks):
    """Prose as a small drawing: ¶ a paragraph, <…> strong, /…/ emphasis, [words→target]."""
    return "".join(_block(each) for each in blocks)


def _block(block):
    if isinstance(block, Bullets):
        sign = "#" if block.ordered else "•"
        return "".join(f"({sign}{drawn(item)})" for item in block.items)
    if isinstance(block, Figure):
        return f"[picture {block.number}]"
    assert isinstance(block, Paragraph)
    return "¶" + "".join(_inline(each) for each in block.inner)


def _inline(each):
    if isinstance(each, Words):
        return each.text
    inner = "".join(_inline(one) for one in each.inner)
    if isinstance(each, Link):
        return f"[{inner}→{each.target}]"
    assert isinstance(each, Emphasis)
    return f"<{inner}>" if each.strong else f"/{inner}/"


def test_every_fault_has_a_golden_case():
    """Too few items (Y108) stands in test_forms_fill.py, a rank that is none (Y134) in reference."""
    text = "".join(path.read_text("utf-8") for path in FOLDER.glob("*.yml"))
    assert {fault.code for fault in FAULTS if f"{fault.code} " not in text} == {"Y108", "Y134"}
