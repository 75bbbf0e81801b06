"""Countries, provinces, districts and villages: names in their languages, succession, shapes, climate normals.

Words: *place*, *former place* (one with a successor), *path* (codes from country down, used for scope).
May import foundation only.
"""
