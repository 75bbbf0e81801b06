from django.utils.translation import gettext_lazy as _

PLACES_MISSING = _("The place “%(code)s” is not there yet. Load the places first, then the programmes.")
NO_SUCH_PROGRAMME = _("There is no programme with the code “%(code)s”. Codes look like la-odop.")
NO_SUCH_PROJECT = _("There is no project with the code “%(code)s”.")
