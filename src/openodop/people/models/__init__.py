"""Accounts and what they may do, persons and what is known of them."""

from openodop.people.models.account import Account, AccountManager
from openodop.people.models.consent import Consent
from openodop.people.models.invitation import Invitation
from openodop.people.models.organisation import Organisation
from openodop.people.models.person import Person
from openodop.people.models.post import Post
from openodop.people.models.scope import NOWHERE, Scope, scope_of

__all__ = ["NOWHERE", "Account", "AccountManager", "Consent", "Invitation", "Organisation", "Person", "Post", "Scope", "scope_of"]
