"""One settings file for every installation; what differs comes from the environment (see docs/reference/settings.md)."""

from __future__ import annotations

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from openodop.config import data_folder
from openodop.foundation import languages

env = environ.Env()

DATA_DIR = data_folder.path()
PACKAGE_DIR = Path(__file__).resolve().parent.parent

# --- safety -----------------------------------------------------------------------------------------------------------
DEBUG = env.bool("OPENODOP_DEBUG", default=False)
SECRET_KEY = env.str("OPENODOP_SECRET_KEY", default="") or data_folder.secret_key()
#: addresses under which people reach the platform; the first one stands in QR codes and messages
BASE_URL = env.str("OPENODOP_BASE_URL", default=f"http://127.0.0.1:{env.int('PORT', default=8000)}").rstrip("/")
HTTPS = BASE_URL.startswith("https://")
ALLOWED_HOSTS = env.list("OPENODOP_ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]", BASE_URL.split("://")[1].split(":")[0].split("/")[0]])
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
BEHIND_PROXY = env.bool("OPENODOP_BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True  # our scripts read the token from the page's form
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60  # a village phone signs in seldom
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- rooms ------------------------------------------------------------------------------------------------------------
ROOMS = ["portal", "news", "training", "products", "producers", "programmes", "people", "places", "foundation"]
INSTALLED_APPS = [
    *(f"openodop.{room}" for room in ROOMS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "auditlog",
    "csp",
    "django_cotton",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "ninja",
    "rules.apps.AutodiscoverRulesConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "openodop.foundation.middleware.ReaderLanguageMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "openodop.people.middleware.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "auditlog.middleware.AuditlogMiddleware",
]
ROOT_URLCONF = "openodop.config.urls"
WSGI_APPLICATION = "openodop.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "openodop.foundation.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "openodop.foundation.rendering.FormRenderer"

# --- data -------------------------------------------------------------------------------------------------------------
DATABASES = {"default": env.db_url("OPENODOP_DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'openodop.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",  # writers queue up instead of failing half-way
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000;",
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
#: counts for rate limits must be the same in every process: a folder on one machine, or a server named by OPENODOP_CACHE_URL for many
LOCAL_CACHE = {"BACKEND": "diskcache.DjangoCache", "LOCATION": DATA_DIR / "cache", "SHARDS": 2, "OPTIONS": {"size_limit": 64 * 1024 * 1024}}
CACHES = {"default": env.cache_url("OPENODOP_CACHE_URL") if env.str("OPENODOP_CACHE_URL", default="") else LOCAL_CACHE}
TASKS = {"default": {"BACKEND": env.str("OPENODOP_TASKS", default="django_tasks_db.DatabaseBackend"), "QUEUES": ["default"]}}
MEDIA_ROOT = DATA_DIR / "files"
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if env.str("OPENODOP_S3_BUCKET", default=""):
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env.str("OPENODOP_S3_BUCKET"),
            "endpoint_url": env.str("OPENODOP_S3_ENDPOINT", default=None),
            "querystring_auth": True,
        },
    }
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG

# --- language and time ------------------------------------------------------------------------------------------------
languages.teach_django_lao()
LANGUAGE_CODE = "en"
LANGUAGES = languages.LANGUAGES
LOCALE_PATHS = [PACKAGE_DIR / "config" / "locale", PACKAGE_DIR / "config" / "libraries"]
FORMAT_MODULE_PATH = ["openodop.config.formats"]
USE_I18N = USE_TZ = True
USE_THOUSAND_SEPARATOR = True
#: country whose way of writing phone numbers is understood without a country code
OPENODOP_PHONE_REGION = env.str("OPENODOP_PHONE_REGION", default="LA")
#: how sessions count that a participant was excused from: missed, left_out or attended (training/rules/completion.py)
OPENODOP_EXCUSED_SESSIONS = env.str("OPENODOP_EXCUSED_SESSIONS", default="missed")
TIME_ZONE = env.str("OPENODOP_TIME_ZONE", default="Asia/Vientiane")
LANGUAGE_COOKIE_NAME = "openodop_language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_SAMESITE = "Lax"
PROGRAMME_LINE = _("One District One Product")

# --- accounts ---------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["rules.permissions.ObjectPermissionBackend", "allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email", "phone", "code")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/home/"
LOGOUT_REDIRECT_URL = "/"
#: dotted path of the class that sends text messages; without one nobody is promised a message (see docs/reference/settings.md)
OPENODOP_SMS_BACKEND = env.str("OPENODOP_SMS_BACKEND", default="")
#: whom to ask who cannot sign in, for example a phone number; shown as written
OPENODOP_HELP_CONTACT = env.str("OPENODOP_HELP_CONTACT", default="")
#: officers must use a one-time code or a passkey
OPENODOP_REQUIRE_SECOND_FACTOR = env.bool("OPENODOP_REQUIRE_SECOND_FACTOR", default=False)
ACCOUNT_ADAPTER = "openodop.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "code"
ACCOUNT_LOGIN_METHODS = {"phone", "email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["phone", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # strangers get no mail because somebody typed their address
ACCOUNT_EMAIL_SUBJECT_PREFIX = "OpenODOP: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60  # mail is slow where the network is
ACCOUNT_PHONE_VERIFICATION_ENABLED = bool(OPENODOP_SMS_BACKEND)
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "login": "openodop.people.forms.SignInForm",
    "change_password": "openodop.people.forms.ChangePasswordForm",
    "set_password": "openodop.people.forms.SetPasswordForm",
    "reset_password": "openodop.people.forms.ResetPasswordForm",
    "reset_password_from_key": "openodop.people.forms.NewPasswordForm",
    "request_login_code": "openodop.people.forms.RequestCodeForm",
    "confirm_login_code": "openodop.people.forms.ConfirmCodeForm",
    "reauthenticate": "openodop.people.forms.PasswordAgainForm",
    "verify_phone": "openodop.people.forms.VerifyPhoneForm",
}
#: a room of forty people shares one address; one account is guarded more closely (allauth's way of writing: amount/time/per)
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,6/5m/key",
    "signup": "40/m/ip",
    "reset_password": "20/m/ip,5/m/key",
    "request_login_code": "20/m/ip,3/m/key",
}
#: the address of the reader comes from the proxy only where there is one
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("OPENODOP_PROXY_COUNT", default=1) if BEHIND_PROXY else 0
RATELIMIT_IP_META_KEY = "openodop.people.network.client_address"
MFA_ADAPTER = "openodop.people.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an e-mail address belongs to one account only, whether verified or not
MFA_TOTP_ISSUER = "OpenODOP"
MFA_TOTP_TOLERANCE = 1  # the clocks of old phones run wrong by half a minute
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_FORMS = {
    "authenticate": "openodop.people.forms.SecondFactorForm",
    "reauthenticate": "openodop.people.forms.SecondFactorAgainForm",
    "activate_totp": "openodop.people.forms.ActivateAppForm",
    "add_webauthn": "openodop.people.forms.AddPasskeyForm",
    "edit_webauthn": "openodop.people.forms.RenamePasskeyForm",
}

# --- mail and logs ----------------------------------------------------------------------------------------------------
vars().update(env.email_url("OPENODOP_EMAIL_URL", default="consolemail://"))
#: whether mail leaves this machine; where it does not, no page says that one was sent
SENDS_MAIL = bool(env.str("OPENODOP_EMAIL_URL", default=""))
DEFAULT_FROM_EMAIL = env.str("OPENODOP_EMAIL_FROM", default="OpenODOP <noreply@localhost>")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("OPENODOP_LOG_LEVEL", default="WARNING")},
}
SILENCED_SYSTEM_CHECKS = [
    "account.W001",  # a phone number is one way to sign in, not one that every account must have
    "django_ratelimit.W001",  # the check does not know our cache; it is shared by all processes of the machine and counts atomically
    *env.list("OPENODOP_SILENCED_CHECKS", default=[]),
]
