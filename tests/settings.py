"""The platform's settings for tests: an own data folder for each run, plain static files, jobs at once, quick password hashes."""

import os
import tempfile

os.environ["OPENODOP_DATA_DIR"] = tempfile.mkdtemp(prefix="openodop-test-")
os.environ["OPENODOP_DEBUG"] = "0"

from openodop.config.settings import *  # noqa: F403  the folder must be named first

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True  # static files from where they lie, nothing collected
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
