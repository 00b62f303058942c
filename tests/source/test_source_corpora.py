"""The YAML test suite, through the strict reader: refused with a place, or read; never a traceback."""

import json
import warnings

import pytest

from conftest import CORPORA
from yaoan import source
from yaoan.diagnostics import FORMATS, Report

CORPUS = CORPORA / "yaml-test-suite.jsonl"
OWN = ["a: &x b\nc: *x\n", "? a\n: b\n", "%YAML 1.2\n---\na: b\n", "- - - a\n", "a: !!int 3\n", "{a: b}"]


@pytest.fixture(scope="module")
def inputs() -> list[str]:
    if not CORPUS.exists():
        warnings.warn(f"{CORPUS} is not there: only the project's own inputs are tried", stacklevel=1)
        return OWN
    rows = CORPUS.read_text("utf-8").split("\n")
    return [*OWN, *(json.loads(row)["yaml"] for row in rows if row)]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "gb18030"]
)
def test_every_input_is_read_or_refused_at_a_place(inputs: list[str], encoding: str, ends: str):
    for text in inputs:
        report = Report()
        data = text.replace("\n", ends).encode(encoding, "surrogatepass")
        read, problem = source.decode("a.yml", data)
        report.extend([problem] if problem else [])
        tree = None if problem else source.read(read, report)
        assert tree is not None or report.failed, text
        for found in report:
            assert 1 <= found.span.line <= read.text.count("\n") + 1
            assert found.code
            assert found.help.zh
        FORMATS["text"](report, "zh")
