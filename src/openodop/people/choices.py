from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    """What a post lets a person do; the scope says where. Members of a producer are `producers.Membership`."""

    PROGRAMME_MANAGER = "programme_manager", pgettext_lazy("role", "Programme manager")
    NATIONAL_OFFICER = "national_officer", pgettext_lazy("role", "National officer")
    PROVINCIAL_OFFICER = "provincial_officer", pgettext_lazy("role", "Provincial officer")
    DISTRICT_OFFICER = "district_officer", pgettext_lazy("role", "District officer")
    TRAINER = "trainer", pgettext_lazy("role", "Trainer")
    EXPERT = "expert", pgettext_lazy("role", "Expert")
    COACH = "coach", pgettext_lazy("role", "Coach")
    INSPECTOR = "inspector", pgettext_lazy("role", "Inspector")
    COUNCIL_MEMBER = "council_member", pgettext_lazy("role", "Council member")
    PRODUCER_MEMBER = "producer_member", pgettext_lazy("role", "Producer")
    BUYER = "buyer", pgettext_lazy("role", "Buyer")


#: roles that register producers and products of their places
OFFICERS = (Role.PROGRAMME_MANAGER, Role.NATIONAL_OFFICER, Role.PROVINCIAL_OFFICER, Role.DISTRICT_OFFICER)
#: roles that run courses of their places
COURSE_ORGANISERS = (Role.PROGRAMME_MANAGER, Role.NATIONAL_OFFICER, Role.PROVINCIAL_OFFICER, Role.DISTRICT_OFFICER)
#: everybody who works for the programme: may open the staff frame and the gallery
STAFF = (*OFFICERS, Role.TRAINER, Role.EXPERT, Role.COACH, Role.INSPECTOR, Role.COUNCIL_MEMBER)
#: roles whose post means nothing without a place
NEEDS_PLACE = (Role.NATIONAL_OFFICER, Role.PROVINCIAL_OFFICER, Role.DISTRICT_OFFICER)


class Sex(models.TextChoices):
    FEMALE = "female", pgettext_lazy("sex", "Woman")
    MALE = "male", pgettext_lazy("sex", "Man")
    OTHER = "other", pgettext_lazy("sex", "Other or not said")


class OrganisationKind(models.TextChoices):
    MINISTRY = "ministry", pgettext_lazy("organisation", "Ministry")
    DEPARTMENT = "department", pgettext_lazy("organisation", "Department or office")
    INSTITUTE = "institute", pgettext_lazy("organisation", "Institute")
    UNIVERSITY = "university", pgettext_lazy("organisation", "University")
    DONOR = "donor", pgettext_lazy("organisation", "Donor")
    FIRM = "firm", pgettext_lazy("organisation", "Firm")
    ASSOCIATION = "association", pgettext_lazy("organisation", "Association or community enterprise")


class InvitationKind(models.TextChoices):
    """What the link of an invitation does for the one who opens it."""

    JOIN = "join", _("Make an account and receive a role")
    PASSWORD = "password", _("Choose a new password")


class Purpose(models.TextChoices):
    """What a consent is given for; the wording of each stands in `wordings`."""

    PUBLIC_PROFILE = "public_profile", _("Public profile")
