"""`yaoan init DIR`: a new office that passes its checks."""

import shutil
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from yaoan.bilingual import Language
from yaoan.corpus import LEDGER, Ledger
from yaoan.words import say

from .options import language_option
from .talk import Talk

_OFFICE = """\
# 本单位的基本情况：显示在网站页眉、页脚和每一页。改完运行 yaoan check。
site_name: 药品安全公开课
name: 某县市场监督管理局
level: county
place: demo
hotline: '12315'
report_address: https://www.12315.cn/
contact: 如认为内容有误，请向本局法制机构书面提出更正申请
official: 否
"""
_ENGLISH = """\
site_name: Drug Safety Open Class
name: A County Administration for Market Regulation
contact: If you find something wrong, write to the legal section of this administration
"""


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@language_option
def COMMAND(folder: Path, language: Language) -> None:  # noqa: N802
    """新建一个单位的网站 start an office's site."""
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(say("not_empty", folder=folder).in_(language))
    with as_file(_starter()) as starter:
        for name in ("docs", "overrides"):
            shutil.copytree(starter / name, folder / name)
        shutil.copy(starter / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "cases").mkdir()
    (folder / "cases" / "office.yml").write_text(_OFFICE, "utf-8", newline="\n")
    (folder / "cases" / "office.en.yml").write_text(_ENGLISH, "utf-8", newline="\n")
    (folder / "cases" / LEDGER).write_text(Ledger().text, "utf-8", newline="\n")
    Talk(language).result(say("init_done", folder=folder).in_(language))


def _starter() -> Traversable:
    """The pages and shell a new site begins with: in the package, or beside it in a checkout."""
    packaged = files("yaoan").joinpath("starter")
    return packaged if packaged.is_dir() else files("yaoan").joinpath("..", "..")
