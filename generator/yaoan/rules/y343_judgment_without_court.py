"""标成判决，却没有判决 | Marked as judged without a judgment

处理方式写了“法院生效判决”或者“一审判决”，刑事程序里却只有移送、拘留、起诉。
抓获不等于定罪，标错了公众会误解。

The track says that a court has judged, but the proceedings go no further than transfer, detention
or prosecution. An arrest is not a conviction, and the mark would mislead.

Source: Criminal Law, Art. 141 to 142-1: guilt is found by courts only [V]
Bad: typical-cases
    tracks: [court_final]
    criminal:
      - {stage: detained}
Good: typical-cases
    tracks: [criminal]
    criminal:
      - {stage: detained}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Entry, Finding, Record, rule

_NEEDS = {"court_final": ("final",), "first_instance": ("first_instance", "final")}
_MESSAGE = Bilingual(
    "写了“{track}”，刑事程序里没有这一步",
    "“{track}” is marked, but the proceedings have no such step",
)
_HELP = Bilingual(
    "在 criminal 里写上判决；还没有判决的，改处理方式",
    "add the judgment to `criminal`, or choose another track",
)


@rule("Y343", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    stages = {step.stage for step in record.part("criminal", ())}
    if any(context.reference.term("criminal_stage", stage) is None for stage in stages if stage):
        return  # a slip in the stage itself is told elsewhere
    for index, track in enumerate(record.part("tracks", ())):
        needs = _NEEDS.get(track)
        if needs and not stages & {*needs}:
            term = context.reference.term("outcome_track", track)
            name = term.name if term else Bilingual(track, track)
            yield Finding(record.at("tracks", index), _MESSAGE.fill(track=name), _HELP)


RULE = check
