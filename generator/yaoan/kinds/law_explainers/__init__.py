"""普法: a question of law answered in plain words."""

from typing import ClassVar

from yaoan.bilingual import Bilingual
from yaoan.forms import Citation, Day, Prose, Text, field

from ..entry import Entry, Kind


class LawExplainer(Entry):
    """普法: a question of law answered in plain words."""

    kind: ClassVar[Kind] = Kind(
        "law-explainers",
        Bilingual("普法问答", "The law explained"),
        Bilingual(
            "用大白话回答药品安全法律问题，每个回答都注明条文。",
            "Questions of drug-safety law answered in plain words, each with its article.",
        ),
        prefix="law",
        order=50,
        type=Bilingual("普法宣传", "Legal education"),
    )

    question: Text = field("问题", "Question")
    answer: Prose = field("回答", "Answer")
    points: tuple[Text, ...] = field("要点", "Key points", default=())
    citations: tuple[Citation, ...] = field("条文", "Articles", "一行一条")
    as_of: Day = field("依据截至", "Law as of", "回答所依据的法律截至哪天有效")
    by: Text = field("撰写", "Written by", "写单位或科室")


FORM = LawExplainer
