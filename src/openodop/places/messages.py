from django.utils.translation import gettext_lazy as _

NO_SUCH_PLACE = _("There is no place with the code “%(code)s”. Codes look like LA, LA13 or LA1301.")
