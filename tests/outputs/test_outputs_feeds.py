"""The feeds: valid Atom, newest first, every text as typed, the same on every build."""

import datetime as dt
from xml.etree import ElementTree as ET

from conftest import DAY, Office, put
from yaoan import outputs
from yaoan.doors import Workshop
from yaoan.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
NOTICE = "cases/notices/2026/notice-2026-0001.yml"
HOSTILE = """\
title: '</title><script>alert(1)</script>&amp; ]]>'
summary: 甲
published: 2026-03-05
type: arrangement
by: 示例区市场监督管理局
body: 乙
"""


def feeds(site: Site) -> dict[str, ET.Element]:
    made = (each for each in outputs.write(site) if each.path.endswith(".xml"))
    return {each.path: ET.fromstring(each.data) for each in made}


def test_every_column_has_a_feed_in_both_languages(sample: Workshop):
    found = feeds(sample.site)
    for column in sample.site.collections:
        for start in ("", "en/"):
            feed = found[f"{start}{column.kind.folder}/feed.xml"]
            ids = [each.findtext(f"{ATOM}id") for each in feed.iter(f"{ATOM}entry")]
            assert len(ids) == len(column.items[:50])
            assert [each.rpartition("/")[0].rpartition("/")[2] for each in ids] == [
                item.id for item in column.items[:50]
            ]


def test_a_feed_gives_what_atom_demands(sample: Workshop):
    for path, feed in feeds(sample.site).items():
        ids = [each.text for each in feed.iter(f"{ATOM}id")]
        assert len(ids) == len(set(ids)), path
        for node in [feed, *feed.iter(f"{ATOM}entry")]:
            for tag in ("id", "title", "updated"):
                assert (node.findtext(ATOM + tag) or "").strip(), (path, tag)
            assert dt.datetime.fromisoformat(node.findtext(f"{ATOM}updated") or "").tzinfo
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None


def test_english_titles_are_english_or_marked_as_chinese(sample: Workshop):
    for title in feeds(sample.site)["en/feed.xml"].iter(f"{ATOM}title"):
        chinese = any("\u4e00" <= char <= "\u9fff" for char in title.text or "")
        assert title.get(f"{XML}lang") != "en" or not chinese


def test_a_hostile_title_stays_text(office: Office):
    folder = office()
    put(folder, NOTICE, HOSTILE)
    workshop = Workshop.open(folder, DAY)
    entry = feeds(workshop.site)["feed.xml"].find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "</title><script>alert(1)</script>&amp; ]]>"
