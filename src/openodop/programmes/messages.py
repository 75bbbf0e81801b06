from django.utils.translation import gettext_lazy as _

PLACES_MISSING = _("The place “%(code)s” is not there yet. Load the places first, then the programmes.")
