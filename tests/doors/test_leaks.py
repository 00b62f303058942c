"""The leak test: a canary in any kind of file, written in any way, is found in its place."""

import base64
import bz2
import gzip
import html
import json
import lzma
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from conftest import put
from yaoan.doors import Leak, Leaked, leaks
from yaoan.doors.leaks.bare import _TABLE, bare, places
from yaoan.doors.leaks.net import Net, distinct
from yaoan.doors.leaks.search import leaks as leaks_in
from yaoan.doors.leaks.views import unescaped
from yaoan.site import Secret, State

NAME = Secret("陈建国", State.SUNSET, "case-2026-0001")
NUMBER = Secret("示市监处罚〔2026〕101号", State.ENDED, "penalty-2026-0002")
WORDS = Secret("Sold out-of-date drugs at the counter", State.WITHDRAWN, "case-2026-0003")
SECRETS = (NAME, NUMBER, WORDS)


def found(name: str, data: bytes | str, *secrets: Secret) -> list[Leak]:
    data = data.encode() if isinstance(data, str) else data
    return list(leaks_in(Net.of(secrets or SECRETS), name, data))


def entities(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)


def hexadecimal(text: str) -> str:
    return "".join(f"&#x{ord(char):X};" for char in text)


def units(text: str) -> str:
    return json.dumps(text)[1:-1].replace("\\u", "\\u")


def braces(text: str) -> str:
    return "".join(f"\\u{{{ord(char):x}}}" for char in text)


def css(text: str) -> str:
    return "".join(f"\\{ord(char):06x} " for char in text)


def folded(text: str) -> str:
    return "\r\n ".join(text)


def spaced(text: str) -> str:
    return " \n".join(text)


def joined(text: str) -> str:
    return "\u200b".join(text)


def tagged(text: str) -> str:
    return "".join(f"<b class='x'>{char}</b>" for char in text)


def wide(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


WAYS = {
    "plain": str,
    "entities": entities,
    "hexadecimal": hexadecimal,
    "escaped html": html.escape,
    "escaped twice": lambda text: html.escape(entities(text)),
    "percent": quote,
    "percent small": lambda text: quote(text).lower(),
    "json": units,
    "json in json": lambda text: json.dumps(units(text))[1:-1],
    "json of entities": lambda text: units(entities(text)),
    "braces": braces,
    "css": css,
    "folded": folded,
    "spaced": spaced,
    "zero width": joined,
    "tags": tagged,
    "tags in a feed": lambda text: html.escape(tagged(text)),
    "tags in json": lambda text: json.dumps(tagged(text)).replace("<", "\\u003c"),
    "full width": wide,
    "capitals": str.upper,
    "soft hyphens": "\u00ad".join,
}


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("secret", SECRETS, ids=lambda each: each.id)
def test_a_secret_is_found_however_it_is_written(way: str, secret: Secret):
    text = f"甲乙丙 \n{WAYS[way](secret.value)}。丁"
    (leak,) = found("a.html", text)
    assert (leak.secret, leak.inside) == (secret, "")
    assert leak.offset == len("甲乙丙 \n".encode()) + (len("<b class='x'>") if way == "tags" else 0) or way in (
        "tags in a feed",
        "tags in json",
    )


PLACES = {
    "index.html": "<p>{}</p>",
    "attribute.html": "<img alt='{}'>",
    "meta.html": "<meta name=description content='{}'>",
    "comment.html": "<!-- {} -->",
    "script.html": "<script>const a = '{}'</script>",
    "feed.xml": "<entry><title>{}</title></entry>",
    "cdata.xml": "<title><![CDATA[{}]]></title>",
    "picture.svg": "<svg><title>{}</title></svg>",
    "data/index.json": '{{"title": "{}"}}',
    "style.css": "a::before {{ content: '{}' }}",
    "script.js": "const words = `{}`;",
    "calendar.ics": "SUMMARY:{}\r\nEND:VEVENT\r\n",
    "table.csv": "1,{},2\n",
    "robots.txt": "# {}\n",
    "no-suffix": "{}",
}


@pytest.mark.parametrize("name", list(PLACES))
def test_a_secret_is_found_in_any_kind_of_file(name: str):
    before = PLACES[name].split("{}")[0].replace("{{", "{")
    (leak,) = found(name, PLACES[name].format(NAME.value))
    assert leak == Leak(name, "", len(before.encode()), NAME)


@pytest.mark.parametrize("name", [NAME.value, quote(NAME.value), "case-陈 建国"])
def test_a_secret_is_found_in_the_name_of_a_file_or_folder(tmp_path: Path, name: str):
    put(tmp_path, f"a/{name}/index.html", "")
    with pytest.raises(Leaked) as caught:
        leaks.search(tmp_path, SECRETS)
    (leak,) = (each for each in caught.value.leaks if each.file.endswith("index.html"))
    assert (leak.inside, leak.secret) == ("name", NAME)


def zipped(data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/strings.xml", data)
    return out.getvalue()


PACKED = {
    "sitemap.xml.gz": (gzip.compress, "gzip"),
    "two.gz": (lambda data: gzip.compress(b"a") + gzip.compress(data[1:]), "gzip"),
    "a.bz2": (bz2.compress, "bzip2"),
    "a.xz": (lzma.compress, "xz"),
    "table.xlsx": (zipped, "xl/strings.xml"),
    "twice.gz": (lambda data: gzip.compress(gzip.compress(data)), "gzip/gzip"),
    "pagefind/fragment/zh_1.pf_fragment": (gzip.compress, "gzip"),
}


@pytest.mark.parametrize("name", list(PACKED))
def test_a_secret_is_found_in_what_is_packed(name: str):
    pack, inside = PACKED[name]
    text = "a 甲" + units(NAME.value)
    assert Leak(name, inside, len("a 甲".encode()), NAME) in found(name, pack(text.encode()))


def test_a_secret_is_found_in_a_link_that_holds_its_data():
    packed = base64.b64encode(NAME.value.encode()).decode()
    (leak,) = found("a.html", f"<a href='data:text/plain;base64,{packed}'>x</a>")
    assert leak == Leak("a.html", "base64", 0, NAME)


def test_a_secret_is_found_as_a_word_of_a_search_index():
    word = NAME.value.encode()
    packed = gzip.compress(b"pagefind_dcd\x81\x99\x01\xa1\x83" + bytes([0x60 + len(word)]) + word + b"\x81\x83\x19\x01")
    (leak,) = found("pagefind/index/zh_1.pf_index", packed)
    assert leak == Leak("pagefind/index/zh_1.pf_index", "gzip", 18, NAME)


def test_a_number_is_found_as_a_word_of_a_search_index():
    number = "case-2026-0001"
    packed = gzip.compress(b"pagefind_dcd\x83" + bytes([0x60 + len(number)]) + number.encode() + b"\x81")
    assert found("a.pf_index", packed, Secret(number, State.ENDED, number))


def test_a_secret_is_found_in_the_texts_of_a_png():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "nobody")
    notes.add_itxt("Title", NAME.value, zip=True)
    notes.add_itxt("Description", NUMBER.value)
    out = BytesIO()
    Image.new("RGB", (9, 9)).save(out, "PNG", pnginfo=notes)
    png = out.getvalue()
    packed, plain = sorted(found("a.png", png), key=lambda leak: leak.inside == "")
    assert packed == Leak("a.png", "iTXt", 0, NAME)
    assert plain == Leak("a.png", "", png.index(NUMBER.value.encode()), NUMBER)


def test_a_secret_is_found_in_a_deflated_latin_text_of_a_png():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", f"x {WORDS.value}", zip=True)
    out = BytesIO()
    Image.new("L", (3, 3)).save(out, "PNG", pnginfo=notes)
    assert found("a.png", out.getvalue()) == [Leak("a.png", "zTXt", 2, WORDS)]


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_a_secret_is_found_in_the_exif_and_xmp_of_a_picture(kind: str):
    exif = Image.Exif()
    exif[0x9C9B] = NAME.value.encode("utf-16-le") + b"\0\0"  # XPTitle, as Windows writes it
    out = BytesIO()
    packet = f"<x:xmpmeta>{NUMBER.value}</x:xmpmeta>".encode()
    more = {} if kind == "PNG" else {"xmp": packet}
    Image.new("RGB", (9, 9)).save(out, kind, exif=exif, **more)
    picture = out.getvalue()
    leaks = {leak.secret: leak for leak in found(f"a.{kind.lower()}", picture)}
    assert leaks[NAME].offset == picture.index(NAME.value.encode("utf-16-le"))
    if more:
        assert leaks[NUMBER].offset == picture.index(NUMBER.value.encode())


def test_a_secret_is_found_in_the_comment_of_a_jpeg_and_after_the_end_of_a_png():
    out = BytesIO()
    Image.new("RGB", (9, 9)).save(out, "JPEG", comment=NAME.value.encode())
    assert [leak.secret for leak in found("a.jpg", out.getvalue())] == [NAME]
    out = BytesIO()
    Image.new("RGB", (9, 9)).save(out, "PNG")
    assert found("a.png", out.getvalue() + NAME.value.encode())[0].offset == len(out.getvalue())


@pytest.mark.parametrize("coding", ["gb18030", "utf-16"])
def test_a_secret_is_found_in_a_table_in_another_encoding(coding: str):
    (leak,) = found("a.csv", f"甲,{NAME.value}\r\n".encode(coding))
    assert leak.secret == NAME
    assert leak.offset == len("甲,".encode(coding))


def test_a_secret_is_found_in_a_stream_of_a_pdf():
    packed = zlib.compress(b"(x) " + WORDS.value.encode())
    pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nstream\n" + packed + b"\nendstream\nendobj\n"
    assert found("a.pdf", pdf) == [Leak("a.pdf", "stream", 4, WORDS)]


SHUT = {
    "a.gz": b"\x1f\x8b\x08\x00broken",
    "cut.gz": gzip.compress(b"a" * 999)[:-9],
    "a.zip": b"PK\x03\x04broken",
    "a.br": b"\x0b\x02\x80",
    "a.zst": struct.pack("<I", 0xFD2FB528),
    "a.7z": b"7z\xbc\xaf\x27\x1c",
}


@pytest.mark.parametrize("name", list(SHUT))
def test_a_file_that_cannot_be_opened_is_not_passed_over(name: str):
    assert found(name, SHUT[name]) == [Leak(name)]


def test_packed_without_end_is_not_opened_without_end():
    data = b"a"
    for _ in range(9):
        data = gzip.compress(data)
    assert found("a.gz", data) == [Leak("a.gz")]


@pytest.mark.parametrize(
    "text",
    [
        "王、某药店",
        "小王。某药店",
        "<td>王</td><td>某</td>",
        "<li>王</li><li>某</li>",
        "王\0某",
    ],
)
def test_names_beside_each_other_make_no_third(text: str):
    assert not found("a.html", text, Secret("王某", State.ENDED, "x"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("notice-2026-0001", "notice-2026-00012"),
        ("Li Ming Hua", "Oli Ming Huang"),
        ("101号文件", "2101号文件"),
        ("20260001", "120260001"),
    ],
)
def test_a_part_of_something_longer_is_something_else(value: str, text: str):
    assert not found("a.html", text, Secret(value, State.ENDED, "x"))
    assert found("a.html", f"（{value}）", Secret(value, State.ENDED, "x"))


@pytest.mark.parametrize("value", ["王", "5000", "2026", "A店", "", "。。。", "12.5%"])
def test_what_stands_on_any_page_by_chance_is_not_sought(value: str):
    assert not Net.of([Secret(value, State.ENDED, "x")]).sought


def test_each_line_of_a_secret_is_sought():
    secret = Secret("第一行的内容\n第二行的内容", State.ENDED, "x")
    assert found("a.html", "<p>第二行的内容</p>", secret)


def test_a_decision_number_is_found_with_other_brackets():
    assert found("a.html", "示市监处罚【2026】101号")
    assert found("a.html", "示市监处罚[2026] 101 号")


def test_the_message_says_where_and_whose_but_not_what():
    (leak,) = found("a/index.html", f"<p>{NAME.value}")
    for words in (leak.message.zh, leak.message.en):
        assert "a/index.html" in words
        assert "3" in words
        assert NAME.id in words
        assert "建国" not in words
    assert "打不开" in Leak("a.br").message.zh


def test_a_site_without_secrets_passes(built: Path):
    leaks.search(built, SECRETS)


LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20)


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("陈建国某药店张李一二三ABcd09（）〔〕—%&<>\\'\" é２"), min_size=2, max_size=30),
    st.sampled_from(list(WAYS)),
    LETTERS,
)
@example("A%41B陈建国", "plain", "50")
@example("&lt;陈建国", "plain", "&")
def test_a_secret_in_any_surroundings_is_found(value: str, way: str, around: str):
    assume(all(distinct(bare(reading)) for reading in unescaped(value)))
    text = f"{around}。\n{WAYS[way](value)}\n。{around}"
    assert found("a.html", text, Secret(value, State.ENDED, "x"))


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_a_text_laid_bare_is_bare_and_traced(text: str):
    letters = bare(text)
    assert letters == text.translate(_TABLE)
    assert bare(letters.replace("\0", "")) == letters.replace("\0", "")
    assert len(places(text)) == len(letters)
    assert all(char.isalnum() or char == "\0" for char in letters)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b"%PDF", b"\x1f\x8b", b"PK\x03\x04"]))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes):
    found("a", start + data)
