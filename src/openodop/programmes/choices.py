from django.db import models
from django.utils.translation import gettext_lazy, pgettext_lazy


class Certainty(models.TextChoices):
    """How certain a published statement is: one or two words beside the statement."""

    OFFICIAL = "official", pgettext_lazy("certainty", "Official")
    SECONDARY = "secondary", pgettext_lazy("certainty", "Reported")
    INFERRED = "inferred", pgettext_lazy("certainty", "Inferred")
    REPEATED = "repeated", pgettext_lazy("certainty", "Often repeated")
    UNKNOWN = "unknown", pgettext_lazy("certainty", "Not found")


#: what the words mean, for the legend
EXPLAINED = {
    Certainty.OFFICIAL: gettext_lazy("Text or data of the responsible authority was read."),
    Certainty.SECONDARY: gettext_lazy("A newspaper, a law portal, an adviser or another second source says so."),
    Certainty.INFERRED: gettext_lazy("Follows from the sources, but no source says it in so many words."),
    Certainty.REPEATED: gettext_lazy("Many people repeat it; no source that states it could be read."),
    Certainty.UNKNOWN: gettext_lazy("Nobody has found it yet. Whoever knows a source can send it."),
}
#: statements of these kinds stand on a published source; the database asks for its title
WITH_SOURCE = (Certainty.OFFICIAL, Certainty.SECONDARY)


class Topic(models.TextChoices):
    IDEA = "idea", pgettext_lazy("fact", "Idea and history")
    OWNER = "owner", pgettext_lazy("fact", "Who runs it")
    LEGAL_BASE = "legal_base", pgettext_lazy("fact", "Legal base")
    LEVELS = "levels", pgettext_lazy("fact", "Levels of decision")
    CONDITIONS = "conditions", pgettext_lazy("fact", "Who may apply")
    PAPERS = "papers", pgettext_lazy("fact", "Papers")
    STARS = "stars", pgettext_lazy("fact", "Stars and mark")
    VALIDITY = "validity", pgettext_lazy("fact", "Validity")
    COURSES = "courses", pgettext_lazy("fact", "Courses and coaching")
    FIGURES = "figures", pgettext_lazy("fact", "Figures")
