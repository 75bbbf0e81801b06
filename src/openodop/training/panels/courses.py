"""What courses show on the pages of places, projects, persons and producers."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import pgettext

from openodop.people.models import Person
from openodop.places.models import Place
from openodop.producers.models import Producer
from openodop.programmes.models import Programme, Project
from openodop.training.models.course import CourseQuerySet
from openodop.training.queries import elsewhere


def of_place(request: HttpRequest, place: Place) -> str:
    return _courses(request, elsewhere.courses_at(place), more=f"{reverse('training:courses')}?place={place.code}")


def of_project(request: HttpRequest, project: Project) -> str:
    return _courses(request, elsewhere.courses_of(project))


def of_programme(request: HttpRequest, programme: Programme) -> str:
    return _courses(request, elsewhere.courses_of_programme(programme), more=f"{reverse('training:courses')}?programme={programme.code}")


def of_person(request: HttpRequest, person: Person) -> str:
    """Courses where the person teaches; and, for those who may know, where the person takes part."""
    taught = _courses(request, elsewhere.courses_taught_by(person), heading=pgettext("person", "Teaches in"))
    enrolments = list(elsewhere.enrolments_of(person, request.user)) if request.user.is_authenticated else []
    if not enrolments:
        return taught
    return taught + render_to_string("training/courses/panel_enrolments.html", {"enrolments": enrolments}, request=request)


def of_producer(request: HttpRequest, producer: Producer) -> str:
    """Only a number, and only of what the reader may see."""
    number = elsewhere.taking_part_from(producer, request.user)
    return render_to_string("training/courses/panel_producer.html", {"number": number}, request=request) if number else ""


def _courses(request: HttpRequest, courses: CourseQuerySet, *, more: str = "", heading: str = "") -> str:
    found = list(courses[: elsewhere.SHOWN + 1])
    if not found:
        return ""
    context = {"courses": found[: elsewhere.SHOWN], "more": more if len(found) > elsewhere.SHOWN else "", "heading": heading}
    return render_to_string("training/courses/panel.html", context, request=request)
