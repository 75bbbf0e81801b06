"""What every test shares; the settings themselves are in tests/settings.py."""

import os

import pytest
from django.conf import settings as project_settings
from django.utils import translation
from hypothesis import settings as hypothesis_settings

# Machines differ and are shared: an example that takes long is not wrong.
hypothesis_settings.register_profile("patient", deadline=None)
hypothesis_settings.load_profile("patient")


@pytest.fixture(autouse=True)
def test_settings(settings, tmp_path):
    """An own files folder, a cache that no other test sees, and English whatever page was asked for before."""
    translation.activate("en")
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": str(tmp_path)}}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Keep the embedded test database in a file: threads then meet each other as they do in real life."""
    database = project_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = f"{os.environ['OPENODOP_DATA_DIR']}/test{os.environ.get('PYTEST_XDIST_WORKER', '')}.sqlite3"
