import pytest

from openodop.programmes.actions import load_reference_programmes
from tests.makers import a_place


@pytest.fixture
def countries(db):
    """The countries whose programmes come with the package."""
    for code, language in (("LA", "lo"), ("KH", "km"), ("TH", "th"), ("VN", "vi"), ("JP", "ja")):
        a_place(code, language=language)


@pytest.fixture
def loaded(countries):
    return load_reference_programmes()
