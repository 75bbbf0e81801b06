"""Private keys in addresses. Migrations name this function, so it stays here."""

import secrets


def new_key() -> str:
    """Return a key that nobody guesses, for the address of a draft."""
    return secrets.token_urlsafe(12)
