"""Tests: SQLite in a file, for threads and processes, or what DATABASE_URL names; nothing outside is spoken to."""

from cms.settings.base import *
from cms.settings.base import DATABASES, INSTALLED_APPS, PORTAL_DATA, env

SECRET_KEY = "tests-only-secret"
DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
THROTTLES = {"account": 0, "address": 0, "write": 0}
INSTALLED_APPS = [*INSTALLED_APPS, "tests.dummy_module"]

# Nobody listens there: a test that needs Redis asks for the fixture `valkey`.
REDIS_URL = env.str("TEST_REDIS_URL", default="redis://127.0.0.1:9/0")
CELERY_BROKER_URL = "memory://"

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    (PORTAL_DATA / "tests").mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["TEST"] = {"NAME": str(PORTAL_DATA / "tests" / "portal.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
