"""Production: refuses to start with a development secret, DEBUG or the demo accounts."""

from django.core.exceptions import ImproperlyConfigured

from cms.settings.base import *
from cms.settings.base import DEBUG, DEMO, SECRET_KEY, env

if DEBUG:
    raise ImproperlyConfigured("DEBUG is on. Unset DEBUG: production must not show tracebacks to visitors.")
if DEMO:
    raise ImproperlyConfigured("DEMO is on. Unset DEMO: its accounts have a published password.")
if len(SECRET_KEY) < 50 or "development" in SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to at least 50 random characters of your own.")

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # SAMEORIGIN, not DENY: Wagtail shows its previews in frames of our own
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
MFA_REQUIRED_FOR = env.str("MFA_REQUIRED_FOR", default="staff")
EMAIL_BACKEND = env.str("EMAIL_BACKEND", default="django.core.mail.backends.smtp.EmailBackend")
