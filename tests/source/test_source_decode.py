"""Bytes that are no UTF-8 are told apart and told in their place; of a large file little is read."""

from pathlib import Path

import pytest

from yaoan import source

LARGEST = 256 * 1024


def told(data: bytes) -> tuple[str, int, int, str]:
    """The text as the writer sees it, the place of the problem, and what it says."""
    text, problem = source.decode("entry.yml", data)
    assert problem is not None
    return text.text, problem.span.start, problem.span.end, problem.message.en


def test_of_a_file_that_is_too_large_only_the_beginning_is_read(tmp_path: Path):
    path = tmp_path / "entry.yml"
    path.write_bytes(b"\r\n" + b"x" * 3 * LARGEST)
    assert source.take(path) == b"\r\n" + b"x" * (LARGEST - 1)
    path.write_bytes(b"a: b\r\n")
    assert source.take(path) == b"a: b\r\n"


def test_a_file_of_one_byte_too_many_is_refused_and_its_beginning_shown():
    text, start, end, said = told(b"#" * (LARGEST + 1))
    assert (text, start, end) == ("#" * 200, 0, 1)
    assert "256 KB" in said


@pytest.mark.parametrize(
    ("encoding", "called"),
    [("gbk", "GBK"), ("gb18030", "GBK"), ("utf-16", "UTF-16")],
)
@pytest.mark.parametrize("text", ["首", "title: 首页\nby: 某局\n"])
def test_each_encoding_is_told_and_its_text_shown(text: str, encoding: str, called: str):
    shown, start, end, said = told(text.encode(encoding))
    assert shown.lstrip("\ufeff") == text
    assert (start, end) == ({"utf-16": 0}.get(encoding, text.index("首")), start + 1)
    assert f"it looks like {called})" in said


def test_the_other_byte_order_is_known_too():
    shown, *_, said = told(b"\xfe\xff" + "title: 药\n".encode("utf-16-be"))
    assert shown == "\ufefftitle: 药\n"
    assert "it looks like UTF-16)" in said


def test_what_is_no_text_is_called_nothing():
    assert "it looks like ?)" in told(b"\x89PNG\r\n" + b"\xff\x00" * 40)[3]


@pytest.mark.parametrize(("odd", "called"), [(10, "GBK"), (11, "?")])
def test_a_few_broken_characters_are_still_the_encoding_that_they_are_in(odd: int, called: str):
    """Of a hundred characters up to ten may be broken."""
    data = "药".encode("gbk") + b"x" * (99 - odd) + b"\xff" * odd
    assert len(data.decode("gb18030", "replace")) == 100
    assert f"it looks like {called})" in told(data)[3]


@pytest.mark.parametrize(
    ("data", "shown", "start"),
    [
        ("药".encode() + b"\xff x", "鑽\ufffd\ufffd x", 2),
        ("首".encode("gbk") + b"\r\n\r" + b"\xff", "首\n\n\ufffd", 0),
        ("药\r\n\r".encode() + b"\xff x", "鑽\ufffd\n\n\ufffd x", 4),
        (b"\xff", "\ufffd", 0),
    ],
)
def test_the_place_is_counted_in_what_is_shown(data: bytes, shown: str, start: int):
    assert told(data)[:3] == (shown, start, start + 1)
