"""What every test shares: an own data folder and small makers of records with names from the programme."""

import os
import tempfile

os.environ["OPENODOP_DATA_DIR"] = tempfile.mkdtemp(prefix="openodop-test-")
os.environ.setdefault("OPENODOP_DEBUG", "0")

import pytest


@pytest.fixture(autouse=True)
def test_settings(settings, tmp_path):
    """Plain static files, an own files folder, jobs at once, and a cache that no other test sees."""
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
