from django.db import models
from django.utils.translation import pgettext_lazy


class Level(models.IntegerChoices):
    COUNTRY = 0, pgettext_lazy("place", "Country")
    PROVINCE = 1, pgettext_lazy("place", "Province")
    DISTRICT = 2, pgettext_lazy("place", "District")
