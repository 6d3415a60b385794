"""Settings shared by every environment. Everything a deployment changes comes from the environment."""

import sys
from pathlib import Path
from urllib.parse import unquote

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from cms.brand import read_brand
from cms.processes.valkey import private_redis_url

BASE_DIR = Path(__file__).resolve().parents[2]

env = environ.Env()
BRAND = read_brand()  # the one place that names the portal; the folder brand/

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="development-only-secret")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
PORTAL_DATA = Path(env.str("PORTAL_DATA", default=str(BASE_DIR / "var")))
PORTAL_URL = env.str("PORTAL_URL", default="http://localhost:8000")
EVENTS_URL = env.str("EVENTS_URL", default="http://localhost:8001/events")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[PORTAL_URL])

# --- Applications ---------------------------------------------------------------------------------

PORTAL_MODULES = env.list(
    "PORTAL_MODULES",
    default=[
        "modules.partners",
        "modules.catalog",
        "modules.notifications",
        "modules.ordering",
        "modules.chat",
        "modules.claims",
        "modules.analytics",
    ],
)

INSTALLED_APPS = [
    "cms",
    "cms.accounts",
    "cms.access",
    "cms.audit",
    "cms.acting",
    "cms.switches",
    "cms.api",
    "cms.realtime",
    "integration",
    "content",
    *PORTAL_MODULES,
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.api.v3",
    "wagtail.embeds",
    "wagtail.sites",
    "cms.accounts.apps.UsersConfig",  # wagtail.users with the portal's own forms
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_filters",
    "rules",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "cms.accounts.apps.UserSessionsConfig",  # allauth.usersessions, written by the portal itself
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",  # for its translations: Wagtail says with it when something was done
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.request_id.RequestIdMiddleware",
    "cms.metrics.requests.RequestsMiddleware",
    "cms.security.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "content.api.early.PublishedDocumentsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cms.accounts.middleware.LanguageMiddleware",
    "cms.audit.context.AuditMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cms.accounts.activity.ActivityMiddleware",
    "cms.accounts.gate.SecondFactorMiddleware",
    "cms.acting.middleware.ActingMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "cms" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.brand.in_templates",
            ],
        },
    },
]

# --- Database -------------------------------------------------------------------------------------

DATABASE_URL = env.str("DATABASE_URL", default="") or f"sqlite:///{PORTAL_DATA / 'portal.sqlite3'}"
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=600)

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;",
    }
elif "postgresql" in DATABASES["default"]["ENGINE"]:
    # The folder of a local server's socket stands in the URL as %2Fvar%2Frun%2Fpostgresql.
    DATABASES["default"]["HOST"] = unquote(DATABASES["default"].get("HOST", ""))
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # After how many runs of a statement its plan is kept; 0 where a pooler gives each transaction another connection.
    DATABASES["default"]["OPTIONS"] = {"prepare_threshold": env.int("DATABASE_PREPARE_AFTER", default=2) or None}
    DATABASES["default"]["ENGINE"] = "cms.postgresql"
else:
    raise ImproperlyConfigured("DATABASE_URL begins with postgres:// or sqlite:///; there are no other databases here.")

# --- Redis: broker, cache, event streams ----------------------------------------------------------

REDIS_PORT = env.int("REDIS_PORT", default=8003)
REDIS_URL = env.str("REDIS_URL", default="") or private_redis_url(PORTAL_DATA, REDIS_PORT)

CACHES = {
    "default": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "kabinet",
        "OPTIONS": {
            # Without Redis the portal is slower, not down: every cached value can be had again.
            "IGNORE_EXCEPTIONS": True,
            "SOCKET_CONNECT_TIMEOUT": 0.5,
            "SOCKET_TIMEOUT": 2,
        },
    },
}
CACHE_STORE = "integration.cache.store.Store"  # where the caches of business data are
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_DEFAULT_QUEUE = "orders"  # the worker that no load holds up
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
    "queue_order_strategy": "priority",
    "socket_connect_timeout": 1,
    "global_keyprefix": "kabinet-",
}
CELERY_BEAT_SCHEDULE = {
    "api.forget_old_replies": {"task": "cms.api.tasks.forget_old_replies", "schedule": 24 * 3600},
    "accounts.forget_old_sessions": {"task": "cms.accounts.tasks.forget_old_sessions", "schedule": 24 * 3600},
}
CELERY_BEAT_SCHEDULE_FILENAME = str(PORTAL_DATA / "beat-schedule")
CELERY_TIMEZONE = "UTC"

# --- 1C -------------------------------------------------------------------------------------------

ONEC_URL = env.str("ONEC_URL", default="http://localhost:8002/demo")
ONEC_USER = env.str("ONEC_USER", default="portal")
ONEC_PASSWORD = env.str("ONEC_PASSWORD", default="portal")
ONEC_TIMEOUT = env.float("ONEC_TIMEOUT", default=30.0)
ONEC_CONNECT_TIMEOUT = env.float("ONEC_CONNECT_TIMEOUT", default=5.0)
ONEC_CONNECTIONS = env.int("ONEC_CONNECTIONS", default=4)
ONEC_CA_FILE = env.str("ONEC_CA_FILE", default="")  # of the authority that signs 1C's certificate, if not a public one
ONEC_COMPRESSED = env.bool("ONEC_COMPRESSED", default=True)
ONEC_QUERY_LENGTH = env.int("ONEC_QUERY_LENGTH", default=2000)  # of an URL; IIS takes 2,048 by default
RECONCILE_AT = env.str("RECONCILE_AT", default="03:30")  # in TIME_ZONE; empty: never
ONEC_PROFILE = env.str("ONEC_PROFILE", default="erp_2_5")
EXCHANGE_ALERT_MAIL = env.list("EXCHANGE_ALERT_MAIL", default=[])  # besides the people who asked for the letters
EXCHANGE_AWAY_MINUTES = env.int("EXCHANGE_AWAY_MINUTES", default=5)  # 1C may be away so long before it is an alert
EXCHANGE_HISTORY_DAYS = env.int("EXCHANGE_HISTORY_DAYS", default=30)  # of loads, attempts and alerts
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")  # of whoever reads /metrics; empty: there is no such address
ONEC_TIME_ZONE = env.str("ONEC_TIME_ZONE", default="Asia/Almaty")

EXCHANGE_MAX_BODY = env.int("EXCHANGE_MAX_BODY", default=20_000_000)  # bytes of one push
EXCHANGE_SYNC_ITEMS = env.int("EXCHANGE_SYNC_ITEMS", default=1000)  # objects of a push that are applied while 1C waits

# --- Accounts -------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
# Alone it takes the same time for a known and an unknown address; a second one would hash twice.
AUTHENTICATION_BACKENDS = ["cms.access.backend.AccessBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": env.int("PASSWORD_MIN_LENGTH", default=12)},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

PASSWORD_RESET_TIMEOUT = 4 * 3600  # seconds
INVITATION_DAYS = env.int("INVITATION_DAYS", default=7)  # how long the link of an invitation works
INVITATIONS_AN_HOUR = env.int("INVITATIONS_AN_HOUR", default=30)  # letters that one person may have sent

ACCOUNT_ADAPTER = "cms.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account's address is given by whoever invites
ACCOUNT_PREVENT_ENUMERATION = True
# allauth refuses everybody while the cache is away; the portal's own limits (cms.accounts.limits) go on counting.
ACCOUNT_RATE_LIMITS = False
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {"account_signup": PORTAL_URL}
MFA_ADAPTER = "cms.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = BRAND.name
MFA_TOTP_TOLERANCE = 1  # steps of 30 seconds, either way: clocks differ and fingers are slow
MFA_RECOVERY_CODES_SHOW_ONCE = True
ACTING_MINUTES = env.int("ACTING_MINUTES", default=60)  # how long a client's cabinet stays open
MFA_REQUIRED_FOR = env.str("MFA_REQUIRED_FOR", default="none")  # none, staff, all
USERSESSIONS_TRACK_ACTIVITY = True
SIGN_IN_LIMITS = {
    "window_minutes": 15,
    "lock_minutes": env.int("SIGN_IN_LOCK_MINUTES", default=15),
    "attempts_of_account": env.int("SIGN_IN_ATTEMPTS_OF_ACCOUNT", default=5),  # failed ones, in the window
    "attempts_from_address": env.int("SIGN_IN_ATTEMPTS_FROM_ADDRESS", default=30),  # failed ones, a minute
    "resets_of_account": 3,  # mails, in five minutes
    "resets_from_address": env.int("RESETS_FROM_ADDRESS", default=20),  # requests, a minute
}

WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # on the portal's page of security
WAGTAIL_PASSWORD_RESET_ENABLED = False  # the portal's own is there for everybody
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False  # the address is who one is

# --- Security -------------------------------------------------------------------------------------

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = env.int("SESSION_COOKIE_AGE", default=14 * 24 * 3600)
CSRF_COOKIE_HTTPONLY = False  # the page reads the token from it
CSRF_FAILURE_VIEW = "cms.api.handlers.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- Logging --------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "cms.request_id.RequestIdFilter"}},
    "formatters": {
        "text": {"format": "%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s"},
        "json": {"()": "cms.request_id.JsonFormatter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["request_id"],
            "formatter": env.str("LOG_FORMAT", default="text"),
        },
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django": {"level": env.str("LOG_LEVEL", default="INFO")},
        "django.server": {"propagate": True},
        "django_tasks": {"level": "WARNING"},  # two lines for every page that Wagtail indexes
    },
}

# --- Languages ------------------------------------------------------------------------------------

LANGUAGE_CODE = "ru"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("ru", _("Russian")), ("en", _("English")), ("kk", _("Kazakh"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "libraries"]  # our texts; what Wagtail and others lack
USE_I18N = WAGTAIL_I18N_ENABLED = True
# Otherwise a page goes live in Russian below /kk/ the moment it is submitted for translation.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Off unless a class is named: what wagtail-localize offers an editor to have translated by a machine.
MACHINE_TRANSLATOR = env.str("MACHINE_TRANSLATOR", default="")
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = (
    {"CLASS": MACHINE_TRANSLATOR, "OPTIONS": env.json("MACHINE_TRANSLATOR_OPTIONS", default={})}
    if MACHINE_TRANSLATOR
    else None
)
FORMAT_MODULE_PATH = ["cms.formats"]  # Django has no Kazakh dates and numbers, and American ones for English
# What the fields of the admin show in every language; each also takes 2026-11-22.
WAGTAIL_DATE_FORMAT, WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y", "%d.%m.%Y %H:%M"
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Almaty")
USE_TZ = True

# --- Static and media -----------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = PORTAL_DATA / "static"
STATICFILES_DIRS = [
    ("brand", BASE_DIR / "brand"),
    *[folder for folder in [BASE_DIR / "frontend" / "dist"] if folder.is_dir()],
]
MEDIA_URL = "/media/"
MEDIA_ROOT = PORTAL_DATA / "media"

# --- Wagtail --------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = BRAND.name
WAGTAILADMIN_BASE_URL = PORTAL_URL
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# How long a process goes on answering with published content before it asks the cache for news of another's change.
CONTENT_MEMORY_SECONDS = env.float("CONTENT_MEMORY_SECONDS", default=0.1)
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Willow loads a decoder of HEIF where it finds one. None is taken here: less to attack, and 6 MB less of each process.
sys.modules["pillow_heif"] = None
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000  # unpacked that is a quarter of a gigabyte
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []  # every document is a download, none is shown by the portal's address
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # whatever the storage, the portal asks first who wants the document
WAGTAILEMBEDS_FINDERS: list[dict] = []  # no page embeds HTML from elsewhere; videos: content/blocks/videos.py
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 5
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # the editor-in-chief is asked, and nobody else
X_FRAME_OPTIONS = "SAMEORIGIN"  # the admin shows previews in frames of its own

# --- API ------------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["cms.api.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["cms.api.renderers.JSONRenderer"],
    "DEFAULT_PAGINATION_CLASS": "cms.api.pagination.TablePagination",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "cms.api.schema.PortalSchema",
    "EXCEPTION_HANDLER": "cms.api.errors.exception_handler",
}
SPECTACULAR_SETTINGS = {
    "TITLE": BRAND.name,
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.1",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "PREPROCESSING_HOOKS": ["cms.api.schema.only_the_portals_own"],
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_AUTHENTICATION": [],
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
}
# Requests a minute; 0 means no limit.
THROTTLES = {
    "account": env.int("THROTTLE_ACCOUNT", default=1200),
    "address": env.int("THROTTLE_ADDRESS", default=3000),
    "write": env.int("THROTTLE_WRITE", default=240),
    "exchange": env.int("THROTTLE_EXCHANGE", default=1200),  # of one token of the exchange service
    "search": env.int("THROTTLE_SEARCH", default=60),  # of the public site, from one address
}
APPLICATIONS_FROM_ADDRESS = env.int("APPLICATIONS_FROM_ADDRESS", default=5)  # of new clients, an hour
APPLICATION_MIN_SECONDS = env.int("APPLICATION_MIN_SECONDS", default=4)  # a person takes longer to fill in the form
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)  # how many proxies of ours stand before the portal
IDEMPOTENT_REPLIES_KEPT_DAYS = env.int("IDEMPOTENT_REPLIES_KEPT_DAYS", default=7)

# --- Event streams --------------------------------------------------------------------------------

EVENTS_HEARTBEAT_SECONDS = env.float("EVENTS_HEARTBEAT_SECONDS", default=15)
EVENTS_RECHECK_SECONDS = env.float("EVENTS_RECHECK_SECONDS", default=60)  # is the session still good?
EVENTS_SLOW_CLIENT_SECONDS = env.float("EVENTS_SLOW_CLIENT_SECONDS", default=20)

EMAIL_BACKEND = env.str("EMAIL_BACKEND", default="django.core.mail.backends.console.EmailBackend")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=BRAND.mailbox)

FRONTEND_MANIFEST = BASE_DIR / "frontend" / "dist" / "app" / ".vite" / "manifest.json"
