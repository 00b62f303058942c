"""The YAML test suite, naughty strings and Trojan Source: refused with a place, or read; never a traceback."""

import json
import unicodedata
import warnings

import pytest

from conftest import CORPORA
from yaoan import source
from yaoan.diagnostics import FORMATS, Report, Source

CORPUS = CORPORA / "yaml-test-suite.jsonl"
HOSTILE = CORPORA / "hostile-texts.jsonl"
TROJAN = {
    "early return": "title: 药\u202e ⁦ 品⁩ ⁦",
    "commenting out": "# 说明 \u202e \u2066 title: 药\u2069 \u2066\ntitle: 品",
    "stretched string": 'title: "药\u202e \u2066# 品\u2069 \u2066"',
    "embedding": "title: 药\u202a品\u202c",
    "right to left mark": "title: 药\u200f品",
    "arabic letter mark": "title: 药\u061c品",
    "written as an escape": 'title: "药\\u202e品"',
    "in a key": "tit\u200ble: 药",
    "a line that only some see": "title: 药\u2028by: 甲",
    "invisible letters": "title: 药\u3164\uffa0品",
    "tags": "title: 药\U000e0041品",
}
"""Characters that make a file show something other than what it says."""
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
        looked_at(text.replace("\n", ends).encode(encoding, "surrogatepass"))


def looked_at(data: bytes) -> Report:
    """What is said of a file, every problem with its place, its code and what to do."""
    report = Report()
    read, problem = source.decode("a.yml", data)
    report.extend([problem] if problem else [])
    tree = None if problem else source.read(read, report)
    assert tree is not None or report.failed, data
    for found in report:
        assert 1 <= found.span.line <= read.text.count("\n") + 1
        assert found.code
        assert found.help.zh
    FORMATS["text"](report, "zh")
    return report


def test_every_naughty_string_is_read_as_typed_or_refused_at_a_place(full: bool):
    rows = HOSTILE.read_text("utf-8").split("\n") if HOSTILE.exists() else []
    told = [json.loads(row) for row in rows if row]
    texts = [each["text"] for each in told if full or each["source"] == "blns"]
    for text in [*texts, *TROJAN.values()]:
        for file in (text, f"title: {text}\n", f"- {text}\n", f"{text}: x\n"):
            looked_at(file.encode("utf-8", "surrogatepass"))
        typed = json.dumps(text, ensure_ascii=False)
        report = Report()
        tree = source.read(Source("a.yml", f"title: {typed}\n"), report)
        assert report.failed or source.plain(tree) in ({"title": nfc(text)}, {}), text


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("trick", list(TROJAN))
def test_what_shows_something_else_than_it_says_is_refused(trick: str):
    assert "Y002" in {each.code for each in looked_at(TROJAN[trick].encode())}
