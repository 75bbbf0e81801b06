"""Schemes of a country (Lao ODOP, OTOP, OCOP, OVOP) and time-bound projects with donors and partners.

Words: *programme* (the standing scheme), *project* (time-bound), *fact* (a published statement with source and certainty).
May import people, places and foundation.
"""
