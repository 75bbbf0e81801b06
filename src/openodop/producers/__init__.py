"""Households, groups, cooperatives and firms that make the programme's goods.

Words: *producer*, *member* (an account that acts for a producer), *draft* (answers that are not in the register yet: a
registration begun, or changes to a producer), *waiting* (sent, an officer has to decide), *reported* (known from a
publication, not registered), *lead* (the member who registered it).
May import programmes, people, places and foundation.
"""
