"""The sample programme: one real course with invented people, producers and goods, loaded once.

Everything goes through the rooms' own actions, as an officer would do it; what is invented and what is real stands in data/README.md.
"""

from openodop.portal.sample.loading import load_once
from openodop.portal.sample.sign_ins import SignIn, sign_ins

__all__ = ["SignIn", "load_once", "sign_ins"]
