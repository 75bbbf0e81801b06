"""How places are named in addresses, and which place a name means. Pure: no Django, no database."""
