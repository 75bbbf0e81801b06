"""What is kept about a participant, told on request and forgotten on request."""

from datetime import date

import pytest
from auditlog.models import LogEntry

from openodop.people import privacy
from openodop.training.actions import enrolment, invitations
from openodop.training.actions.enrolment import Participation
from openodop.training.models import Invitation
from tests.makers import a_manager, a_person, a_place, an_account
from tests.training.course_makers import a_course, an_enrolment

pytestmark = pytest.mark.django_db


def keeper():
    return next(keeper for keeper in privacy.keepers() if keeper.name == "training")


@pytest.fixture(autouse=True)
def weeks_before(time_machine):
    time_machine.move_to("2030-02-01T03:00:00Z", tick=False)


def test_everything_about_a_participant_is_told():
    person = a_person()
    row = an_enrolment(a_course(), person=person, organisation_text="ກຸ່ມກ້ວຍຕາກ", post_text="Head", note="I come by bus")
    an_enrolment(a_course())
    (told,) = keeper().export(person)
    assert told["course"] == row.course.code
    assert (told["organisation"], told["post"], told["note"], told["state"]) == ("ກຸ່ມກ້ວຍຕາກ", "Head", "I come by bus", "enrolled")


def test_what_names_a_participant_is_forgotten_and_what_counts_need_stays():
    person = a_person()
    row = an_enrolment(a_course(), person=person, organisation_text="ກຸ່ມກ້ວຍຕາກ", post_text="Head", note="By bus", account=an_account())
    refused = an_enrolment(a_course(), person=person, state="refused", reason="Told us about an illness", decided_at="2030-01-01T00:00Z")
    invited, _ = invitations.invite(course=a_course(), person=person, participation=Participation(kind="firm"), by=a_manager())
    other = an_enrolment(a_course(), organisation_text="Other group")
    keeper().erase(person, by=a_manager())
    for kept in (row, refused, other):
        kept.refresh_from_db()
    assert (row.organisation_text, row.post_text, row.note, row.account) == ("", "", "", None)
    assert (row.kind, row.province.code, row.state) == ("firm", "LA13", "enrolled")
    assert (refused.reason, other.organisation_text) == ("–", "Other group")
    assert not Invitation.objects.filter(enrolment=invited).exists()


def test_who_still_stands_on_a_coming_course_leaves_it_first():
    person = a_person()
    coming = an_enrolment(a_course(), person=person)
    an_enrolment(a_course(starts_on=date(2030, 1, 7), ends_on=date(2030, 1, 8)), person=person)
    an_enrolment(a_course(), person=person, state="withdrawn")
    (reason,) = keeper().hinders(person)
    assert coming.course.code in str(reason)


def test_the_history_of_an_enrolment_names_nobody():
    person = a_person(name="ນາງ ຄຳຫຼ້າ", name_latin="Khamla Tuayang")
    participation = Participation(kind="firm", organisation_text="ກຸ່ມກ້ວຍຕາກ", post_text="Head", note="By bus", province=a_place("LA13"))
    row = enrolment.apply(course=a_course(), person=person, participation=participation, by=None)
    entries = str(list(LogEntry.objects.get_for_object(row).values()))
    assert person.code in entries
    for private in ("Khamla", "ຄຳຫຼ້າ", "ກຸ່ມກ້ວຍຕາກ", "Head", "By bus"):
        assert private not in entries
