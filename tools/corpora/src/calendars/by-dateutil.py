"""Starts of calendars by icalendar, dateutil and zoneinfo: a JSON list of [text, from, to] in, a list of lists of starts out.

A start is epoch seconds, or `d20261126` for a day. An occurrence that the rule of its series does not itself give for
DTSTART is marked by a `?` as the first of the list: RFC 5545 does not say what such a series is.
"""

import json
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar

UTC = timezone.utc


def zone_of(prop):
    """The zone of a time by its TZID; UTC for an instant."""
    tzid = prop.params.get("TZID")
    return ZoneInfo(str(tzid)) if tzid else UTC


def wall(value):
    """A time on its own wall clock, a day as its midnight."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return datetime(value.year, value.month, value.day)


def epoch(naive, zone):
    """In a gap with the offset before it, of a repeated hour the first: fold=0 is both."""
    return int(naive.replace(tzinfo=zone, fold=0).timestamp())


def wall_at(seconds, zone):
    return datetime.fromtimestamp(seconds, zone).replace(tzinfo=None)


def moment(naive, zone, all_day):
    """What two times are compared by: an hour that is skipped has two names."""
    return naive if all_day else epoch(naive, zone)


def listed(event, name, zone, all_day):
    """The walls that a property lists, on the clock of its series."""
    props = event.get(name, [])
    for prop in props if isinstance(props, list) else [props]:
        own = zone_of(prop)
        for one in prop.dts:
            value = one.dt[0] if isinstance(one.dt, tuple) else one.dt
            yield wall(value) if all_day else wall_at(epoch(wall(value), own), zone)


def rule_walls(text, start, zone, end):
    """The walls of one rule; its UNTIL read on the clock of the series."""
    parts = dict(part.split("=", 1) for part in text.split(";"))
    until = parts.pop("UNTIL", None)
    last = end
    if until is not None:
        naive = datetime.strptime(until.rstrip("Z")[:15], "%Y%m%dT%H%M%S" if "T" in until else "%Y%m%d")
        if "T" not in until:
            naive += timedelta(days=1, seconds=-1)
        elif until.endswith("Z"):
            naive = wall_at(int(naive.replace(tzinfo=UTC).timestamp()), zone)
        last = min(last, naive)
    for one in rrulestr(";".join("=".join(part) for part in parts.items()), dtstart=start):
        if one > last:
            return
        yield one


def series(master, overrides, first, last):
    start_prop = master["DTSTART"]
    all_day = not isinstance(start_prop.dt, datetime)
    zone = UTC if all_day else zone_of(start_prop)
    start = wall(start_prop.dt)
    end = last + timedelta(days=2)
    walls, fits = {start}, True
    rules = master.get("X-RULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        found = list(rule_walls(str(rule), start, zone, end))
        fits = fits and found[:1] == [start]
        walls |= set(found)
    known = {moment(one, zone, all_day): one for one in walls}
    for one in listed(master, "RDATE", zone, all_day):
        known.setdefault(moment(one, zone, all_day), one)
    left_out = {moment(one, zone, all_day) for one in listed(master, "EXDATE", zone, all_day)}
    changed, following = {}, []
    for event in overrides:
        prop = event["RECURRENCE-ID"]
        own = UTC if all_day else zone_of(prop)
        instead = wall(prop.dt) if all_day else wall_at(epoch(wall(prop.dt), own), zone)
        instead = known.setdefault(moment(instead, zone, all_day), instead)
        changed[instead] = event
        if prop.params.get("RANGE") == "THISANDFUTURE":
            following.append((instead, event))
    following.sort(key=lambda one: one[0])
    found = []
    for one in sorted(naive for key, naive in known.items() if key not in left_out):
        event = changed.get(one)
        instead = one
        if event is None:
            for since, later in following:
                if since <= one:
                    event, instead = later, since
        if event is None:
            found.append((one, zone, all_day))
            continue
        prop = event["DTSTART"]
        moved = wall(prop.dt) + (one - instead)
        is_day = not isinstance(prop.dt, datetime)
        found.append((moved, UTC if is_day else zone_of(prop), is_day))
    return fits, found


def starts(text, first, last):
    # Rules go to dateutil as they are written: icalendar does not know the 20th Monday of a year.
    calendar = Calendar.from_ical(text.replace("\nRRULE", "\nX-RULE"))
    events = list(calendar.walk("VEVENT"))
    since, until = datetime.fromisoformat(first), datetime.fromisoformat(last)
    out, fit = [], True
    for uid in dict.fromkeys(str(event["UID"]) for event in events):
        own = [event for event in events if str(event["UID"]) == uid]
        master = next(event for event in own if "RECURRENCE-ID" not in event)
        fits, found = series(master, [event for event in own if event is not master], since, until)
        fit = fit and fits
        for naive, zone, is_day in found:
            if since <= (naive if is_day else wall_at(epoch(naive, zone), UTC)) < until:
                out.append(naive.strftime("d%Y%m%d") if is_day else str(epoch(naive, zone)))
    return ([] if fit else ["?"]) + sorted(out)


def answer(text, first, last):
    try:
        return starts(text, first, last)
    except Exception as error:  # one calendar that it fails on is no reason to lose the others
        return ["!" + repr(error)]


json.dump([answer(*one) for one in json.load(sys.stdin)], sys.stdout)
