"""A canary in every field, in every state: around each boundary nothing is seen too early or too
late, in any file that is written.

Around a boundary means every minute from 24 hours before to 24 hours after it, on machines in three
time zones: each is asked which day it is in China, and what is written for that day is searched.
`make test` tries two boundaries, `make fuzz` fifty.
"""

import datetime as dt
import html
import os
import time
from ast import literal_eval
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import product
from typing import Any

import pytest
import yaml
from canaries import Canaries
from written import PENALTY, changed, record, site_of, typed_as

from conftest import MACHINES, boundaries, minutes
from yaoan import outputs
from yaoan.bilingual import LANGUAGES
from yaoan.corpus import Record
from yaoan.doors import Workshop, today
from yaoan.kinds import Entry, all_kinds
from yaoan.pages import frame, write
from yaoan.pages.write import drafts
from yaoan.reference import Reference
from yaoan.site import Site, State

FORMS = list(all_kinds().values())
CREDIT = [form for form in FORMS if form.kind.ends]
every_kind = pytest.mark.parametrize("form", FORMS, ids=[form.kind.folder for form in FORMS])
credit_kind = pytest.mark.parametrize("form", CREDIT, ids=[form.kind.folder for form in CREDIT])
DAYS = [dt.date.fromisoformat(day) for day in ("2026-12-31", "2028-02-29")]
STATUSES = ["changed", "revoked", "unlawful", "void"]
ONE, HOUR = dt.timedelta(1), dt.timedelta(hours=1)
NAME = "示例康乐大药房有限公司"
SECRET = {"review", "file", "masked_as", "late_because"}
"""The fields that no page ever shows as they are typed."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test of *on* a day is made for two boundaries, each of a *late* one for one."""
    names = set(metafunc.fixturenames)
    full = metafunc.config.getoption("--full")
    days = boundaries() if full else DAYS if "on" in names else DAYS[-1:]
    if {"on", "status"} <= names:
        pairs = product(days, STATUSES) if full else zip([*days, *days], STATUSES, strict=True)
        metafunc.parametrize(("on", "status"), list(pairs), ids=str)
    elif name := next(iter(names & {"on", "late"}), ""):
        metafunc.parametrize(name, days, ids=str)


class Bird:
    """An entry full of canaries, and which of them can be seen on a day."""

    def __init__(self, known: Workshop, form: type[Entry], extra: str = "") -> None:
        self.known, self.form = known, form
        self.made = Canaries(known.reference, extra)
        self.zh, self.en = self.made.typed(form)
        self.zh["published"] = "2026-01-10"
        self.others: list[Record] = []
        self.put("corrections", "on", "2026-01-10")
        self.put("replies", "on", "2026-01-10")

    def put(self, key: str, below: str, value: Any) -> None:
        """Set a field in every item of a list, where the form has that list."""
        for each in self.zh.get(key, ()):
            each[below] = value

    @property
    def id(self) -> str:
        return f"{self.form.kind.prefix}-2026-0001"

    def site(self, day: dt.date, held: bool = False) -> Site:
        own = _read(self.id, str(self.zh), str(self.en))
        return site_of(
            self.known.corpus.office, self.known.reference, day, own, *self.others,
            held=(self.id,) if held else (),
        )  # fmt: skip

    def seen(self, day: dt.date, held: bool = False) -> set[tuple[str, ...]]:
        """The fields of which a canary stands in any page, its front matter, the frame, or a file
        for machines."""
        text = written(self.site(day, held))
        return {path for path, canary in self.made.found if canary in text}

    def fields(self) -> set[tuple[str, ...]]:
        return {path for path, _ in self.made.found if not SECRET & set(path)}

    def under(self, *keys: str) -> set[tuple[str, ...]]:
        return {path for path in self.fields() if set(keys) & set(path)}


@cache
def _read(ident: str, zh: str, en: str) -> Record:
    return record(ident, typed_as(literal_eval(zh)), typed_as(literal_eval(en)))


def written(site: Site) -> str:
    """All that is written of a site, without the pages of the rules, which no entry can change."""
    drafts_ = [draft for draft in drafts(site) if draft.template not in ("rule", "rules")]
    pages = [draft.write(site, language, None) for draft in drafts_ for language in LANGUAGES]
    text = "\n".join(f"{page.path}\n{page.markdown}" for page in pages)
    files = "\n".join(f"{file.path}\n{file.data.decode()}" for file in outputs.write(site))
    return html.unescape(f"{text}\n{frame(site)}\n{files}")


@cache
def around(day: dt.date) -> tuple[dt.date, dt.date, dt.date]:
    """The three days that it is in China in the minutes around the first moment of *day* there:
    the one before up to that moment, *day* itself, and its morrow from the last minute on."""
    midnight = dt.datetime(day.year, day.month, day.day, tzinfo=dt.timezone(8 * HOUR))
    days = (day - ONE, day, day + ONE)
    for machine in MACHINES:
        with standing_in(machine):
            asked = [(minute, today(here)) for minute, here in minutes(int(midnight.timestamp()))]
        wrong = [minute for minute, found in asked if found != days[(minute + 1440) // 1440]]
        assert not wrong, machine
    return days


@contextmanager
def standing_in(machine: str) -> Iterator[None]:
    """A machine whose clock runs in that time zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = machine
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        os.environ |= {"TZ": before} if before is not None else {}
        time.tzset()


def states(bird: Bird, on: dt.date, held: bool = False) -> list[State]:
    return [bird.site(day, held).standings[bird.id].state for day in around(on)]


@every_kind
def test_nothing_is_seen_before_its_day(sample: Workshop, form: type[Entry], on: dt.date) -> None:
    bird = Bird(sample, form)
    bird.zh["published"] = on.isoformat()
    bird.put("decisions", "on", on.isoformat())
    bird.put("corrections", "on", on.isoformat())
    bird.put("replies", "on", on.isoformat())
    if "listed" in bird.zh:
        bird.zh["listed"] = on.isoformat()
    assert bird.fields()
    before, then, after = map(bird.seen, around(on))
    assert before == set()
    assert then == after == bird.fields()
    assert states(bird, on) == [State.EMBARGOED, State.CORRECTED, State.CORRECTED]


@every_kind
def test_a_correction_and_a_reply_are_seen_from_their_day(
    sample: Workshop, form: type[Entry], late: dt.date
) -> None:
    bird, on = Bird(sample, form), late
    bird.zh |= {"published": (on - 9 * ONE).isoformat()}
    bird.put("decisions", "on", on.isoformat())
    if "listed" in bird.zh:
        bird.zh["listed"] = on.isoformat()
    bird.put("corrections", "on", on.isoformat())
    bird.put("replies", "on", on.isoformat())
    later = bird.under("corrections", "replies")
    assert later
    before, then, after = map(bird.seen, around(on))
    assert before == bird.fields() - later
    assert then == after == bird.fields()
    assert states(bird, on) == [State.PUBLIC, State.CORRECTED, State.CORRECTED]


@every_kind
def test_what_is_held_back_is_not_seen(
    sample: Workshop, form: type[Entry], late: dt.date
) -> None:
    bird = Bird(sample, form)
    bird.zh["published"] = late.isoformat()
    bird.put("decisions", "on", late.isoformat())
    if "listed" in bird.zh:
        bird.zh["listed"] = late.isoformat()
    for day in around(late):
        assert bird.seen(day, held=True) == set()
    assert states(bird, late, held=True) == [State.EMBARGOED, State.HELD, State.HELD]


@credit_kind
def test_what_ended_is_seen_nowhere(sample: Workshop, form: type[Entry], on: dt.date) -> None:
    bird = Bird(sample, form)
    starts = dt.date(on.year - 1, on.month, min(on.day, 28))
    bird.zh["published"] = starts.isoformat()
    bird.put("decisions", "on", starts.isoformat())
    if "listed" in bird.zh:
        bird.zh |= {"listed": starts.isoformat(), "ends": on.isoformat()}
    ends = bird.site(on).events[-1]
    assert ends.what == "ended"
    before, then, after = map(bird.seen, around(ends.day))
    assert before >= bird.under("title", "facts", "reason", "party", "parties")
    assert then == after == set()
    assert states(bird, ends.day)[1:] == [State.ENDED, State.ENDED]


@credit_kind
def test_what_was_repaired_is_seen_nowhere(
    sample: Workshop, form: type[Entry], on: dt.date
) -> None:
    bird = Bird(sample, form)
    bird.zh["published"] = (on - 30 * ONE).isoformat()
    bird.put("decisions", "on", (on - 30 * ONE).isoformat())
    if "decisions" in bird.zh:
        bird.zh["repaired_on"] = on.isoformat()
    else:
        bird.zh |= {"status": "removed_early", "listed": (on - 30 * ONE).isoformat()}
        bird.zh["removal"] = {"on": on.isoformat(), "reason": "金丝雀移出", "by": "某局"}
    before, then, after = map(bird.seen, around(on))
    assert before
    assert then == after == set()
    assert states(bird, on)[1:] == [State.REPAIRED, State.REPAIRED]
    assert all("金丝雀移出" not in written(bird.site(day)) for day in around(on))


@pytest.mark.parametrize("form", [f for f in FORMS if "decisions" in f.model_fields])
def test_of_what_was_withdrawn_only_the_reason_is_seen(
    sample: Workshop, form: type[Entry], on: dt.date, status: str
) -> None:
    bird = Bird(sample, form)
    bird.zh["published"] = (on - 30 * ONE).isoformat()
    bird.put("decisions", "on", (on - 30 * ONE).isoformat())
    bird.put("decisions", "status_on", on.isoformat())
    bird.zh["decisions"][0]["status"] = status
    before, then, after = map(bird.seen, around(on))
    assert before >= bird.under("title", "facts", "parties")
    assert not before & bird.under("status_reason")
    assert then == after == bird.under("status_reason")
    site = bird.site(on)
    assert states(bird, on)[1:] == [State.WITHDRAWN, State.WITHDRAWN]
    assert bird.id not in site.items
    pages = {page.path: page for page in write(site)}
    leading = [path for path, page in pages.items() if bird.id in html.unescape(page.body)]
    path = f"{form.kind.folder}/{bird.id}.md"
    assert sorted(leading) == sorted([path, f"en/{path}"])
    term = sample.reference.term("decision_status", status)
    assert term
    assert term.name.zh in pages[path].body
    assert term.name.en in pages[f"en/{path}"].body
    assert pages[path].edit is None


def test_a_listing_withdrawn_after_correction_leaves_its_reason(sample: Workshop) -> None:
    form = all_kinds()["serious-violations"]
    bird = Bird(sample, form)
    bird.zh |= {"status": "corrected"}
    bird.zh["removal"] = {"on": "2026-03-01", "reason": "列错了对象", "by": "某局"}
    before, then, after = map(bird.seen, around(dt.date(2026, 3, 1)))
    assert before
    assert then == after == set()
    assert "列错了对象" in written(bird.site(dt.date(2026, 3, 1)))
    assert "列错了对象" not in written(bird.site(dt.date(2026, 2, 28)))


def test_after_the_sunset_every_field_is_there_without_the_name(
    sample: Workshop, on: dt.date
) -> None:
    """The name stands in every text of the entry, and is found there by walking the form."""
    form = all_kinds()["typical-cases"]
    bird = Bird(sample, form, extra=NAME)
    bird.zh |= {"published": (on - 30 * ONE).isoformat(), "penalty": "penalty-2026-0001"}
    bird.zh["sources"] = bird.zh["sources"][:1]
    bird.en["sources"] = bird.en["sources"][:1]
    for key in ("decisions", "corrections", "replies"):
        bird.put(key, "on", (on - 30 * ONE).isoformat())
    for index, party in enumerate(bird.zh["parties"]):
        party["name"] = (NAME, "示例平安大药房")[index]
    behind = changed(PENALTY, published=(on - 30 * ONE).isoformat(), repaired_on=on.isoformat())
    behind["decisions"][0]["on"] = (on - 30 * ONE).isoformat()
    bird.others = [record("penalty-2026-0001", behind)]
    names = {("parties", "name")}
    lost = bird.under(
        "code", "licence", "fictional_number", "earlier", "address", "business_address", "also"
    )
    lost |= names | {("decisions", "number")}
    before, then, after = map(bird.seen, around(on))
    assert before == bird.fields()
    assert then == after == bird.fields() - lost
    for day, times in zip(around(on), (True, False, False), strict=True):
        text = written(bird.site(day))
        assert (NAME in text) is times
        assert ("康乐大药房" in text) is times
        assert ("示例平安大药房" in text) is times


def test_the_canaries_would_be_heard(sample: Workshop) -> None:
    """A page that shows an entry as it was written is found out by its canaries."""
    bird = Bird(sample, all_kinds()["notices"])
    bird.zh["published"] = "2026-03-01"
    early = bird.site(dt.date(2026, 3, 1))
    text = written(early)
    secrets = bird.site(dt.date(2026, 2, 28)).secrets
    assert secrets
    assert {secret.why for secret in secrets} == {State.EMBARGOED}
    assert any(secret.value in text for secret in secrets)


def test_no_secret_of_any_state_is_written(sample: Workshop) -> None:
    """The list that the leak test searches for is itself kept by every page we write."""
    on = DAYS[0]
    for form in FORMS:
        bird = Bird(sample, form)
        bird.zh["published"] = on.isoformat()
        bird.put("decisions", "status_on", (on + ONE).isoformat())
        bird.put("decisions", "status", "revoked")
        for day in around(on):
            site = bird.site(day)
            text = written(site)
            assert [secret for secret in site.secrets if secret.value in text] == []
        assert bird.site(on - ONE).secrets


def test_the_filler_types_what_a_person_may(national: Reference) -> None:
    for form in FORMS:
        zh, en = Canaries(national).typed(form)
        assert yaml.safe_load(typed_as(zh)) == zh
        assert record(f"{form.kind.prefix}-2026-0001", typed_as(zh), typed_as(en)).entry
