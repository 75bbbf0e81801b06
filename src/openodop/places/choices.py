from django.db import models
from django.utils.translation import gettext_noop, pgettext_lazy


class Level(models.IntegerChoices):
    COUNTRY = 0, pgettext_lazy("place", "Country")
    PROVINCE = 1, pgettext_lazy("place", "Province")
    DISTRICT = 2, pgettext_lazy("place", "District")


#: English names of countries as our list of places writes them, so that translators meet them
COUNTRIES = (
    gettext_noop("Cambodia"),
    gettext_noop("Japan"),
    gettext_noop("Lao People's Democratic Republic"),
    gettext_noop("Thailand"),
    gettext_noop("Viet Nam"),
)
