"""What every test shares: an own data folder and small makers of records with names from the programme."""

import os
import tempfile
from pathlib import Path

os.environ["OPENODOP_DATA_DIR"] = tempfile.mkdtemp(prefix="openodop-test-")
os.environ.setdefault("OPENODOP_DEBUG", "0")

import pytest
from django.conf import settings as project_settings
from hypothesis import settings as hypothesis_settings

# Machines differ and are shared: an example that takes long is not wrong.
hypothesis_settings.register_profile("patient", deadline=None)
hypothesis_settings.load_profile("patient")

# pytest-django has read the settings before this file: their folders are put right here, also for the server of the journeys,
# which starts before the fixtures of a test.
project_settings.DATA_DIR = Path(os.environ["OPENODOP_DATA_DIR"])
project_settings.STATIC_ROOT = project_settings.DATA_DIR / "static"
project_settings.WHITENOISE_AUTOREFRESH = project_settings.WHITENOISE_USE_FINDERS = True  # static files from where they lie, nothing collected


@pytest.fixture(autouse=True)
def test_settings(settings, tmp_path):
    """Plain static files, an own files folder, jobs at once, and a cache that no other test sees."""
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": str(tmp_path)}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Keep the embedded test database in a file: threads then meet each other as they do in real life."""
    database = project_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = f"{os.environ['OPENODOP_DATA_DIR']}/test{os.environ.get('PYTEST_XDIST_WORKER', '')}.sqlite3"
