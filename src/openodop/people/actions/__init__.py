"""What happens with people: accounts, posts, invitations, persons, consent. Each function is one transaction and leaves a trace."""

from openodop.people.actions.accounts import (
    change_own_name,
    change_sign_in,
    close_account,
    open_account,
    person_of,
    register_account,
    remove_second_factor,
    reopen_account,
)
from openodop.people.actions.consents import agree_to_public_profile, withdraw_public_profile
from openodop.people.actions.erasure import ask_for_erasure, erase_person, keep_after_all
from openodop.people.actions.invitations import (
    accept_as,
    accept_as_new,
    invite,
    make_reset_link,
    renew_invitation,
    use_reset_link,
    withdraw_invitation,
)
from openodop.people.actions.organisations import change_organisation, create_organisation
from openodop.people.actions.persons import change_person, create_person, find_or_create_person
from openodop.people.actions.posts import end_post, give_post

__all__ = [
    "accept_as",
    "accept_as_new",
    "agree_to_public_profile",
    "ask_for_erasure",
    "change_organisation",
    "change_own_name",
    "change_person",
    "change_sign_in",
    "close_account",
    "create_organisation",
    "create_person",
    "end_post",
    "erase_person",
    "find_or_create_person",
    "give_post",
    "invite",
    "keep_after_all",
    "make_reset_link",
    "open_account",
    "person_of",
    "register_account",
    "remove_second_factor",
    "renew_invitation",
    "reopen_account",
    "use_reset_link",
    "withdraw_invitation",
    "withdraw_public_profile",
]
