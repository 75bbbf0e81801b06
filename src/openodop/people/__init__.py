"""Accounts, persons, organisations and posts, and the scope that a post gives.

Words: *account* (a sign-in), *person* (a human in the record), *post* (a role held somewhere), *scope* (the places a post covers).
May import places and foundation.
"""
