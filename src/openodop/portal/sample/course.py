"""The course of March 2022 from first session to certificates, two courses to come, and the news about it."""

from __future__ import annotations

from datetime import date, time, timedelta

from django.utils import timezone

from openodop.foundation.languages import best
from openodop.news.actions import draft_from_course, publish_article
from openodop.people.actions import agree_to_public_profile
from openodop.people.models import Account, Organisation, Person
from openodop.places.models import Place
from openodop.portal.sample.reading import entries, rows, text
from openodop.producers.models import Producer
from openodop.programmes.models import Programme, Project
from openodop.training.actions import agenda, attendance, certificates, courses, enrolment
from openodop.training.models import Course, Enrolment, Session

PROJECT = "mekong-community-2021"


def make_organisations() -> dict[str, Organisation]:
    made = {}
    for entry in entries("organisations"):
        values = {"name": text(entry["name"]), "kind": entry["kind"], "place": Place.objects.get(code=entry["place"])}
        made[entry["code"]], _ = Organisation.objects.get_or_create(code=entry["code"], defaults=values)
    return made


def hold_course(programme: Programme, producers: dict[str, Producer], *, by: Account) -> Course:
    """Plan, fill, hold and finish the course; its participants are invented."""
    data, organisations = entries("course"), make_organisations()
    course = courses.create_course(
        by=by, code=data["code"], programme=programme, project=Project.objects.get(code=PROJECT), title=text(data["title"]),
        summary=text(data["summary"]), aims=text(data["aims"]), audience=text(data["audience"]), languages=["lo", "th", "en"], mode="online",
        starts_on=data["starts_on"], ends_on=data["ends_on"], seats=data["seats"], source_title=data["source_title"], source_url=data["source_url"],
        organisers=Organisation.objects.filter(code="mekong-institute"),
    )  # fmt: skip
    _plan(course, data, organisations, by=by)
    courses.open_course(course=course, by=by)
    people = _enrol(course, organisations, by=by)
    courses.close_course(course=course, by=by)
    _mark(course, people, by=by)
    courses.finish_course(course=course, by=by)
    certificates.issue_certificates(course=course, by=by, on=data["ends_on"])
    return course


def _plan(course: Course, data: dict, organisations: dict[str, Organisation], *, by: Account) -> None:
    topics = [agenda.add_topic(course=course, title=text(title), by=by) for title in data["topics"]]
    speakers = {entry["organisation"]: (_speaker(entry, organisations, by=by), text(entry["role"])) for entry in data["speakers"]}
    for number, title in enumerate(data["days"]):
        agenda.name_day(course=course, day=data["starts_on"] + timedelta(days=number), title=text(title), by=by)
    for day, starts, ends, topic, organisation, title in data["sessions"]:
        session = agenda.add_session(
            course=course, by=by, date=data["starts_on"] + timedelta(days=day - 1), starts_at=time.fromisoformat(starts),
            ends_at=time.fromisoformat(ends), title=text(title), topic=topics[topic - 1],
        )  # fmt: skip
        person, role = speakers[organisation]
        agenda.add_speaker(session=session, by=by, person=person, organisation=organisations[organisation], role=role)


def _speaker(entry: dict, organisations: dict[str, Organisation], *, by: Account) -> Person:
    organisation = organisations[entry["organisation"]]
    person = Person.objects.create(
        code=entry["code"], name=entry["name_lo"], name_latin=entry["name"], sex=entry["sex"], organisation=organisation, place=organisation.place,
        post_title=text(entry["role"]), is_fictional=True,
    )  # fmt: skip
    agree_to_public_profile(person=person, shows=["name", "organisation"], by=by, on_paper=True)
    return person


def _enrol(course: Course, organisations: dict[str, Organisation], *, by: Account) -> dict[Enrolment, set[int]]:
    """Enrol the participants; return which sessions each missed."""
    by_name = {organisation.name.data["en"]: organisation for organisation in organisations.values()}
    producers = {best(producer.name, language="en")[0]: producer for producer in Producer.objects.exclude(state="reported")}
    people = {}
    for number, row in enumerate(rows("participants"), start=1):
        organisation, producer = by_name.get(row["organisation"]), producers.get(row["organisation"])
        organisation_text = best(producer.name, language="lo")[0] if producer else ""
        province = Place.objects.get(level=1, path__startswith="LA/", name_en=row["province"])
        person = Person.objects.create(
            code=f"P80{number:04d}", name=row["name"], name_latin=row["name_latin"], sex=row["sex"], phone=row["phone"], organisation=organisation,
            organisation_text=organisation_text, place=province, is_fictional=True,
        )  # fmt: skip
        participation = enrolment.Participation(
            kind=row["kind"], organisation=organisation, organisation_text=organisation_text, post_text=row["post"], province=province,
            producer=producer,
        )  # fmt: skip
        enrolled, _, _ = enrolment.enrol_from_list(course=course, person=person, participation=participation, by=by)
        people[enrolled] = {int(missed) for missed in row["absent"].split()}
    _join_account(Person.objects.get(phone="+8562055000010"))
    return people


def _join_account(person: Person) -> None:
    """The sample's producer is the person who took part, so that her sign-in shows her course and certificate."""
    person.account = Account.objects.get(phone=person.phone)
    person.save(update_fields=["account"])


def _mark(course: Course, people: dict[Enrolment, set[int]], *, by: Account) -> None:
    for session in Session.objects.filter(course=course).select_related("course"):
        marks = {person.pk: "absent" if session.number in missed else "present" for person, missed in people.items()}
        attendance.keep_list(session=session, marks=marks, seen={}, by=by)


def announce_courses(programme: Programme, *, by: Account) -> None:
    """Two invented courses that are still to come, counted from the day the sample is loaded."""
    today = timezone.localdate()
    for entry in entries("upcoming"):
        begin = _weekday(today + timedelta(days=entry["in_days"]))
        end = begin + timedelta(days=entry["days"] - 1)
        course = courses.create_course(
            by=by, programme=programme, title=text(entry["title"]), summary=text(entry["summary"]), languages=["lo"], mode="on_site",
            venue=text(entry["venue"]), place=Place.objects.get(code=entry["place"]), starts_on=begin, ends_on=end,
            seats=entry["seats"], applications_open_until=begin - timedelta(days=3),
        )  # fmt: skip
        for number, title in enumerate(entry["sessions"]):
            day = begin + timedelta(days=number // 2)
            hours = (time(8, 30), time(11, 30)) if number % 2 == 0 else (time(13, 0), time(16, 0))
            agenda.add_session(course=course, by=by, date=day, starts_at=hours[0], ends_at=hours[1], title=text(title))
        courses.open_course(course=course, by=by)


def _weekday(day: date) -> date:
    return day + timedelta(days=(7 - day.weekday()) % 7)


def write_news(course: Course, *, by: Account) -> None:
    article = draft_from_course(course=course, by=by)
    article.drawing = "banana-dried"
    article.source_title, article.source_url = course.source_title, course.source_url
    article.save()
    publish_article(article=article, by=by)
