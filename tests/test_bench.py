"""What `make bench` measures with: the corpora, the words for Hugo, the section of RESULTS.md."""

import datetime as dt
import sys
from pathlib import Path
from types import ModuleType

import pytest

from yaoan.doors import Workshop

BENCH = Path(__file__).parent / "bench"
COUNT = 60


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch):
    """A module of tests/bench by its name; none of them stays imported."""
    monkeypatch.syspath_prepend(BENCH)
    monkeypatch.syspath_prepend(BENCH / "hugo")
    before = set(sys.modules)

    def module(name: str) -> ModuleType:
        return __import__(name)

    yield module
    for name in set(sys.modules) - before:
        if str(BENCH) in str(getattr(sys.modules[name], "__file__", None)):
            del sys.modules[name]


def test_the_same_numbers_make_the_same_corpus_and_others_another(bench):
    corpus = bench("corpus")

    def texts(seed: int) -> list[tuple[str, tuple[str, str]]]:
        return [(made.path, made.texts()) for made in corpus.entries(COUNT, seed)]

    assert texts(1) == texts(1) != texts(2)
    assert len({path for path, _ in texts(1)}) == COUNT


def test_a_corpus_has_no_errors_and_most_of_the_kinds(bench, tmp_path: Path):
    bench("corpus").write(tmp_path / "office", COUNT)
    workshop = Workshop.open(tmp_path / "office", dt.date(2026, 11, 22))
    assert not workshop.report.failed
    assert len(list(workshop.corpus.filled)) == COUNT
    assert len({item.kind.folder for item in workshop.site.items.values()}) >= 6


def test_a_title_is_changed_and_put_back(bench, tmp_path: Path):
    retitled = bench("offices").retitled
    entry = tmp_path / "entry.yml"
    for text in ("title: 一\nsummary: 二\n", 'title: "一：二"\nsummary: 二\n'):
        entry.write_text(text, "utf-8")
        retitled(entry, "甲")
        once = entry.read_text("utf-8")
        retitled(entry, "乙")
        assert once != entry.read_text("utf-8") != text
        retitled(entry, "")
        assert entry.read_text("utf-8") == text


def test_only_the_own_section_of_the_results_is_replaced(bench, tmp_path: Path):
    record, file = bench("results").record, tmp_path / "RESULTS.md"
    record("Speed", "first", file)
    record("Other", "stays", file)
    record("Speed", "second", file)
    assert file.read_text("utf-8") == "# Measurements\n\n## Speed\n\nsecond\n\n## Other\n\nstays\n"


def test_markdown_is_put_into_the_words_of_hugo(bench):
    page = '---\ntitle: "一"\ntags: []\n---\n# 一 {: #title }\n\n<div class="x" markdown="1">\n\n[二](../laws/dal/98.md#a){: .more } [三](index.md) [四](https://a.cn/)\n{: .hint }\n'
    assert bench("make").page(page, "en/penalties/p.md") == (
        '---\ntitle: "一"\ntold: []\n---\n# 一 {#title}\n\n<div class="x">\n\n<a href="/en/laws/dal/98/#a" class="more">二</a> [三](/en/penalties/) [四](https://a.cn/)\n{.hint}\n'
    )


def test_costs_are_put_beside_what_is_asked_for(bench):
    results, metered = bench("results"), bench("metered")
    made = [
        results.Result(20_000, name, metered.Cost(cpu, 1, 1), metered.Output())
        for name, cpu in ((results.COLD, 100), ("yaoan build, nothing changed", 7))
    ]
    assert "| 20,000 | yaoan build, nothing changed ÷ yaoan build, cold | 0.07 | 0.1 |" in results.ratios(made)


def test_a_command_is_measured_with_the_processes_it_starts(bench, tmp_path: Path):
    metered = bench("metered")
    busy = "import subprocess,sys,time\nend=time.process_time()+.3\nwhile time.process_time()<end: pass\n"
    twice = f"import subprocess,sys\nfor _ in '12': subprocess.run([sys.executable,'-c',{busy!r}],check=True)"
    cost = metered.metered([sys.executable, "-c", twice], tmp_path)
    assert cost.cpu >= 0.6
    assert cost.peak > 5_000_000
    with pytest.raises(metered.Failed, match="gone wrong"):
        metered.metered([sys.executable, "-c", "raise SystemExit('gone wrong')"], tmp_path)


def test_a_function_counts_for_its_room_or_library(bench):
    stage = bench("profiled").stage
    assert stage("/x/generator/yaoan/doors/leaks/views.py") == "yaoan doors/leaks"
    assert stage("/x/generator/yaoan/doors/build.py") == "yaoan doors"
    assert stage("/x/generator/yaoan/words.py") == "yaoan words.py"
    assert stage("/x/lib/python3.11/site-packages/markdown/core.py") == "markdown"
    assert stage("/x/lib/python3.11/json/encoder.py") == "Python"
