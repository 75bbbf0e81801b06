"""Writes the first draft of an article from a course's record, in English and Lao."""

from __future__ import annotations

from collections import Counter

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext, pgettext
from i18nfield.strings import LazyI18nString

from openodop.foundation import languages
from openodop.news.rules import CourseFacts, joined
from openodop.training.models import Course, SessionSpeaker

WRITTEN_IN = ("en", "lo")


def facts_of(course: Course) -> CourseFacts:
    """Collect the facts in the language that is active now."""
    enrolments = list(course.enrolments.enrolled().select_related("person", "province"))
    kinds = Counter(enrolment.get_kind_display() for enrolment in enrolments)
    speakers = SessionSpeaker.objects.filter(session__course=course).select_related("organisation", "person__organisation")
    organisations = {speaker.organisation or (speaker.person and speaker.person.organisation) for speaker in speakers} - {None}
    return CourseFacts(
        title=_in_language(course.title),
        programme=_in_language(course.programme.name),
        starts_on=course.starts_on,
        ends_on=course.ends_on,
        days=course.sessions.values("date").distinct().count(),
        participants=len(enrolments),
        women=sum(enrolment.person.sex == "female" for enrolment in enrolments),
        kinds=tuple(kinds.most_common()),
        provinces=tuple(sorted({enrolment.province.name for enrolment in enrolments if enrolment.province})),
        topics=tuple(_in_language(topic.title) for topic in course.topics.all()),
        resource_organisations=tuple(sorted(_in_language(organisation.name) for organisation in organisations)),
        aims=_in_language(course.aims),
    )


def _in_language(text: object) -> str:
    return languages.best(text)[0]


def title_of(facts: CourseFacts) -> str:
    return gettext("%(course)s: %(days)d days, %(people)d people") % {"course": facts.title, "days": facts.days, "people": facts.participants}


def lead_of(facts: CourseFacts) -> str:
    return ngettext(
        "From %(start)s to %(end)s, %(count)d person took part in the course “%(course)s” of the programme %(programme)s.",
        "From %(start)s to %(end)s, %(count)d people took part in the course “%(course)s” of the programme %(programme)s.",
        facts.participants,
    ) % {
        "start": date_format(facts.starts_on),
        "end": date_format(facts.ends_on),
        "count": facts.participants,
        "course": facts.title,
        "programme": facts.programme,
    }


def body_of(facts: CourseFacts) -> str:
    """Return one paragraph for each thing the record knows; what it does not know is left out."""
    last = pgettext("last of a list", "and")
    pieces = [facts.aims]
    if facts.participants:
        kinds = joined(tuple(f"{kind} ({number})" for kind, number in facts.kinds), last=last)
        pieces.append(gettext("Who took part: %(kinds)s. Women among them: %(women)d.") % {"kinds": kinds, "women": facts.women})
    if facts.provinces:
        pieces.append(gettext("They came from %(provinces)s.") % {"provinces": joined(facts.provinces, last=last)})
    if facts.topics:
        pieces.append(gettext("The topics were: %(topics)s.") % {"topics": "; ".join(facts.topics)})
    if facts.resource_organisations:
        pieces.append(gettext("Those who taught came from %(organisations)s.") % {"organisations": joined(facts.resource_organisations, last=last)})
    return "\n\n".join(piece for piece in pieces if piece)


def article_text(course: Course) -> dict[str, LazyI18nString]:
    """Return title, lead and body of the first draft, each in the languages it is written in."""
    texts: dict[str, dict[str, str]] = {"title": {}, "lead": {}, "body": {}}
    for code in WRITTEN_IN:
        with translation.override(code):
            facts = facts_of(course)
            texts["title"][code], texts["lead"][code], texts["body"][code] = title_of(facts), lead_of(facts), body_of(facts)
    return {name: LazyI18nString(text) for name, text in texts.items()}
