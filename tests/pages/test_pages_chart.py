"""A chart is well-formed, named, and says every label as it was typed, whatever was typed."""

from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from yaoan.pages.chart import LINE, Bar, chart, lines

SVG = "{http://www.w3.org/2000/svg}"
LABELS = st.text(min_size=1, max_size=60) | st.sampled_from(
    [
        "</text><script>alert(1)</script>",
        '" onload="alert(1)',
        "&lt;b&gt; &amp; &#60;",
        "]]> <![CDATA[ <!-- -->",
        "= 1 + 1 | `a` *b* {: #x }",
        "\x00\x08\x1f\ufffe\ufffd",
    ]
)


def shown(text: str) -> str:
    """A text as XML can hold it, white space aside."""
    kept = (c if c in "\t\n\r" or (c >= " " and not 0xD800 <= ord(c) < 0xE000) else "\ufffd" for c in text)
    return "".join("".join(c if c not in "\ufffe\uffff" else "\ufffd" for c in kept).split())


@settings(max_examples=150, deadline=None)
@given(bars=st.lists(st.tuples(LABELS, st.integers(0, 10**6)), max_size=6), title=LABELS)
def test_any_counts_and_labels_make_a_well_formed_chart(bars: list[tuple[str, int]], title: str):
    drawn = str(chart([Bar(*each) for each in bars], title, "说明", "c-1"))
    root = ET.fromstring(drawn)
    svg = root[0]
    assert svg.attrib["role"] == "img"
    ids = {each.get("id"): each for each in svg if each.get("id")}
    named = [ids[each] for each in svg.attrib["aria-labelledby"].split()]
    assert [each.tag for each in named] == [f"{SVG}title", f"{SVG}desc"]
    assert shown(named[0].text or "") == shown(title)
    said = "".join(each.text or "" for each in svg.iter(f"{SVG}text") if not each.get("class"))
    assert shown(said) == "".join(shown(label) for label, _ in bars)
    many = [each.text for each in svg.iter(f"{SVG}text") if each.get("class") == "many"]
    assert many == [str(count) for _, count in bars]
    wide = [float(each.attrib["width"].rstrip("%")) for each in svg.iter(f"{SVG}rect")]
    assert all(0 <= each <= 100 for each in wide)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        *("figure", "svg", "title", "desc", "text", "rect")
    }
    assert not any("style" in each.attrib for each in root.iter())
    assert "\n\n" not in drawn


@settings(max_examples=80, deadline=None)
@given(label=LABELS)
def test_a_browser_reads_a_chart_as_an_xml_reader_does(label: str):
    tree = html.fromstring(f"<div>{chart([Bar(label, 1)], label, label, 'c-1')}</div>")
    assert len(tree.xpath(".//*[local-name()='rect']")) == 1
    assert not tree.xpath(".//script | .//*[@onload]")


def test_bars_are_as_long_as_their_numbers():
    svg = ET.fromstring(str(chart([Bar("甲", 10), Bar("乙", 5), Bar("丙", 0)], "题", "", "c")))[0]
    wide = [float(each.attrib["width"].rstrip("%")) for each in svg.iter(f"{SVG}rect")]
    assert wide == [wide[0], wide[0] / 2, 0]


def test_a_long_label_is_broken_where_a_line_may_break():
    assert list(lines("违法生产医疗器械（未注册、未办理注册变更或者未经许可）")) == [
        "违法生产医疗器械（未注册、",
        "未办理注册变更或者未经许",
        "可）",
    ]
    assert list(lines("Changing the mode of drug distribution without approval")) == [
        "Changing the mode of drug ",
        "distribution without ",
        "approval",
    ]
    assert [len(each) for each in lines("x" * 60)] == [2 * LINE, 2 * LINE, 8]
