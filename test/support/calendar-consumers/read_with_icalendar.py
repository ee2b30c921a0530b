"""Reads iCalendar from stdin with python3-icalendar and prints JSON: the events, and what it could not read."""

import datetime
import json
import sys

from icalendar import Calendar


def written(moment):
    return moment.strftime("%Y-%m-%dT%H:%M") if isinstance(moment, datetime.datetime) else moment.isoformat()


def in_utc(moment):
    if not isinstance(moment, datetime.datetime):
        return moment.isoformat()
    return written(moment.astimezone(datetime.timezone.utc)) + "Z"


def event_of(event):
    return {
        "uid": str(event["UID"]),
        "sequence": event["SEQUENCE"],
        "status": str(event["STATUS"]),
        "summary": str(event["SUMMARY"]),
        "place": str(event["LOCATION"]) if "LOCATION" in event else None,
        "description": str(event["DESCRIPTION"]) if "DESCRIPTION" in event else None,
        "start": written(event["DTSTART"].dt),
        "end": written(event["DTEND"].dt),
        "utc": in_utc(event["DTSTART"].dt),
    }


calendar = Calendar.from_ical(sys.stdin.buffer.read())
events = calendar.walk("VEVENT")
print(
    json.dumps(
        {
            "errors": [list(map(str, error)) for event in events for error in event.errors],
            "events": [event_of(event) for event in events],
        }
    )
)
