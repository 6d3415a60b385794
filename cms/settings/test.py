"""Tests: a data folder of their own, SQLite in it (or what DATABASE_URL names); nothing outside is spoken to."""

import atexit
import os
import shutil
import tempfile

FOLDER = tempfile.mkdtemp(prefix="kabinet-tests-")
os.environ["PORTAL_DATA"] = FOLDER
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

from cms.settings.base import *  # noqa: E402
from cms.settings.base import DATABASES, INSTALLED_APPS, PORTAL_DATA, env  # noqa: E402

(PORTAL_DATA / "static").mkdir()

SECRET_KEY = "tests-only-secret"
DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CONTENT_MEMORY_SECONDS = 0  # a test's database is rolled back under the process's memory
THROTTLES = {"account": 0, "address": 0, "write": 0, "exchange": 0, "search": 0}
INSTALLED_APPS = [*INSTALLED_APPS, "tests.dummy_module"]

# Nobody listens there: a test that needs Redis asks for the fixture `valkey`.
REDIS_URL = env.str("TEST_REDIS_URL", default="redis://127.0.0.1:9/0")
CELERY_BROKER_URL = "memory://"

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # In a file, because threads and processes of one test share it.
    DATABASES["default"]["TEST"] = {"NAME": str(PORTAL_DATA / "tests.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_{DATABASES['default']['NAME']}"}
