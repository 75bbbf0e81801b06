"""What each person should do next: every source looks at one thing and answers with steps or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openodop.foundation.languages import best
from openodop.foundation.registration import State
from openodop.people.choices import OFFICERS
from openodop.people.queries import lacks_second_factor
from openodop.portal.rules import Step
from openodop.producers import queries as producers
from openodop.products.queries import lists as products
from openodop.training.queries import attendance, certificates, courses


def steps_for(account: Any) -> list[Step]:
    """Return every step that is open for this account, in no particular order."""
    return [step for source in SOURCES for step in source(account)]


def sessions_today(account: Any) -> Iterator[Step]:
    for own in attendance.sessions_today(account):
        if own.is_open and not own.status:
            title = best(own.session.title)[0]
            yield Step(5, _("Say that you are here"), title, own.href, _("Check in"), minutes=1)


def own_producers(account: Any) -> Iterator[Step]:
    drafts = list(producers.begun_by(account))
    for draft in drafts[:1]:
        yield Step(20, _("Finish your registration"), _("It is kept as far as you got."), draft.get_absolute_url(), _("Go on"), minutes=8)
    own = list(producers.own_producers(account))
    for producer in own:
        if producer.state == State.DRAFT and producer.state_reason:
            yield Step(10, _("Change what the officer asked for"), producer.state_reason, producer.get_absolute_url(), _("Open"), minutes=5)
        elif producer.state == State.REGISTERED and not producer.products.exists():
            yield Step(30, _("Register your first product"), _("Buyers find you by what you make."), "/register/product/", _("Begin"), minutes=10)
    if not own and not drafts and not account.active_posts:
        yield Step(40, _("Register as a producer"), _("Six short pages. You can stop and go on later."), "/register/producer/", _("Begin"), minutes=8)


def own_products(account: Any) -> Iterator[Step]:
    for draft in products.begun_by(account)[:1]:
        yield Step(25, _("Finish your product"), _("It is kept as far as you got."), draft.get_absolute_url(), _("Go on"), minutes=8)
    for product in products.own_products(account).filter(state=State.DRAFT).exclude(state_reason=""):
        yield Step(12, _("Change what the officer asked for"), product.state_reason, product.get_absolute_url(), _("Open"), minutes=5)


def registrations_waiting(account: Any) -> Iterator[Step]:
    if not account.has_role(*OFFICERS):
        return
    number = producers.waiting_for(account).count()
    if number:
        title = ngettext("%(count)d producer waits for you", "%(count)d producers wait for you", number) % {"count": number}
        yield Step(
            15, title, _("Nobody sees them before you have read them."), "/officers/producers/?state=submitted", _("Read them"), minutes=5 * number
        )
    number = products.waiting_for(account).count()
    if number:
        title = ngettext("%(count)d product waits for you", "%(count)d products wait for you", number) % {"count": number}
        yield Step(
            16,
            title,
            _("The producer cannot sell under the programme's name before."),
            "/officers/products/?state=submitted",
            _("Read them"),
            minutes=5 * number,
        )


def applications_waiting(account: Any) -> Iterator[Step]:
    number = courses.waiting_applications(account).count()
    if number:
        title = ngettext("%(count)d application to a course waits", "%(count)d applications to courses wait", number) % {"count": number}
        yield Step(18, title, _("People plan their week by your answer."), "/courses/organise/", _("Decide"), minutes=2 * number)


def second_factor(account: Any) -> Iterator[Step]:
    if lacks_second_factor(account):
        yield Step(
            60,
            _("Protect your account"),
            _("You see data of many people. A passkey or a one-time code keeps others out."),
            "/accounts/security/",
            _("Set up"),
            minutes=3,
        )


def new_certificates(account: Any) -> Iterator[Step]:
    for certificate in certificates.certificates_of(account)[:1]:
        yield Step(70, _("Your certificate is ready"), best(certificate.course.title)[0], certificate.get_absolute_url(), _("Open"), minutes=None)


SOURCES: tuple[Callable[[Any], Iterator[Step]], ...] = (
    sessions_today,
    registrations_waiting,
    applications_waiting,
    own_producers,
    own_products,
    second_factor,
    new_certificates,
)
