"""Reads across rooms for the front pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from openodop.foundation import search
from openodop.foundation.languages import best
from openodop.people.choices import COURSE_ORGANISERS, OFFICERS, Role
from openodop.people.models import Person
from openodop.places.models import Place
from openodop.producers import queries as producers
from openodop.producers.models import Producer
from openodop.products.models import Product
from openodop.products.queries import lists as products
from openodop.training.models import Course
from openodop.training.models.attendance import attendance_kept_by
from openodop.training.queries import attendance, certificates, courses

SHOWN = 5
#: roles whose holders are named on public pages
STANDS_IN_PUBLIC = (Role.TRAINER, Role.EXPERT, Role.COACH, Role.INSPECTOR, Role.COUNCIL_MEMBER)
#: more than this nobody reads in one sitting
MOST_WAITING = 100


@dataclass(frozen=True)
class Row:
    title: str
    href: str
    detail: str = ""
    language: str = ""
    tag: str = ""
    tag_kind: str = ""


@dataclass(frozen=True)
class Block:
    """A short list on somebody's page with a link to the whole."""

    title: str
    rows: list[Row]
    href: str = ""
    more: str = ""
    empty: str = ""


@dataclass
class Found:
    """What a search over all rooms found, a few of each."""

    products: list[Product] = field(default_factory=list)
    producers: list[Producer] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    courses: list[Course] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.products or self.producers or self.places or self.courses)


def find_everywhere(words: str, account: Any) -> Found:
    """Search products, producers, places and courses; every script, accents and spelling folded."""
    if not words.strip():
        return Found()
    folded = search.fold(words)
    titles = Course.objects.visible_to(account).order_by("-starts_on")[:200]
    return Found(
        products=list(search.match(Product.objects.visible_to(account).in_public(), words).for_cards()[:12]),
        producers=list(search.match(Producer.objects.visible_to(account).in_public(), words).select_related("place")[:12]),
        places=_places(words, folded),
        courses=[course for course in titles if folded in search.fold(" ".join(best(course.title, language=code)[0] for code in ("en", "lo")))][:6],
    )


def _places(words: str, folded: str) -> list[Place]:
    rows = Place.objects.present().select_related("parent")
    exact = rows.filter(code__iexact=words.strip())
    if exact:
        return list(exact)
    return [place for place in rows if folded in search.fold(f"{place.name_en} {place.name_local} {place.other_names}")][:12]


class Situation:
    """What concerns one person, each thing read once and only when asked for."""

    def __init__(self, account: Any) -> None:
        self.account = account
        self.is_officer = account.has_role(*OFFICERS)

    @cached_property
    def own_producers(self) -> list[Producer]:
        return list(producers.own_producers(self.account).select_related("place"))

    @cached_property
    def begun_producers(self) -> list[Any]:
        return list(producers.begun_by(self.account))

    @cached_property
    def own_products(self) -> list[Product]:
        return list(products.own_products(self.account).select_related("place")) if self.own_producers else []

    @cached_property
    def begun_products(self) -> list[Any]:
        return list(products.begun_by(self.account)) if self.own_producers or self.is_officer else []

    @cached_property
    def waiting_producers(self) -> list[Producer]:
        return list(producers.waiting_for(self.account).select_related("place")[:MOST_WAITING]) if self.is_officer else []

    @cached_property
    def waiting_products(self) -> list[Product]:
        return list(products.waiting_for(self.account).select_related("place")[:MOST_WAITING]) if self.is_officer else []

    @cached_property
    def waiting_applications(self) -> list[Any]:
        return list(courses.waiting_applications(self.account)[:MOST_WAITING]) if self.account.has_role(*COURSE_ORGANISERS) else []

    @cached_property
    def sessions_today(self) -> list[Any]:
        return attendance.sessions_today(self.account)

    @cached_property
    def enrolments(self) -> list[Any]:
        return list(courses.own_enrolments(self.account)[:SHOWN])

    @cached_property
    def certificates(self) -> list[Any]:
        return list(certificates.certificates_of(self.account)[:1]) if self.enrolments else []

    @cached_property
    def may_stand_in_public(self) -> bool:
        """Whether the account teaches, advises or judges and has not said yet what may be shown."""
        if not self.account.has_role(*STANDS_IN_PUBLIC):
            return False
        return not Person.objects.filter(account=self.account, public_consent_at__isnull=False).exists()

    @cached_property
    def courses_taught(self) -> list[Course]:
        """Courses whose attendance a trainer keeps; organisers find theirs among those that they organise."""
        kept = attendance_kept_by(self.account).order_by("-starts_on") if self.account.has_role(Role.TRAINER) else Course.objects.none()
        return list(kept[:SHOWN])

    @cached_property
    def courses_organised(self) -> list[Course]:
        return list(courses.courses_organised(self.account)[:SHOWN]) if self.account.has_role(*COURSE_ORGANISERS) else []


def blocks_for(situation: Situation) -> list[Block]:
    """Return the lists that stand on somebody's own page: what waits for an officer, what a producer has, courses one is in."""
    blocks = []
    if situation.is_officer:
        rows = [_registrable_row(producer) for producer in situation.waiting_producers[:SHOWN]]
        blocks.append(Block(_("Producers waiting"), rows, "/officers/producers/", _("All producers"), _("No producer waits.")))
        rows = [_registrable_row(product) for product in situation.waiting_products[:SHOWN]]
        blocks.append(Block(_("Products waiting"), rows, "/officers/products/", _("All products"), _("No product waits.")))
    if situation.own_producers:
        blocks.append(Block(_("Your producers"), [_registrable_row(producer) for producer in situation.own_producers]))
        rows = [_registrable_row(product) for product in situation.own_products[:SHOWN]]
        blocks.append(Block(_("Your products"), rows, "/register/product/", _("New product"), _("No product yet.")))
    if situation.enrolments:
        rows = [_course_row(enrolment.course, enrolment.get_state_display()) for enrolment in situation.enrolments]
        blocks.append(Block(_("Your courses"), rows, "/my-courses/", _("All your courses")))
    if situation.courses_taught:
        rows = [_course_row(course, course.get_state_display()) for course in situation.courses_taught]
        blocks.append(Block(_("Courses whose attendance you keep"), rows))
    if situation.account.has_role(*COURSE_ORGANISERS):
        rows = [_course_row(course, course.get_state_display()) for course in situation.courses_organised]
        blocks.append(Block(_("Courses you organise"), rows, "/courses/organise/", _("All of them"), _("No course yet.")))
    return blocks


def _registrable_row(record: Producer | Product) -> Row:
    words, language = best(record.name)
    return Row(words, record.get_absolute_url(), record.place.name, language, record.get_state_display(), _kind(record.state))


def _course_row(course: Course, tag: str) -> Row:
    words, language = best(course.title)
    return Row(words, course.get_absolute_url(), language=language, tag=tag)


def _kind(state: str) -> str:
    return {"registered": "ok", "submitted": "warn"}.get(state, "")
