"""What happens with people: accounts, posts, invitations, persons, consent. Each function is one transaction and leaves a trace."""

from openodop.people.actions.persons import find_or_create_person

__all__ = ["find_or_create_person"]
