"""The calendar for machines: the public part says a day only; the staff's part is exact."""

import datetime as dt
import json

from icalendar import Calendar

from conftest import DAY, Office
from yaoan import outputs
from yaoan.doors import Workshop
from yaoan.outputs import as_ics, as_json
from yaoan.site import agenda

NOTICE = """\
title: 还没公开的题目，里面有逗号、分号;和很长很长很长很长很长很长很长很长很长很长的文字
summary: 甲
published: 2026-12-01
type: arrangement
by: 示例区市场监督管理局
body: 乙
corrections:
  - {on: 2026-12-05, what: 丙, why: 丁}
  - {on: 2026-12-09, what: 丙, why: 丁}
"""
PLACE = "cases/notices/2026/notice-2026-0001.yml"


def opened(office: Office, text: str = NOTICE) -> Workshop:
    return Workshop.open(office({PLACE: text}), DAY)


def public(workshop: Workshop) -> str:
    (file,) = (each for each in outputs.write(workshop.site) if each.path == "next_change.json")
    return file.data.decode()


def test_the_public_part_says_the_next_day_and_nothing_else(office: Office):
    said = public(opened(office))
    assert json.loads(said) == {"day": "2026-11-22", "holds_until": "2026-12-01"}


def test_a_site_that_never_changes_holds_without_end(office: Office):
    said = public(opened(office, NOTICE.split("corrections")[0].replace("2026-12-01", "2026-03-05")))
    assert json.loads(said) == {"day": "2026-11-22", "holds_until": None}


def test_the_staff_calendar_is_no_file_of_the_site(office: Office):
    names = {each.path for each in outputs.write(opened(office).site)}
    assert not [name for name in names if name.endswith(".ics") or "calendar" in name]


def test_the_json_says_everything_of_every_task(office: Office):
    workshop = opened(office)
    tasks = agenda(workshop.site, workshop.corpus)
    said = json.loads(as_json(workshop.site, tasks))
    assert [each["what"] for each in said["tasks"]] == ["published", "corrected", "corrected"]
    first = said["tasks"][0]
    assert (first["day"], first["in_days"], first["entry"]) == ("2026-12-01", 9, "notice-2026-0001")
    assert first["title"]["zh"].startswith("还没公开的题目")


def test_the_ics_is_a_calendar_of_whole_days(office: Office):
    workshop = opened(office)
    tasks = agenda(workshop.site, workshop.corpus)
    data = as_ics(workshop.site, tasks, "zh")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    events = Calendar.from_ical(data).walk("VEVENT")
    assert [each["dtstart"].dt for each in events] == [task.day for task in tasks]
    assert [each["dtend"].dt - each["dtstart"].dt for each in events] == [dt.timedelta(1)] * 3
    assert [str(each["uid"]) for each in events] == [
        "notice-2026-0001-published-1@yaoan",
        "notice-2026-0001-corrected-1@yaoan",
        "notice-2026-0001-corrected-2@yaoan",
    ]
    assert tasks[0].title.zh in str(events[0]["summary"])
    assert b"DTSTAMP:20261122T000000Z" in data


def test_an_event_keeps_its_name_when_earlier_ones_are_past(office: Office):
    folder = office({PLACE: NOTICE})
    later = Workshop.open(folder, dt.date(2026, 12, 6))
    (event,) = Calendar.from_ical(
        as_ics(later.site, agenda(later.site, later.corpus), "en")
    ).walk("VEVENT")
    assert str(event["uid"]) == "notice-2026-0001-corrected-2@yaoan"


def test_the_same_day_gives_the_same_bytes(office: Office):
    workshop = opened(office)
    tasks = agenda(workshop.site, workshop.corpus)
    assert as_ics(workshop.site, tasks, "zh") == as_ics(workshop.site, tasks, "zh")
