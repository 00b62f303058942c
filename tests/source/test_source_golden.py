"""Golden cases of the reader: one file, one situation of an entry as a person might type it.

`input` is the text (in `encoding`, if not UTF-8). Either `value` says what was read, or `problems`
lists each `code line:column` in order; `message`, `help` and `not_said` are about their Chinese
words, and `fix` is the text after every fix is done, which then has no problem left.
"""

from pathlib import Path

import pytest
import yaml

from yaoan import source
from yaoan.diagnostics import Report

FOLDER = Path(__file__).with_name("golden")


def read(data: bytes):
    report = Report()
    text, problem = source.decode("entry.yml", data)
    if problem:
        report.add(problem)
    tree = None if problem else source.read(text, report)
    return tree, list(report), text


def placed(problems):
    found = sorted(problems, key=lambda each: (each.span.line, each.span.column, each.code))
    return [f"{each.code} {each.span.line}:{each.span.column}" for each in found]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_reading(path):
    case = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    tree, problems, text = read(case["input"].encode(case.get("encoding", "utf-8")))
    assert placed(problems) == case.get("problems", [])
    if "value" in case:
        assert source.plain(tree) == case["value"]
    assert case.get("message", "") in "\n".join(each.message.zh for each in problems)
    assert case.get("help", "") in "\n".join(each.help.zh for each in problems)
    if "not_said" in case:
        assert not any(case["not_said"] in each.message.zh for each in problems)
    if "fix" in case:
        assert mended(text.text, problems) == case["fix"]


def mended(text, problems):
    """The text as `yaoan check --fix` leaves it: fixed again until nothing is left to fix."""
    for _ in range(5):
        fixes = [each.fix for each in problems if each.fix]
        if not fixes:
            break
        text = source.mend(text, fixes)
        problems = read(text.encode())[1]
    assert not problems
    return text


def test_every_fault_has_a_golden_case():
    """Too large, too many and too long (Y016, Y018, Y019, Y024) stand in test_source_limits.py."""
    text = "".join(path.read_text("utf-8") for path in FOLDER.glob("*.yml"))
    missing = {fault.code for fault in source.FAULTS if f"{fault.code} " not in text}
    assert missing == {"Y016", "Y018", "Y019", "Y024"}
