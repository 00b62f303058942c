"""Laws: their names, versions with their days in force, and the articles that we cite."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal, get_args

from yaoan.bilingual import Bilingual
from yaoan.forms import Day, Form, YesNo, field

Rank = Literal["law", "regulation", "rule", "interpretation", "local", "document"]
"""The sources of law, the highest first."""
RANKS: tuple[Rank, ...] = get_args(Rank)


class Article(Form):
    """An article: what it says in one sentence of our own, and what it provides as consequence."""

    about: Bilingual = field("内容", "About")
    range: Bilingual | None = field("法律后果", "Consequence", default=None)
    band: dict[str, Any] | None = field("罚款幅度", "Fine band", default=None)
    verified: YesNo = field("已核实", "Verified", default=False)


class Version(Form):
    """One version of a law, with the first and last day it was in force, where known."""

    id: str = field("版本", "Version")
    name: Bilingual = field("版本名称", "Name of the version")
    in_force: Day | None = field("施行日期", "In force from", default=None)
    until: Day | None = field("失效日期", "Last day in force", default=None)
    verified: YesNo = field("已核实", "Verified", default=False)
    note: Bilingual | None = field("说明", "Note", default=None)
    articles: dict[str, Article] = field("条文", "Articles", default_factory=dict)

    @property
    def short_name(self) -> Bilingual:
        """The name without what stands in brackets: 2022年修正."""
        return Bilingual(self.name.zh.split("（")[0], self.name.en.split(" (")[0])

    def held_on(self, day: dt.date) -> bool:
        """Whether the version was in force on *day*; without known days it may have been."""
        after = self.in_force is None or self.in_force <= day
        return after and (self.until is None or day <= self.until)


class Law(Form):
    """A law, regulation or rule, cited by its full or short name."""

    id: str = field("编号", "Id")
    zh: str = field("全称", "Full name")
    short: str = field("简称", "Short name")
    aliases: tuple[str, ...] = field("别名", "Other names", default=())
    en: str = field("英文名", "English name")
    short_en: str = field("英文简称", "Short English name", default="")
    rank: Rank = field("效力层级", "Rank")
    issuer: Bilingual | None = field("制定机关", "Issued by", default=None)
    versions: tuple[Version, ...] = field("版本", "Versions")

    @property
    def name(self) -> Bilingual:
        return Bilingual(self.short, self.short_en or self.en)

    @property
    def full(self) -> Bilingual:
        return Bilingual(self.zh, self.en)

    @property
    def slug(self) -> str:
        return self.id.lower()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything the law may be called in a citation."""
        return (self.short, self.zh, self.id, *self.aliases)

    def version(self, named: str = "", day: dt.date | None = None) -> Version:
        """The version called *named*, else the one in force on *day*, else the newest."""
        by_name = (each for each in self.versions if named and named in (each.id, each.name.zh[:4]))
        by_day = (each for each in reversed(self.versions) if day and each.held_on(day))
        return next(by_name, None) or next(by_day, None) or self.versions[-1]

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """Every article we know of, the newest version's word counting."""
        found: dict[str, Article] = {}
        for version in self.versions:
            found |= version.articles
        return found
