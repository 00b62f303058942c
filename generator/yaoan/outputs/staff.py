"""The calendar of the staff, in formats for machines. It is never part of the site."""

import datetime as dt
from collections.abc import Iterable
from json import dumps

from icalendar import Calendar, Event

from yaoan.bilingual import Bilingual, Language
from yaoan.site import Site, Task
from yaoan.words import say


def as_json(site: Site, tasks: Iterable[Task]) -> str:
    """The tasks as JSON: day, days left, what, advice, entry, title."""
    listed = [
        {
            "day": task.day.isoformat(),
            "in_days": (task.day - site.day).days,
            "what": task.what,
            "sure": task.sure,
            "said": _both(task.words),
            "advice": _both(task.advice),
            "entry": task.id,
            "title": _both(task.title),
        }
        for task in tasks
    ]
    return (
        dumps({"day": site.day.isoformat(), "tasks": listed}, ensure_ascii=False, indent=1) + "\n"
    )


def as_ics(site: Site, tasks: Iterable[Task], language: Language) -> bytes:
    """The tasks as an iCalendar file (RFC 5545): whole days, the same bytes for the same day.

    An event keeps its name (UID) when its day moves, so that a calendar program moves it too.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//yaoan//calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say("calendar_of", office=site.office.name).in_(language))
    for task in tasks:
        calendar.add_component(_event(site, task, language))
    return bytes(calendar.to_ical())


def _event(site: Site, task: Task, language: Language) -> Event:
    event = Event()
    event.add("uid", f"{task.id}-{task.what}-{_time(site, task)}@yaoan")
    event.add("dtstamp", dt.datetime.combine(site.day, dt.time(), dt.UTC))
    event.add("dtstart", task.day)
    event.add("dtend", task.day + dt.timedelta(1))
    summary = say("calendar_entry", what=task.words, title=task.title)
    event.add("summary", summary.in_(language))
    event.add("description", f"{task.id}\n{task.advice.in_(language)}")
    event.add("transp", "TRANSPARENT")
    return event


def _time(site: Site, task: Task) -> int:
    """The how-manieth time it is that this happens to the entry; an entry is corrected often."""
    same = [each for each in site.events if (each.id, each.what) == (task.id, task.what)]
    return 1 + sum(each.day < task.day for each in same)


def _both(words: Bilingual) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
