"""Sentences said about places and addresses."""

from django.utils.translation import gettext_lazy as _

NO_SUCH_PLACE = _("There is no place with the code “%(code)s”. Codes look like LA, LA13 or LA1301.")

# --- addresses ----------------------------------------------------------------------------------------------------------
NOTHING_SAID = _("No place is named. Write the district and the province, or the code of the place.")
CODE_UNKNOWN = _("There is no place with the code “%(text)s”.")
PROVINCE_UNKNOWN = _("“%(text)s” is not a province that is known here.")
PROVINCE_MISSING = _("“%(text)s” is not enough: the province is missing.")
DISTRICT_UNKNOWN = _("“%(text)s” is not a district that is known here.")
DISTRICT_UNKNOWN_WITHIN = _("“%(text)s” is not a district of %(province)s.")
AMBIGUOUS = _("“%(text)s” may be several places: %(nearest)s. Write the province too, or the code of the place.")
DISAGREE = _("“%(text)s” does not fit the rest of the address, which means %(nearest)s.")
#: follows one of the sentences above
NEAREST = _("Nearest: %(nearest)s.")
FORMER_FOLLOWED = _("%(former)s is part of %(place)s now. Both are kept.")

# --- the table of places ------------------------------------------------------------------------------------------------
CODE_NOT_WRITTEN_SO = _("A code is two letters of the country and then figures, for example LA1301 or VN63-46.")
PARENT_UNKNOWN = _("There is no place with the code “%(code)s”. Put the higher place into a row above this one.")
PARENT_OF_WRONG_LEVEL = _("A province lies in a country and a district in a province. “%(code)s” is neither above this place.")
PARENT_MISSING = _("Only a country has no place above it.")
PARENT_IN_OTHER_COUNTRY = _("“%(code)s” lies in another country than this place.")
COUNTRY_HAS_PARENT = _("A country has no place above it.")
LEVEL_CHANGED = _("This code is known as another level: %(level)s.")
SUCCESSOR_UNKNOWN = _("There is no place with the code “%(code)s” that could be the successor. Put it into a row above this one.")
SUCCESSOR_WRONG = _("A successor is another place of the same level and country that exists today. “%(code)s” is not.")
SUCCESSOR_NEEDS_END = _("A place with a successor needs the day until which it was valid.")
ENDS_BEFORE_START = _("The last day lies before the first.")
POSITION_HALF = _("A position needs latitude and longitude.")
LANGUAGE_UNKNOWN = _("No language is known for the local names of the country “%(country)s”.")
