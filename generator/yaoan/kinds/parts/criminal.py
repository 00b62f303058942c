"""The criminal side of a case, step by step: an arrest is never shown as a conviction."""

from typing import Annotated

from yaoan.forms import Amount, Form, Number, Term, Text, Vocabulary, When, field


class CriminalStep(Form):
    """One step: transfer, investigation, prosecution, judgment."""

    stage: Annotated[Term, Vocabulary("criminal_stage")] = field("阶段", "Stage")
    on: When | None = field("时间", "When", default=None)
    authority: Text | None = field("机关", "Authority", default=None)
    parties: tuple[Number, ...] = field("涉及", "Concerning", "当事人的序号", default=())
    crime: Text | None = field("罪名", "Crime", "判决认定的罪名，没有判决不写", default=None)
    sentence: Text | None = field("刑罚", "Sentence", default=None)
    fine: Amount | None = field("罚金", "Criminal fine", default=None)
    note: Text | None = field("说明", "Note", default=None)
