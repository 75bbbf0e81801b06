"""Sentences said about products."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.foundation.registration_rules import Obstacle

# --- registering --------------------------------------------------------------------------------------------------------
NOT_YOURS = _("This product is not in your places. An officer of %(place)s decides.")
NOT_YOUR_PRODUCT = _("Only the members of its producer and the officers of its place can change this product.")
ALREADY_REGISTERED = _("%(name)s is already registered, by %(officer)s.")
NOT_SENT = _("%(name)s has not been sent to the officer, or was sent back. There is nothing to decide now.")
CHANGED_MEANWHILE = _("%(name)s was sent again while you were reading. Read the new version, then decide.")
INCOMPLETE = _("This is still missing: %(fields)s.")
NO_REASON = _("Write what has to change. The producer sees it word for word.")

OBSTACLES = {
    Obstacle.NOT_YOURS: NOT_YOURS,
    Obstacle.ALREADY_REGISTERED: ALREADY_REGISTERED,
    Obstacle.NOT_SENT: NOT_SENT,
    Obstacle.CHANGED_MEANWHILE: CHANGED_MEANWHILE,
    Obstacle.INCOMPLETE: INCOMPLETE,
    Obstacle.NO_REASON: NO_REASON,
}

PRODUCER_NOT_SENT = _("First send the registration of %(producer)s. Its products can be sent after that.")
PRODUCER_NOT_REGISTERED = _("First register the producer %(producer)s (%(code)s). Its products can be registered after that.")
MAKER_NAMED = _("The maker of %(name)s is named.")
MAKER_NOT_KNOWN = _("The maker of this product is not known yet. Say who makes it, then register it.")

MAKER_ALREADY_KNOWN = _("The maker of %(name)s is already known.")
MAKER_OTHER_PROGRAMME = _("This producer belongs to another programme.")
NOBODY_TO_SEND_BACK_TO = _("The maker of this product is not known yet, so there is nobody to send it back to.")

# --- changes of a registered product --------------------------------------------------------------------------------------
NOTHING_CHANGED = _("Nothing was changed, so there is nothing to send.")
NO_CHANGES_WAIT = _("No changes of %(name)s wait for you. Somebody has decided already, or the producer took them back.")

# --- drafts -------------------------------------------------------------------------------------------------------------
NOT_YOUR_DRAFT = _("This draft belongs to somebody else.")
NOT_YOUR_PRODUCER = _("You can register products only for producers that you belong to, or for producers of your places.")
NO_PRODUCER = _("First register the producer. Then come back and register what it makes.")

# --- what people see after doing something ----------------------------------------------------------------------------------
SENT = _("Sent. The officer of %(place)s looks at it and answers here.")
CHANGES_SENT = _("Changes sent. Until the officer accepts them, everyone sees the product as it was.")
CHANGES_KEPT = _("Changes saved in the register.")
REGISTERED = _("%(name)s is registered.")
SENT_BACK = _("Sent back to %(name)s with your reason.")
CHANGES_ACCEPTED = _("The changes of %(name)s are in the register.")
CHANGES_SENT_BACK = _("The changes were sent back to %(name)s with your reason.")
DRAFT_DELETED = _("Draft deleted.")
OFFICERS_ONLY = _("This page is for the officers who register products.")
CHANGES_DROPPED = _("Your changes were dropped. The product stays as it is.")
PICTURES_ADDED = _("Photographs added: %(number)s.")
PICTURE_REMOVED = _("Photograph removed.")

MAKER_NEEDED = _("Choose the producer from the list. Register the producer first if it is not there.")

# --- form ---------------------------------------------------------------------------------------------------------------
KIND_NEEDED = _("Choose what it is. If nothing fits, choose “Something else”.")
NAME_NEEDED = _("Write the name in at least one language.")
CATEGORY_NEEDED = _("Choose a category.")
HS_CODE_UNKNOWN = _("There is no customs number %(code)s in our list. Leave it empty if you are not sure.")
INGREDIENTS_NEEDED = _("Write what is in it, the largest part first. For example: banana 100 %.")
KEEPS_NEEDED = _("Write how long it keeps, for example 6 months.")
KEEPS_TOO_LONG = _("Food keeps at most 20 years. Check the number and its unit.")
PACK_NEEDED = _("Write at least one pack, for example 200 g.")
NET_CONTENT_NEEDED = _("Write the net content, for example 120.")
NET_CONTENT_NOT_UNDERSTOOD = _("Write the net content as a number, for example 120 or 0.5.")
AMOUNT_TOO_LARGE = _("This number is too large. Check it and its unit.")
PRICE_NOT_UNDERSTOOD = _("Write the price as a number, for example 25000.")
PRICE_TOO_FINE = _("Prices in %(currency)s have at most %(decimals)s decimals.")
PACK_TWICE = _("This pack stands here twice. Give each size once.")
PICTURE_NEEDED = _("Choose a photograph first.")
PICTURE_ALREADY_THERE = _("This photograph is already there.")
TOO_MANY_PICTURES = _("A product has at most %(most)s photographs. Remove one first.")
PICTURE_GONE = _("This photograph is not there any more.")

GTIN_LENGTH = _("A bar-code number has 8, 12, 13 or 14 digits. Copy all digits under the bars, or leave it empty.")
GTIN_CHECK_DIGIT = _("One digit of this bar-code number is wrong: the last digit would have to be %(expected)s. Compare it with the pack.")
GTIN_ONE_SHOP = _("This number is for use inside one shop only. Leave it empty, or ask GS1 for a number of your own.")
GTIN_TAKEN = _("This bar-code number belongs to another product. Each pack has a number of its own.")
GTIN_PROBLEMS = {"length": GTIN_LENGTH, "check_digit": GTIN_CHECK_DIGIT, "one_shop": GTIN_ONE_SHOP}

# --- import -------------------------------------------------------------------------------------------------------------
IMPORT_NO_PROGRAMME = _("It is not clear which programme this row belongs to. Choose a programme for the file.")
IMPORT_OTHER_PROGRAMME = _("This row names another programme (%(code)s) than the one chosen for the file.")
IMPORT_NAME_MISSING = _("Every product needs a name in at least one language.")
IMPORT_CATEGORY_UNKNOWN = _("The programme has no category “%(text)s”. It has: %(known)s.")
IMPORT_NET_CONTENT = _("Write net content with its unit, for example 500 g.")
IMPORT_PRICE = _("Write the price as a number with its currency, for example 25000 kip.")
IMPORT_PRICE_WITHOUT_PACK = _("The price or the bar-code number has no pack to belong to. Write the net content too.")
IMPORT_PHONE_TAKEN = _("This phone number belongs to %(name)s (%(code)s). Correct the number, or the name if it is the same producer.")
IMPORT_MAKER_UNKNOWN = _("No producer is named. The maker of this product is shown as not known yet.")
IMPORT_KEEPS = _("Write how long it keeps with its unit, for example 6 months.")
IMPORT_HS = _("There is no customs number like this in our list. Write 4 or 6 digits, or leave the cell empty.")
IMPORT_KIND_MISSING = _("It is not clear what kind of producer this is. Write household, group, cooperative or firm.")
IMPORT_KIND_UNKNOWN = _("What kind of producer this is was not said, so the maker is kept as the source writes it and not entered as a producer.")
IMPORT_WAITS = _("This product waits for an officer: %(reason)s")
IMPORT_GTIN_OTHER = _("This bar-code number belongs to %(name)s (%(code)s). Correct the number, or the name if it is the same product.")
IMPORT_TWO_PRODUCTS = _("Several products of this place have this name: %(codes)s. Name the producer too.")
IMPORT_TWO_PRODUCERS = _("Several producers of this place have this name: %(codes)s. Write the phone number too.")
IMPORT_NOT_YOUR_PLACE = _("%(place)s is not in your places.")
IMPORT_REPORTED_IS_REGISTERED = _("This product is in the register. What publications say does not change its record.")

# --- history ------------------------------------------------------------------------------------------------------------
EVENTS = {
    "products.product.submitted": pgettext_lazy("history", "Sent to the officer"),
    "products.product.registered": pgettext_lazy("history", "Registered"),
    "products.product.sent_back": pgettext_lazy("history", "Sent back"),
    "products.product.changes_sent": pgettext_lazy("history", "Changes sent to the officer"),
    "products.product.changes_accepted": pgettext_lazy("history", "Changes accepted"),
    "products.product.changes_sent_back": pgettext_lazy("history", "Changes sent back"),
    "products.product.corrected": pgettext_lazy("history", "Corrected by the officer"),
    "products.product.maker_named": pgettext_lazy("history", "Maker named"),
    "products.product.imported": pgettext_lazy("history", "Taken from a table"),
}

#: page of the form or field -> its name in lists of what is missing or changed
PARTS = {
    "kind": pgettext_lazy("product", "what it is"),
    "name": pgettext_lazy("product", "the name"),
    "drawing": pgettext_lazy("product", "the drawing"),
    "category": pgettext_lazy("product", "the category"),
    "hs_code": pgettext_lazy("product", "the customs number"),
    "ingredients": pgettext_lazy("product", "what is in it and how long it keeps"),
    "keeps_days": pgettext_lazy("product", "how long it keeps"),
    "packs": pgettext_lazy("product", "a pack"),
    "photographs": pgettext_lazy("product", "the photographs"),
    "story_answers": pgettext_lazy("product", "the story"),
}
