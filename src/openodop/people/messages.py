"""Every sentence with which this room says no, and what to do instead."""

from django.utils.translation import gettext_lazy as _

# --- accounts ---------------------------------------------------------------------------------------------------------
PHONE_NOT_UNDERSTOOD = _(
    "Write the phone number with all its digits, for example 020 55 512 345. Numbers of other countries begin with + and the country code."
)
PHONE_OR_EMAIL_TAKEN = _(
    "There is no new account for this phone number or e-mail address. If it is yours, sign in, or ask for a new password. If not, use another number."
)
NEEDS_PHONE_OR_EMAIL = _("Write a phone number or an e-mail address. It is needed to sign in.")
WRONG_SIGN_IN = _(
    "This password does not belong to that phone number, e-mail address or user code. Look at each digit, and at capital letters in the password."
)
ACCOUNT_NOT_YOURS = _("You cannot close or reopen this account: it holds a role that you could not give, or belongs to a place outside yours.")
ACCOUNT_CLOSED = _("This account is closed. Ask the office of your district.")
WRONG_CODE = _("This code is not right, or its time is over. Write the newest code.")
WRONG_PASSWORD = _("This is not your password.")
RESET_KEY_TOO_OLD = _("This link was used already, or is too old. Ask for a new one.")
PHONE_OR_EMAIL_ONLY = _("Write the phone number or the e-mail address, not both.")
NO_MAIL_HERE = _("This installation sends no e-mail. Ask the office of your district for a link to choose a new password.")
TOO_MANY_TRIES = _("Too many tries. Wait five minutes, then try again.")

PLACE_UNKNOWN = _("No place of yours has this name. Look at the spelling, or write the code of the place.")
PLACE_WHICH = _("Which place do you mean? Write its code: %(nearest)s.")

OFFICERS_ONLY = _("This page is for the officers of the programme.")

# --- posts ------------------------------------------------------------------------------------------------------------
ROLE_NOT_YOURS_TO_GIVE = _("You cannot give the role %(role)s for %(place)s. You give roles only inside your own places, and none above your own.")
PLACE_DOES_NOT_FIT_ROLE = _(
    "%(role)s: choose a place of the right level. A district officer has a district, a provincial officer a province, a national officer a country."
)
POST_ENDS_BEFORE_START = _("The last day is before the first day. Look at both dates.")
POST_HELD_ALREADY = _("%(name)s holds this role for this place already.")
POST_ENDED_ALREADY = _("This post ended on %(day)s.")
POST_NOT_YOURS_TO_END = _("You cannot end this post. Ask an officer who may give it.")
LAST_MANAGER = _("This is the last programme manager. Give this role to somebody else first.")

# --- organisations ----------------------------------------------------------------------------------------------------
ORGANISATION_NEEDS_NAME = _("Write the name in at least one language.")
ORGANISATION_CODE_FORM = _("Write the code with small Latin letters, digits and hyphens, for example food-and-drug-la.")
ORGANISATION_NOT_YOURS = _("You cannot change this organisation. It belongs to a place outside yours.")
ORGANISATION_CODE_TAKEN = _("Another organisation has the code %(code)s.")

# --- invitations ------------------------------------------------------------------------------------------------------
INVITATION_UNKNOWN = _("This link is not known. Look whether it was copied whole, or ask for a new one.")
INVITATION_EXPIRED = _("This link was good until %(day)s. Ask %(office)s for a new one.")
INVITATION_USED = _("This link has been used. If it was you, sign in.")
INVITATION_WITHDRAWN = _("This link was taken back. Ask %(office)s for a new one.")
INVITATION_GIVER_LOST_RIGHT = _("The officer who invited you can no longer give this role. Ask %(office)s for a new link.")
INVITATION_FOR_OTHER_ACCOUNT = _("This link is for another person. You are signed in as %(name)s. Sign out first, or hand the link on.")
INVITATION_NOT_YOURS = _("You cannot change this invitation.")
INVITATION_DONE = _("This invitation is used, taken back or too old. Make a new one.")
RESET_LINK_NOT_YOURS = _("You cannot make a link for this account: it holds a role that you could not give, or belongs to a place outside yours.")
OWN_RESET_LINK = _("Change your own password under “Sign-in and security”.")

# --- persons ----------------------------------------------------------------------------------------------------------
NAME_MISSING = _("Write the name.")
PERSON_NOT_YOURS = _("You cannot change this person. Their place lies outside yours.")
CONSENT_NEEDED = _("Tick that you agree with the words below. Without it nothing is shown.")
CONSENT_IS_THEIRS = _("Only the person can agree. Record a signed paper instead.")
NOTHING_TO_SHOW = _("Tick at least one thing to show, or choose to show nothing.")
ERASE_NOT_YOURS = _("You cannot erase this person. Ask a programme manager.")
ERASE_HOLDS_POST = _("This person holds a post. End it first.")
ERASE_ADMINISTRATOR = _("This is a technical administrator of the installation.")
ERASED_ALREADY = _("This person was erased already.")
ERASE_HINDERED = _("This person cannot be erased yet. %(reasons)s")
