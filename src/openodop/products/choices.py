"""Fixed lists of products: units, currencies, kinds to choose by picture, pages of the form, questions of the story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Unit(models.TextChoices):
    GRAM = "g", pgettext_lazy("unit", "g")
    KILOGRAM = "kg", pgettext_lazy("unit", "kg")
    MILLILITRE = "ml", pgettext_lazy("unit", "ml")
    LITRE = "l", pgettext_lazy("unit", "litre")
    PIECE = "piece", pgettext_lazy("unit", "piece")


class Currency(models.TextChoices):
    LAK = "LAK", pgettext_lazy("currency", "kip")
    THB = "THB", pgettext_lazy("currency", "baht")
    KHR = "KHR", pgettext_lazy("currency", "riel")
    VND = "VND", pgettext_lazy("currency", "dong")
    JPY = "JPY", pgettext_lazy("currency", "yen")
    USD = "USD", pgettext_lazy("currency", "US dollar")


#: what a record is called that the officer has given back
SENT_BACK = pgettext_lazy("registration", "Sent back")

#: the money in which a country's producers count
CURRENCY_OF_COUNTRY = {"LA": Currency.LAK, "TH": Currency.THB, "KH": Currency.KHR, "VN": Currency.VND, "JP": Currency.JPY}

#: codes of programme categories whose goods are eaten or drunk: ingredients and keeping time are asked
FOOD_CATEGORIES = frozenset(
    {"food-drink", "food", "beverage", "fresh-plant", "fresh-animal", "raw-grain", "honey", "snack", "rice-cereal", "fruit-vegetable", "animal"}
)


@dataclass(frozen=True)
class Kind:
    """A usual product to start from. `hs_codes` are proposals; where a good falls is decided by customs."""

    code: str
    drawing: str
    label: Any
    names: dict[str, str]
    categories: tuple[str, ...]
    hs_codes: tuple[str, ...] = ()


FOOD, CRAFT, HERBAL = ("food-drink", "food"), ("handicraft", "textile", "craft-decor", "utensil-decor-souvenir"), ("herbal", "herbal-nonfood")
DRINK = ("food-drink", "beverage", "food")
CLOTH = ("textile", "handicraft")

#: the five banana products first: the course teaches them. Names are what a maker may keep or change.
KINDS: tuple[Kind, ...] = (
    Kind("sun-dried-banana", "banana-dried", _("Sun-dried banana"), {"en": "Sun-dried banana", "lo": "ກ້ວຍຕາກ"}, FOOD, ("080390", "200899")),
    Kind("banana-chips", "banana-chips", _("Fried banana chips"), {"en": "Fried banana chips", "lo": "ກ້ວຍທອດກອບ"}, FOOD, ("200899",)),
    Kind("butter-banana", "banana-butter", _("Butter banana"), {"en": "Butter banana", "lo": "ກ້ວຍອົບເບີ"}, FOOD, ("200899",)),
    Kind("banana-candy", "banana-candy", _("Banana candy"), {"en": "Banana candy", "lo": "ກ້ວຍກວນ"}, FOOD, ("170490", "200799")),
    Kind(
        "chocolate-banana",
        "banana-chocolate",
        _("Chocolate-coated banana"),
        {"en": "Chocolate-coated banana", "lo": "ກ້ວຍເຄືອບຊັອກໂກແລັດ"},
        FOOD,
        ("180690", "200899"),
    ),
    Kind("tea", "tea", _("Tea"), {"en": "Tea", "lo": "ຊາ"}, DRINK, ("090210", "090230")),
    Kind("coffee", "coffee", _("Coffee"), {"en": "Coffee", "lo": "ກາເຟ"}, DRINK, ("090121", "090111")),
    Kind("rice", "rice", _("Rice"), {"en": "Rice", "lo": "ເຂົ້າ"}, FOOD, ("100630",)),
    Kind("honey", "honey", _("Honey"), {"en": "Honey", "lo": "ນ້ຳເຜິ້ງ"}, FOOD, ("040900",)),
    Kind("river-weed", "river-weed", _("River weed sheets"), {"en": "River weed sheets", "lo": "ໄຄແຜ່ນ"}, FOOD, ("121221", "200899")),
    Kind("silk", "silk", _("Woven silk"), {"en": "Silk scarf", "lo": "ຜ້າພັນຄໍໄໝ"}, CLOTH, ("621410", "500720")),
    Kind("cotton", "cotton", _("Woven cotton"), {"en": "Cotton cloth", "lo": "ຜ້າຝ້າຍ"}, CLOTH, ("520811",)),
    Kind("basket", "basket", _("Basket work"), {"en": "Bamboo basket", "lo": "ກະຕ່າໄມ້ໄຜ່"}, CRAFT, ("460211", "460212")),
    Kind("soap", "soap", _("Soap and care"), {"en": "Herbal soap", "lo": "ສະບູສະໝຸນໄພ"}, HERBAL, ("340111", "340130")),
)
KIND_BY_CODE = {kind.code: kind for kind in KINDS}

#: page of the form -> its heading in lists
STEP_LABELS = {
    "kind": pgettext_lazy("product page", "What it is"),
    "name": pgettext_lazy("product page", "Name"),
    "category": pgettext_lazy("product page", "Category"),
    "ingredients": pgettext_lazy("product page", "What is in it"),
    "packs": pgettext_lazy("product page", "Packs and prices"),
    "photographs": pgettext_lazy("product page", "Photographs"),
    "story": pgettext_lazy("product page", "Story"),
}


class KeepsUnit(models.TextChoices):
    DAYS = "days", pgettext_lazy("keeps", "days")
    WEEKS = "weeks", pgettext_lazy("keeps", "weeks")
    MONTHS = "months", pgettext_lazy("keeps", "months")


#: question of the story -> (what is asked, an example of an answer)
STORY_TEXTS = {
    "maker": (_("Who makes it?"), _("For example: Fourteen families of Ban Kouay make it together.")),
    "since": (_("Since when, and how did it begin?"), _("For example: We began in 2019 with one dryer.")),
    "special": (_("What is special about your place or your material?"), _("For example: Our bananas grow on the bank of the Mekong.")),
    "making": (_("How do you make it?"), _("For example: We peel before sunrise and dry the fruit five days.")),
    "using": (_("How is it best eaten, used or kept?"), _("For example: Keep it dry and eat it with tea.")),
    "village": (_("What has changed for your village?"), _("For example: Three young women came back from the city to work with us.")),
}


@dataclass(frozen=True)
class Group:
    """What buyers look for, across the programmes' own categories."""

    code: str
    label: Any
    categories: frozenset[str]


GROUPS: tuple[Group, ...] = (
    Group("food", _("Food and drink"), FOOD_CATEGORIES),
    Group("cloth", _("Cloth and clothing"), frozenset({"textile"})),
    Group("craft", _("Home and craft"), frozenset({"handicraft", "craft-decor", "utensil-decor-souvenir", "ornamental"})),
    Group("herbs", _("Herbs and care"), frozenset({"herbal", "herbal-nonfood"})),
    Group("tourism", _("Village tourism"), frozenset({"tourism"})),
)
GROUP_BY_CODE = {group.code: group for group in GROUPS}
GROUP_OF_CATEGORY = {category: group.code for group in GROUPS for category in group.categories}


class Sorting(models.TextChoices):
    NEWEST = "newest", pgettext_lazy("sorting", "Newest first")
    STARS = "stars", pgettext_lazy("sorting", "Most stars reported")
    KEEPS = "keeps", pgettext_lazy("sorting", "Keeps longest")
    CODE = "place", pgettext_lazy("sorting", "By place")


STARS_FROM = (5, 4, 3)
#: least shelf life in days -> what the choice says
KEEPS_FROM = {365: _("12 months or more"), 180: _("6 months or more")}
