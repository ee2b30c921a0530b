"""Reads iCalendar from stdin with libical and prints JSON: what its own check of restrictions says, and the events."""

import json
import sys

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402


def components(parent, kind):
    component = parent.get_first_component(kind)
    while component is not None:
        yield component
        component = parent.get_next_component(kind)


def written(time):
    if time.is_date():
        return f"{time.get_year():04}-{time.get_month():02}-{time.get_day():02}"
    return (
        f"{time.get_year():04}-{time.get_month():02}-{time.get_day():02}"
        f"T{time.get_hour():02}:{time.get_minute():02}"
    )


def moments(calendar, event):
    """Start and end on the wall, and the start in UTC by the VTIMEZONE of the file itself."""
    start, end = event.get_dtstart(), event.get_dtend()
    if start.is_date():
        return written(start), written(end), written(start)
    tzid = event.get_first_property(ICalGLib.PropertyKind.DTSTART_PROPERTY).get_parameter_as_string("TZID")
    utc = ICalGLib.Timezone.get_utc_timezone()
    if tzid is not None:
        # By the rules in the file, not by those which libical brings along.
        start.set_timezone(calendar.get_timezone(tzid))
    return written(start), written(end), written(start.convert_to_zone(utc)) + "Z"


def event_of(calendar, event):
    start, end, utc = moments(calendar, event)
    return {
        "uid": event.get_uid(),
        "sequence": event.get_sequence(),
        "status": ICalGLib.Property.status_to_string(event.get_status()),
        "summary": event.get_summary(),
        "place": event.get_location(),
        "description": event.get_description(),
        "start": start,
        "end": end,
        "utc": utc,
    }


ICalGLib.set_unknown_token_handling_setting(ICalGLib.Unknowntokenhandling.TREAT_AS_ERROR)
calendar = ICalGLib.Component.new_from_string(sys.stdin.buffer.read().decode("utf-8"))
parse_errors = calendar.count_errors()
valid = calendar.check_restrictions()
errors = [line for line in calendar.as_ical_string().splitlines() if line.startswith("X-LIC-ERROR")]
kind = ICalGLib.ComponentKind.VEVENT_COMPONENT
print(
    json.dumps(
        {
            "valid": bool(valid),
            "errors": errors,
            "parseErrors": parse_errors,
            "events": [event_of(calendar, event) for event in components(calendar, kind)],
        }
    )
)
