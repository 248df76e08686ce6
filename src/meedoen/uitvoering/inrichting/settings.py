"""Settings. Every setting that a municipality can change is an environment variable and has a line in docs/settings.md."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlparse

from csp.constants import NONE, SELF

MAP = Path(os.environ.get("MEEDOEN_MAP", Path.cwd() / "var"))
DEBUG = os.environ.get("MEEDOEN_DEBUG") == "1"


def _geheim() -> str:
    """The secret key: from the environment, else one made once and kept in the data folder, readable by its owner only."""
    if sleutel := os.environ.get("MEEDOEN_GEHEIM"):
        return sleutel
    bestand = MAP / "geheim"
    if not bestand.exists():
        MAP.mkdir(parents=True, exist_ok=True)
        bestand.touch(mode=0o600)
        bestand.write_text(secrets.token_urlsafe(50))
    return bestand.read_text().strip()


def _database(url: str | None) -> dict[str, object]:
    """SQLite in the data folder unless DATABASE_URL names a PostgreSQL database."""
    if not url:
        MAP.mkdir(parents=True, exist_ok=True)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": MAP / "meedoen.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
        }
    deel = urlparse(url)
    if deel.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"DATABASE_URL begint met '{deel.scheme}'; verwacht: postgresql://gebruiker@host:poort/naam")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": deel.path.lstrip("/"),
        "USER": unquote(deel.username or ""),
        "PASSWORD": unquote(deel.password or ""),
        "HOST": deel.hostname or "",
        "PORT": deel.port or "",
        "OPTIONS": {"pool": False},
        "CONN_MAX_AGE": 60,
    }


SECRET_KEY = _geheim()
ALLOWED_HOSTS = os.environ.get("MEEDOEN_HOSTS", "127.0.0.1,localhost,testserver").split(",")
DATABASES = {"default": _database(os.environ.get("DATABASE_URL"))}

_APPS = (
    "kern huisstijl beleid dossiers werkgevers plaatsingen besluiten sturing geld verantwoording koppelingen"
).split()
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "csp",
    *(f"meedoen.uitvoering.{app}" for app in _APPS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "meedoen.uitvoering.inrichting.urls"
WSGI_APPLICATION = "meedoen.uitvoering.inrichting.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

AUTH_USER_MODEL = "kern.Gebruiker"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "aanmelden"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "aanmelden"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).resolve().parents[1] / "huisstijl" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = MAP / "static"
WHITENOISE_USE_FINDERS = True

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 3600
_HTTPS = os.environ.get("MEEDOEN_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF],
        "script-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
