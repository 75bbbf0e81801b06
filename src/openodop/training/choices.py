from django.db import models
from django.utils.translation import pgettext_lazy


class CourseState(models.TextChoices):
    """Draft: only organisers see it. Open: takes applications. Closed: full list, runs. Finished: report and certificates."""

    DRAFT = "draft", pgettext_lazy("course", "Draft")
    OPEN = "open", pgettext_lazy("course", "Open for applications")
    CLOSED = "closed", pgettext_lazy("course", "Applications closed")
    FINISHED = "finished", pgettext_lazy("course", "Finished")
    CANCELLED = "cancelled", pgettext_lazy("course", "Cancelled")


#: states in which everybody may see the course
PUBLIC_STATES = (CourseState.OPEN, CourseState.CLOSED, CourseState.FINISHED, CourseState.CANCELLED)


class Mode(models.TextChoices):
    ONLINE = "online", pgettext_lazy("course", "Online")
    ON_SITE = "on_site", pgettext_lazy("course", "On site")
    BOTH = "both", pgettext_lazy("course", "On site and online")


class ParticipantKind(models.TextChoices):
    OFFICIAL = "official", pgettext_lazy("participant", "Official")
    FIRM = "firm", pgettext_lazy("participant", "Firm")
    PRODUCER_GROUP = "producer_group", pgettext_lazy("participant", "Producer group")
    EXPERT = "expert", pgettext_lazy("participant", "Expert or teacher")
    STUDENT = "student", pgettext_lazy("participant", "Student")
    OTHER = "other", pgettext_lazy("participant", "Other")


class Way(models.TextChoices):
    """How somebody came to the course."""

    INVITATION = "invitation", pgettext_lazy("enrolment", "Invited")
    APPLICATION = "application", pgettext_lazy("enrolment", "Applied")
    IMPORT = "import", pgettext_lazy("enrolment", "From a list")


class EnrolmentState(models.TextChoices):
    INVITED = "invited", pgettext_lazy("enrolment", "Invited, no answer yet")
    APPLIED = "applied", pgettext_lazy("enrolment", "Waits for a decision")
    WAITING = "waiting", pgettext_lazy("enrolment", "On the waiting list")
    ENROLLED = "enrolled", pgettext_lazy("enrolment", "Enrolled")
    DECLINED = "declined", pgettext_lazy("enrolment", "Said no to the invitation")
    WITHDRAWN = "withdrawn", pgettext_lazy("enrolment", "Withdrawn")
    REFUSED = "refused", pgettext_lazy("enrolment", "Refused")


#: states in which a person is still on the way into the course
LIVE_STATES = (EnrolmentState.INVITED, EnrolmentState.APPLIED, EnrolmentState.WAITING, EnrolmentState.ENROLLED)
