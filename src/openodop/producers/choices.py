from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    HOUSEHOLD = "household", pgettext_lazy("producer", "Household")
    GROUP = "group", pgettext_lazy("producer", "Producer group")
    COOPERATIVE = "cooperative", pgettext_lazy("producer", "Cooperative")
    FIRM = "firm", pgettext_lazy("producer", "Firm")


#: what each kind means, beside the choice
KIND_HINTS = {
    Kind.HOUSEHOLD: _("One family makes it at home."),
    Kind.GROUP: _("Several families work together, without being a cooperative."),
    Kind.COOPERATIVE: _("A cooperative with its own rules and a licence."),
    Kind.FIRM: _("A registered enterprise."),
}

#: page of the form -> its name on the check page and in the officer's choice of what to change
STEP_LABELS = {
    "kind": pgettext_lazy("registration page", "Kind"),
    "province": pgettext_lazy("registration page", "Province"),
    "district": pgettext_lazy("registration page", "District and village"),
    "name": pgettext_lazy("registration page", "Name"),
    "people": pgettext_lazy("registration page", "People"),
    "material": pgettext_lazy("registration page", "Raw material"),
    "contact": pgettext_lazy("registration page", "Contact"),
    "position": pgettext_lazy("registration page", "Position on the map"),
}

#: state -> its words on tags and filters; a producer that is a draft has been sent back
STATE_WORDS: dict[str, Promise] = {
    "submitted": pgettext_lazy("state of a producer", "waiting"),
    "registered": pgettext_lazy("state of a producer", "registered"),
    "draft": pgettext_lazy("state of a producer", "sent back"),
    "reported": pgettext_lazy("state of a producer", "reported"),
}
