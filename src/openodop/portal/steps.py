"""What each person should do next: every source looks at one thing and answers with steps or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openodop.foundation.languages import best
from openodop.foundation.registration import State
from openodop.people.choices import Role
from openodop.portal.queries import Situation
from openodop.portal.rules import Step


def steps_for(situation: Situation) -> list[Step]:
    """Return every step that is open in this person's situation, in no particular order."""
    return [step for source in SOURCES for step in source(situation)]


def sessions_today(situation: Situation) -> Iterator[Step]:
    for own in situation.sessions_today:
        if own.is_open and not own.status:
            title = best(own.session.title)[0]
            yield Step(5, _("Say that you are here"), title, "/check-in/", _("Check in"), minutes=1)


def own_producers(situation: Situation) -> Iterator[Step]:
    for draft in situation.begun_producers[:1]:
        yield Step(20, _("Finish your registration"), _("It is kept as far as you got."), draft.get_absolute_url(), _("Go on"), minutes=5)
    for producer in situation.own_producers:
        if producer.state == State.DRAFT and producer.state_reason:
            yield _sent_back(producer)
        elif producer.state == State.REGISTERED and not any(product.producer_id == producer.pk for product in situation.own_products):
            yield Step(30, _("Register your first product"), _("Buyers find you by what you make."), "/register/product/", _("Begin"), minutes=10)
    if not situation.own_producers and not situation.begun_producers and not situation.account.active_posts:
        why = _("Eight short pages. You can stop and go on later.")
        yield Step(40, _("Register as a producer"), why, "/register/producer/", _("Begin"), minutes=5)


def own_products(situation: Situation) -> Iterator[Step]:
    for draft in situation.begun_products[:1]:
        yield Step(25, _("Finish your product"), _("It is kept as far as you got."), f"/register/product/{draft.key}/", _("Go on"), minutes=8)
    for product in situation.own_products:
        if product.state == State.DRAFT and product.state_reason:
            yield _sent_back(product)


def _sent_back(record: Any) -> Step:
    return Step(10, _("Change what the officer asked for"), record.state_reason, record.get_absolute_url(), _("Open"), minutes=5)


def registrations_waiting(situation: Situation) -> Iterator[Step]:
    number = len(situation.waiting_producers)
    if number:
        title = ngettext("%(count)d producer waits for you", "%(count)d producers wait for you", number) % {"count": number}
        why = _("Nobody sees them before you have read them.")
        yield Step(15, title, why, "/officers/producers/?state=submitted", _("Read them"), minutes=5 * number)
    number = len(situation.waiting_products)
    if number:
        title = ngettext("%(count)d product waits for you", "%(count)d products wait for you", number) % {"count": number}
        why = _("The producer cannot sell under the programme's name before.")
        yield Step(16, title, why, "/officers/products/?state=submitted", _("Read them"), minutes=5 * number)


def applications_waiting(situation: Situation) -> Iterator[Step]:
    number = len(situation.waiting_applications)
    if number:
        title = ngettext("%(count)d application to a course waits", "%(count)d applications to courses wait", number) % {"count": number}
        course = situation.waiting_applications[0].course
        why = _("People plan their week by your answer.")
        yield Step(18, title, why, f"{course.get_absolute_url()}participants/", _("Decide"), minutes=2 * number)


def new_certificates(situation: Situation) -> Iterator[Step]:
    for certificate in situation.certificates[:1]:
        yield Step(70, _("Your certificate is ready"), best(certificate.course.title)[0], certificate.get_absolute_url(), _("Open"))


def own_profile(situation: Situation) -> Iterator[Step]:
    """Those who teach, advise and judge stand on public pages only when they said what may be shown."""
    if situation.may_stand_in_public:
        why = _("Pages of courses name those who agreed, and nobody else.")
        yield Step(80, _("Choose what others may see of you"), why, "/me/public/", _("Choose"), minutes=2)


def goods_to_find(situation: Situation) -> Iterator[Step]:
    if situation.account.has_role(Role.BUYER):
        yield Step(85, _("Find goods from the villages"), _("See who makes them, where, and in which packs."), "/products/", _("Look"))


SOURCES: tuple[Callable[[Situation], Iterator[Step]], ...] = (
    sessions_today,
    registrations_waiting,
    applications_waiting,
    own_producers,
    own_products,
    new_certificates,
    own_profile,
    goods_to_find,
)
