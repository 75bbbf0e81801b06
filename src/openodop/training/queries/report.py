"""The completion report: everything in it comes from the record of the course."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import pgettext

from openodop.foundation import languages
from openodop.people.choices import OrganisationKind, Sex
from openodop.people.models import Person
from openodop.training.choices import EnrolmentState, ParticipantKind
from openodop.training.models import Certificate, Course, Enrolment, SessionSpeaker
from openodop.training.queries import attendance, photographs
from openodop.training.queries.attendance import ResultRow, Results
from openodop.training.queries.courses import DayShown, agenda_of, with_agenda
from openodop.training.rules.report import Counted, counted


@dataclass(frozen=True)
class Table:
    """People counted by one property; `name` says a line's key in the reader's language."""

    title: str
    lines: list[Counted]
    name: Callable[[Any], str]

    @property
    def named(self) -> list[tuple[str, Counted]]:
        return [(self.name(line.key), line) for line in self.lines]


@dataclass(frozen=True)
class Teacher:
    """A resource person, or the organisation that sent one, with the sessions that were theirs."""

    person: Person | None
    organisation: str
    role: str
    sessions: list[int]

    @property
    def name(self) -> str:
        return self.person.name_shown if self.person else ""


@dataclass(frozen=True)
class Participant:
    """A line of the list of participants."""

    row: ResultRow
    certificate: Certificate | None

    @property
    def enrolment(self) -> Enrolment:
        return self.row.enrolment

    @property
    def organisation(self) -> str:
        enrolment = self.enrolment
        return languages.best(enrolment.organisation.name)[0] if enrolment.organisation else enrolment.organisation_text


@dataclass(frozen=True)
class Report:
    course: Course
    results: Results
    days: list[DayShown]
    enrolments: list[Enrolment]
    certificates: list[Certificate]
    photographs: list[photographs.Shown]

    @property
    def people(self) -> list[Enrolment]:
        return [row.enrolment for row in self.results.rows]

    @cached_property
    def women(self) -> Counted:
        """All people as one line, for their number and the share of women."""
        lines = self._counted(lambda enrolment: "")
        return lines[0] if lines else Counted("", 0, 0, 0)

    @property
    def by_kind(self) -> Table:
        return Table(
            pgettext("report", "By kind"),
            self._counted(lambda enrolment: enrolment.kind, ParticipantKind.values),
            lambda kind: str(ParticipantKind(kind).label),
        )

    @property
    def by_sex(self) -> Table:
        return Table(
            pgettext("report", "By sex"),
            self._counted(lambda enrolment: enrolment.person.sex, Sex.values),
            lambda sex: str(Sex(sex).label) if sex else _not_said(),
        )

    @property
    def by_province(self) -> Table:
        names = {enrolment.province_id: enrolment.province.name for enrolment in self.people if enrolment.province}
        return Table(
            pgettext("report", "By province"), self._counted(lambda enrolment: enrolment.province_id), lambda key: names.get(key) or _not_said()
        )

    @property
    def by_organisation(self) -> Table:
        def name(enrolment: Enrolment) -> str:
            return languages.best(enrolment.organisation.name)[0] if enrolment.organisation else enrolment.organisation_text.strip()

        return Table(pgettext("report", "By organisation"), self._counted(name), lambda key: key or _not_said())

    @property
    def by_level(self) -> Table:
        """By kind of agency: what the organisation on record is."""
        return Table(
            pgettext("report", "By kind of agency"),
            self._counted(lambda enrolment: enrolment.organisation.kind if enrolment.organisation else "", OrganisationKind.values),
            lambda kind: str(OrganisationKind(kind).label) if kind else _not_said(),
        )

    @property
    def tables(self) -> list[Table]:
        return [self.by_kind, self.by_sex, self.by_province, self.by_level, self.by_organisation]

    @property
    def by_state(self) -> list[tuple[str, int]]:
        """How people came and went: every state with somebody in it."""
        counts = {state: sum(enrolment.state == state for enrolment in self.enrolments) for state in EnrolmentState.values}
        return [(str(EnrolmentState(state).label), count) for state, count in counts.items() if count]

    @cached_property
    def teachers(self) -> list[Teacher]:
        found: dict[tuple[Any, Any], list[tuple[SessionSpeaker, int]]] = {}
        for day in self.days:
            for session in day.sessions:
                for speaker in session.speakers.all():
                    found.setdefault((speaker.person_id, speaker.organisation_id), []).append((speaker, session.number))
        return [_teacher(pairs[0][0], [number for _, number in pairs]) for pairs in found.values()]

    @cached_property
    def participants(self) -> list[Participant]:
        have = {certificate.enrolment_id: certificate for certificate in self.certificates if certificate.is_valid}
        return [Participant(row, have.get(row.enrolment.pk)) for row in self.results.rows]

    @property
    def valid_certificates(self) -> list[Certificate]:
        return [certificate for certificate in self.certificates if certificate.is_valid]

    @property
    def certificates_to_women(self) -> int:
        return sum(1 for line in self.participants if line.certificate and line.enrolment.person.sex == Sex.FEMALE)

    @property
    def minutes(self) -> int:
        return sum(attendance.length_of(session) for session in self.results.sessions)

    def _counted(self, key: Callable[[Enrolment], Any], order: Any = ()) -> list[Counted]:
        return counted(((key(enrolment), enrolment.person.sex == Sex.FEMALE) for enrolment in self.people), order=list(order))


def report(code: str) -> Report | None:
    """Return the report of a course, however many people and sessions with the same number of queries; the caller has checked access."""
    course = with_agenda(Course.objects.select_related("project__donor")).prefetch_related("project__partners").filter(code=code).first()
    if course is None:
        return None
    enrolments = list(course.enrolments.select_related("person", "organisation", "province").order_by("person__name", "pk"))
    seated = [enrolment for enrolment in enrolments if enrolment.state == EnrolmentState.ENROLLED]
    return Report(
        course,
        attendance.results(course, people=seated),
        agenda_of(course),
        enrolments,
        list(course.certificates.order_by("number")),
        photographs.of_course(course),
    )


def _teacher(speaker: SessionSpeaker, sessions: list[int]) -> Teacher:
    person = speaker.person
    organisation = speaker.organisation or (person.organisation if person else None)
    named = languages.best(organisation.name)[0] if organisation else (person.organisation_text if person else "")
    role = languages.best(speaker.role or (person.post_title if person else None))[0]
    return Teacher(person, named, role, sessions)


def _not_said() -> str:
    return pgettext("report", "Not on record")
