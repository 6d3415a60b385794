"""Tests: SQLite in memory-like speed or whatever DATABASE_URL names."""

from cms.settings.base import *  # noqa: F403

SECRET_KEY = "tests-only-secret"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
INSTALLED_APPS = [*INSTALLED_APPS, "tests.dummy_module"]  # noqa: F405
