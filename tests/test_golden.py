"""Whole texts that people see, compared with the files in `golden/`.

`make golden` writes them anew; what changed is then reviewed with `git diff`.
"""

from pathlib import Path

import pytest

from conftest import DAY, Office
from yaoan.diagnostics import FORMATS
from yaoan.doors import Workshop
from yaoan.pages import write

GOLDEN = Path(__file__).parent / "golden"
MISTAKES = {
    "cases/notices/2026/notice-2026-0001.yml": (
        "标题: 关于宣传周的通知\nsummary: 一句话。\npublished: 2026年3月5日\n"
        "type: sites\nby: 示例区市场监督管理局\nbody: 请拨打13812345678。\nuntill: 2026-12-31\n"
    ),
    "cases/notices/2026/notice-2026-0002.yml": "title: 通知\nsummary：一句话\n",
    "cases/penalties/2026/penalty-2026-0001.yml": (
        "title: 某药店销售劣药案\nsummary: 一句话。\npublished: 2026-03-05\n"
        "parties:\n  - name: 某药店\n    code: 91110000000000000X\nfacts: 案情。\n"
        "decisions:\n  - status: decided\n    number: 示市监处罚〔2026〕1号\n    on: 2026-04-01\n"
        "    penalties:\n      - {kind: fine, amount: 15万元, basis: [药品管埋法 第98条]}\n"
    ),
    "cases/popular-science/2026/science-2026-0001.yml": (
        "title: 读懂说明书\nsummary: 一句话。\npublished: 2026-03-05\nform: tips\n"
        "points: 先看药名\nevidence: general\nauthor: 示例区市场监督管理局\n"
    ),
}
PAGES = (
    "typical-cases/case-2026-9001.md",
    "en/typical-cases/case-2026-9001.md",
    "penalties/penalty-2026-9001.md",
    "popular-science/science-2026-9001.md",
    "en/results/result-2026-9001.md",
    "laws/dal/117.md",
)


def same(name: str, text: str, request: pytest.FixtureRequest) -> None:
    """*text* is what the golden file holds; with `--golden` the file is written instead."""
    path = GOLDEN / name
    if request.config.getoption("--golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "html"])
def test_problems_read_as_they_should(office: Office, request, form: str, language: str):
    report = Workshop.open(office(MISTAKES), DAY).report
    same(f"problems.{language}.{form}", FORMATS[form](report, language) + "\n", request)


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_written_as_they_should(office: Office, request, path: str):
    site = Workshop.open(office(examples=True), DAY).site
    page = next(page for page in write(site) if page.path == path)
    same(f"pages/{path.replace('/', '.')}", page.markdown, request)
