"""How much planted personal data the rules find, by kind, and what they wrongly say of clean entries.

A thousand entries of each; the same makers as in tests/rules/made.py. Run by `make bench`; nothing
here passes or fails.
"""

import datetime as dt
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "rules"))

from made import clean, planted  # noqa: E402

from yaoan import corpus, reference, rules  # noqa: E402
from yaoan.corpus import Corpus, Record  # noqa: E402
from yaoan.diagnostics import Problem, Report, Severity  # noqa: E402

DAY = dt.date(2026, 11, 22)
COUNT = 1000


def main() -> None:
    office = corpus.read(ROOT / "cases", Report()).office
    known = reference.read(None, Report())

    def check(record: Record) -> list[Problem]:
        return list(rules.check(rules.Context(Corpus(office, (record,)), known, DAY)))

    made, found, other = Counter(), Counter(), 0
    for seed in range(COUNT):
        record, datum = planted(seed)
        codes = {each.code for each in check(record)}
        made[datum.kind] += 1
        found[datum.kind] += bool(codes & datum.codes)
        other += bool(codes - datum.codes - {"Y129"})
    print(f"{'planted datum':22} {'found':>6} {'of':>6}")
    for kind in sorted(made):
        print(f"{kind:22} {found[kind]:6} {made[kind]:6}")
    print(f"{'all':22} {found.total():6} {made.total():6} {found.total() / made.total():8.1%}")
    print(f"entries of which another rule spoke too: {other}")
    records = [clean(seed) for seed in range(COUNT)]
    started = time.process_time()
    context = rules.Context(Corpus(office, tuple(records)), known, DAY)
    said = [each for each in rules.check(context) if each.code not in ("Y311", "Y312")]
    spent = (time.process_time() - started) / COUNT
    errors = sum(each.severity is Severity.ERROR for each in said)
    print(f"clean entries: {COUNT}, false errors: {errors}, warnings: {len(said) - errors}")
    print(f"all rules: {spent * 1000:.2f} ms CPU an entry")


if __name__ == "__main__":
    main()
