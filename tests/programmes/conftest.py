import pytest

from openodop.programmes.actions import load_reference_programmes
from tests.makers import a_place


@pytest.fixture
def countries(db):
    """The countries whose programmes come with the package; Japan is not among the places that are loaded."""
    for code, language in (("LA", "lo"), ("KH", "km"), ("TH", "th"), ("VN", "vi")):
        a_place(code, language=language)


@pytest.fixture
def loaded(countries):
    return load_reference_programmes()
