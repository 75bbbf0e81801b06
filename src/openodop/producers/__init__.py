"""Households, groups, cooperatives and firms that make the programme's goods.

Words: *producer*, *member* (an account that acts for a producer), *registration* (draft, submitted, registered).
May import programmes, people, places and foundation.
"""
