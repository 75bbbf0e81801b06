"""The calendar files are read back with the icalendar library, as a phone would."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import timezone, translation
from icalendar import Calendar

from openodop.training.exports import course_calendar, courses_calendar
from openodop.training.models import Course
from openodop.training.queries.courses import with_agenda
from tests.makers import a_person, a_place, an_organisation, two_languages
from tests.training.course_makers import a_course, a_session, a_speaker

pytestmark = pytest.mark.django_db


def events_of(content: bytes) -> list:
    return Calendar.from_ical(content).walk("VEVENT")


def calendar_of(course: Course) -> bytes:
    return course_calendar(with_agenda(Course.objects.all()).get(pk=course.pk))


def utc(event, name: str) -> datetime:
    return event[name].dt.astimezone(UTC)


def test_a_session_in_vientiane_is_seven_hours_ahead_of_utc():
    course = a_course()
    a_session(course, starts_at=time(8, 30), ends_at=time(10, 0))
    calendar = Calendar.from_ical(calendar_of(course))
    (event,) = calendar.walk("VEVENT")
    assert event["dtstart"].params["TZID"] == "Asia/Vientiane"
    assert (utc(event, "dtstart"), utc(event, "dtend")) == (datetime(2030, 3, 11, 1, 30, tzinfo=UTC), datetime(2030, 3, 11, 3, 0, tzinfo=UTC))
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Vientiane"]


def test_summer_time_that_begins_within_a_course_is_kept():
    """Clocks in Paris go forward on 31 March 2030: nine o'clock is 08:00 UTC before and 07:00 UTC after."""
    course = a_course(time_zone="Europe/Paris", starts_on=date(2030, 3, 30), ends_on=date(2030, 4, 1))
    for day in (date(2030, 3, 30), date(2030, 4, 1)):
        a_session(course, date=day, starts_at=time(9), ends_at=time(10))
    calendar = Calendar.from_ical(calendar_of(course))
    assert [utc(event, "dtstart").hour for event in calendar.walk("VEVENT")] == [8, 7]
    (zone,) = calendar.walk("VTIMEZONE")
    paris = zone.to_tz()
    assert [datetime(2030, month, day, 9, tzinfo=paris).astimezone(UTC).hour for month, day in ((3, 30), (4, 1))] == [8, 7]


def test_an_unchanged_course_gives_an_unchanged_file_and_lasting_names():
    course = a_course()
    a_session(course)
    first = calendar_of(course)
    assert calendar_of(course) == first
    names = [str(event["uid"]) for event in events_of(first)]
    course.save()
    assert [str(event["uid"]) for event in events_of(calendar_of(course))] == names


def test_a_course_without_sessions_fills_whole_days():
    course = a_course()
    (event,) = events_of(calendar_of(course))
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2030, 3, 11), date(2030, 3, 16))


def test_only_who_agreed_is_named_and_the_online_room_stays_private():
    course = a_course(online_link="https://meet.example/secret-room")
    session = a_session(course)
    organisation = an_organisation(name=two_languages("Food Innovation Center", "ສູນນະວັດຕະກຳອາຫານ"))
    a_speaker(session, person=a_person(name_latin="Silent Person"), organisation=organisation)
    a_speaker(session, person=a_person(name_latin="Named Person", public_consent_at=timezone.now(), show_name=True))
    content = calendar_of(course)
    (event,) = events_of(content)
    description = str(event["description"])
    assert "Food technologist, Food Innovation Center" in description
    assert "Named Person" in description
    assert "Silent Person" not in description
    assert b"secret-room" not in content


def test_the_reader_gets_the_calendar_in_their_language():
    course = a_course(venue=two_languages("District hall", "ຫ້ອງປະຊຸມເມືອງ"), place=a_place("LA1301"))
    a_session(course, title=two_languages("What buyers want", "ຜູ້ຊື້ຢາກໄດ້ຫຍັງ"))
    with translation.override("lo"):
        (event,) = events_of(calendar_of(course))
    assert str(event["summary"]).startswith("ຜູ້ຊື້ຢາກໄດ້ຫຍັງ")
    assert str(event["location"]).startswith("ຫ້ອງປະຊຸມເມືອງ")


def test_the_feed_of_all_courses_has_one_event_for_each_and_marks_the_cancelled():
    first, second = a_course(), a_course(state="cancelled", state_reason="Flood")
    events = events_of(courses_calendar([first, second]))
    assert [str(event["status"]) for event in events] == ["CONFIRMED", "CANCELLED"]
    assert [event["url"] for event in events] == [f"http://127.0.0.1:8000/courses/{course.code}/" for course in (first, second)]
