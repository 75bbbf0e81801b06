"""How courses are put in words: dates, languages of teaching, seats, states."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import template
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext, ngettext, pgettext_lazy

from openodop.foundation import languages
from openodop.training.choices import CourseState, EnrolmentState

register = template.Library()
NAMES = {**dict(languages.LANGUAGES), "ja": "日本語"}
#: with so few seats left the number is shown as a warning
FEW_SEATS = 5
_CITIES = {
    "Asia/Vientiane": pgettext_lazy("city", "Vientiane"),
    "Asia/Bangkok": pgettext_lazy("city", "Bangkok"),
    "Asia/Ho_Chi_Minh": pgettext_lazy("city", "Hanoi"),
    "Asia/Phnom_Penh": pgettext_lazy("city", "Phnom Penh"),
    "Asia/Tokyo": pgettext_lazy("city", "Tokyo"),
    "UTC": pgettext_lazy("city", "World"),
}
_COURSE_TAGS = {CourseState.DRAFT: "", CourseState.OPEN: "ok", CourseState.CLOSED: "info", CourseState.FINISHED: "", CourseState.CANCELLED: "bad"}
_ENROLMENT_TAGS = {
    EnrolmentState.INVITED: "info",
    EnrolmentState.APPLIED: "warn",
    EnrolmentState.WAITING: "warn",
    EnrolmentState.ENROLLED: "ok",
    EnrolmentState.DECLINED: "",
    EnrolmentState.WITHDRAWN: "",
    EnrolmentState.REFUSED: "bad",
}


def dates_in_words(start: date, end: date) -> str:
    """14 March 2022; 14–18 March 2022; 28 March – 1 April 2022; 30 December 2022 – 3 January 2023."""
    if start == end:
        return date_format(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{date_format(end)}"
    first = date_format(start, "j F") if start.year == end.year else date_format(start)
    return f"{first} – {date_format(end)}"


@register.filter
def course_dates(course: Any) -> str:
    return dates_in_words(course.starts_on, course.ends_on)


@register.filter
def day_in_words(day: date) -> str:
    """Monday, 14 March."""
    return f"{date_format(day, 'l')}, {date_format(day, 'j F')}"


@register.filter
def clock(moment: time | None) -> str:
    return time_format(moment, "H:i") if moment else ""


@register.filter
def teaching_languages(course: Any) -> list[tuple[str, str]]:
    """Return (code, own name) of each language of teaching."""
    return [(code, NAMES[code]) for code in course.languages if code in NAMES]


@register.filter
def zone_in_words(course: Any) -> str:
    """Vientiane, UTC+7: the zone's city and its distance from world time on the course's first day."""
    city = _CITIES.get(course.time_zone) or course.time_zone.split("/")[-1].replace("_", " ")
    offset = course.zone.utcoffset(datetime.combine(course.starts_on, time(12))).total_seconds() / 3600
    hours, minutes = divmod(abs(round(offset * 60)), 60)
    sign = "+" if offset >= 0 else "−"
    distance = f"{sign}{hours}:{minutes:02d}" if minutes else f"{sign}{hours}"
    return gettext("%(city)s time, UTC%(distance)s") % {"city": city, "distance": distance}


@register.filter
def days_in_words(number: int) -> str:
    return ngettext("%(number)s day", "%(number)s days", number) % {"number": number}


@register.filter
def seats_in_words(course: Any) -> str:
    """ "5 of 32 seats left", "Full: waiting list", or the state; needs `with_seats_taken`."""
    if course.state != CourseState.OPEN:
        return course.get_state_display()
    if course.today > course.ends_on:
        return gettext("Over")
    if not course.seats_left:
        return gettext("Full: waiting list")
    return ngettext("%(left)s of %(seats)s seat left", "%(left)s of %(seats)s seats left", course.seats) % {
        "left": course.seats_left,
        "seats": course.seats,
    }


@register.filter
def seats_tag(course: Any) -> str:
    """The kind of tag for `seats_in_words`."""
    if course.state == CourseState.OPEN and course.today <= course.ends_on:
        return "warn" if course.seats_left <= FEW_SEATS else "ok"
    return course_tag(course.state)


@register.filter
def course_tag(state: str) -> str:
    return _COURSE_TAGS[CourseState(state)]


@register.filter
def enrolment_tag(state: str) -> str:
    return _ENROLMENT_TAGS[EnrolmentState(state)]
