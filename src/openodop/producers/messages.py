"""Sentences said about producers."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.foundation.registration_rules import Obstacle

# --- registering --------------------------------------------------------------------------------------------------------
NOT_YOURS = _("This producer is not in your places. An officer of %(place)s decides.")
NOT_YOUR_PRODUCER = _("Only the members of this producer and the officers of its place can change it.")
ALREADY_REGISTERED = _("%(name)s is already registered, by %(officer)s.")
NOT_SENT = _("%(name)s has not been sent to the officer, or was sent back. There is nothing to decide now.")
CHANGED_MEANWHILE = _("%(name)s was sent again while you were reading. Read the new version, then decide.")
INCOMPLETE = _("This is still missing: %(fields)s.")
NO_REASON = _("Write what the producer has to change. They see it word for word.")

OBSTACLES = {
    Obstacle.NOT_YOURS: NOT_YOURS,
    Obstacle.ALREADY_REGISTERED: ALREADY_REGISTERED,
    Obstacle.NOT_SENT: NOT_SENT,
    Obstacle.CHANGED_MEANWHILE: CHANGED_MEANWHILE,
    Obstacle.INCOMPLETE: INCOMPLETE,
    Obstacle.NO_REASON: NO_REASON,
}

# --- changes of a registered producer -------------------------------------------------------------------------------------
NOTHING_CHANGED = _("Nothing was changed, so there is nothing to send.")
NO_CHANGES_WAIT = _("No changes of %(name)s wait for you. Somebody has decided already, or the producer took them back.")
NEW_PLACE_NOT_YOURS = _("The producer moves to %(place)s, which is not in your places. An officer of both places decides.")

# --- drafts -------------------------------------------------------------------------------------------------------------
NOT_YOUR_DRAFT = _("This draft belongs to somebody else.")
PLACE_NOT_YOURS = _("%(place)s is not in your places. Register producers of your places only.")
OFFICERS_ONLY = _("This page is for officers. Ask the office of your district to give you a post.")
NO_PROGRAMME = _("There is no programme to register for yet. Ask the programme manager.")

# --- members ------------------------------------------------------------------------------------------------------------
INVITATION_LOST = _("Who invited you no longer looks after this producer. Ask the office of your district for a new link.")
GIFT_IN_WORDS = _("You will look after the record of %(name)s.")

# --- what people see after doing something ----------------------------------------------------------------------------------
SENT = _("Sent. The officer of %(place)s looks at it and answers here.")
CHANGES_SENT = _("Changes sent. Until the officer accepts them, everyone sees the record as it was.")
CHANGES_KEPT = _("Changes saved in the register.")
REGISTERED = _("%(name)s is registered.")
SENT_BACK = _("Sent back to %(name)s with your reason.")
CHANGES_ACCEPTED = _("The changes of %(name)s are in the register.")
CHANGES_SENT_BACK = _("The changes were sent back to %(name)s with your reason.")
DRAFT_DELETED = _("Draft deleted.")
CHANGES_DROPPED = _("Your changes were dropped. The record stays as it is.")

# --- form ---------------------------------------------------------------------------------------------------------------
KIND_NEEDED = _("Choose one of the four.")
NAME_NEEDED = _("Write the name as people in the village know it.")
PLACE_NOT_KNOWN = _("Choose a place from the list.")
PHONE_NOT_UNDERSTOOD = _("Write a phone number, for example 020 5551 2345.")
YEAR_IN_FUTURE = _("This year has not come yet. Write the year in which the work began.")
YEAR_TOO_EARLY = _("Write a year from 1800 on.")
BUDDHIST_YEAR = _("This looks like a year of the Buddhist calendar. In the common calendar it is %(year)s.")
NOBODY_WORKS = _("Write how many women and men belong to it, at least one person in all.")
NUMBER_NEGATIVE = _("Write a number from 0 on.")
NUMBER_TOO_LARGE = _("Write a number below 100,000.")
DEGREES_NOT_UNDERSTOOD = _("Write degrees in figures, for example 18.11234.")
DEGREES_TOO_FAR = _("Write a number between -%(most)s and %(most)s.")
POSITION_HALF = _("Write both numbers of the position, or none.")
SHOW_WITHOUT_VALUE = _("Write it first, then choose to show it.")

# --- import -------------------------------------------------------------------------------------------------------------
IMPORT_CODE_UNKNOWN = _("There is no producer with this code. Leave the cell empty for a new producer.")
IMPORT_CODE_OTHER_PROGRAMME = _("This code belongs to a producer of another programme.")
IMPORT_PHONE_TAKEN = _("This phone number belongs to %(name)s (%(code)s). Correct the number, or the name if it is the same producer.")
IMPORT_TWO_ALIKE = _("Several producers in this place have this name. Write the code of the one you mean: %(codes)s.")
IMPORT_KIND_MISSING = _("Write what kind of producer it is: household, group, cooperative or firm.")
IMPORT_NOT_AN_ADDRESS = _("This is not an address of a page. It begins with https://.")
IMPORT_REPORTED_IS_REGISTERED = _("This producer is already in the register. What publications say does not change its record.")
IMPORT_NAME_MISSING = _("Every producer needs a name in at least one language.")

# --- history ------------------------------------------------------------------------------------------------------------
EVENTS = {
    "producers.producer.submitted": pgettext_lazy("history", "Sent to the officer"),
    "producers.producer.registered": pgettext_lazy("history", "Registered"),
    "producers.producer.sent_back": pgettext_lazy("history", "Sent back"),
    "producers.producer.changes_sent": pgettext_lazy("history", "Changes sent to the officer"),
    "producers.producer.changes_accepted": pgettext_lazy("history", "Changes accepted"),
    "producers.producer.changes_sent_back": pgettext_lazy("history", "Changes sent back"),
    "producers.producer.corrected": pgettext_lazy("history", "Corrected by the officer"),
    "producers.producer.imported": pgettext_lazy("history", "Taken from a table"),
    "producers.producer.member_added": pgettext_lazy("history", "Member added"),
}

#: field -> its name in lists of what is missing or changed
FIELDS = {
    "kind": pgettext_lazy("producer", "kind"),
    "place": pgettext_lazy("producer", "district"),
    "district_text": pgettext_lazy("producer", "district"),
    "commune": pgettext_lazy("producer", "commune"),
    "village": pgettext_lazy("producer", "village"),
    "name": pgettext_lazy("producer", "name"),
    "women": pgettext_lazy("producer", "number of women"),
    "men": pgettext_lazy("producer", "number of men"),
    "workers": pgettext_lazy("producer", "paid workers"),
    "start_year": pgettext_lazy("producer", "start year"),
    "raw_material": pgettext_lazy("producer", "raw material"),
    "raw_material_origin": pgettext_lazy("producer", "origin of the raw material"),
    "contact_name": pgettext_lazy("producer", "contact person"),
    "contact_phone": pgettext_lazy("producer", "phone number"),
    "contact_email": pgettext_lazy("producer", "e-mail"),
    "show_contact_name": pgettext_lazy("producer", "contact person shown to everyone"),
    "show_contact_phone": pgettext_lazy("producer", "phone number shown to everyone"),
    "show_contact_email": pgettext_lazy("producer", "e-mail shown to everyone"),
    "show_position": pgettext_lazy("producer", "position shown to everyone"),
    "latitude": pgettext_lazy("producer", "latitude"),
    "longitude": pgettext_lazy("producer", "longitude"),
    "contact_consent_at": pgettext_lazy("producer", "agreement to show the contact"),
}
