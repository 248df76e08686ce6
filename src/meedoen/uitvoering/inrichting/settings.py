"""Settings. What an organisation can change is an environment variable and has a line in docs/settings.md."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from .database import database_instellingen
from .logs import logging_instellingen
from .secret import geheim_uit

MAP = Path(os.environ.get("MEEDOEN_MAP", Path.cwd() / "var"))
MAP.mkdir(mode=0o700, parents=True, exist_ok=True)
DEBUG = os.environ.get("MEEDOEN_DEBUG") == "1"
SECRET_KEY = os.environ.get("MEEDOEN_GEHEIM") or geheim_uit(MAP / "geheim")
ALLOWED_HOSTS = os.environ.get("MEEDOEN_HOSTS", "127.0.0.1,localhost,testserver").split(",")
DATABASES = {"default": database_instellingen(os.environ.get("DATABASE_URL"), MAP)}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django_htmx",
    "csp",
    "meedoen.uitvoering.kern",
    "meedoen.uitvoering.huisstijl",
    "meedoen.uitvoering.naslag",
    "meedoen.uitvoering.beleid",
    "meedoen.uitvoering.dossiers",
    "meedoen.uitvoering.werkgevers",
    "meedoen.uitvoering.trajecten",
    "meedoen.uitvoering.plaatsingen",
    "meedoen.uitvoering.toegang",
    "meedoen.uitvoering.besluiten",
    "meedoen.uitvoering.inwoners",
    "meedoen.uitvoering.handhaving",
    "meedoen.uitvoering.sturing",
    "meedoen.uitvoering.geld",
    "meedoen.uitvoering.verantwoording",
    "meedoen.uitvoering.koppelingen",
    "meedoen.uitvoering.inrichting",
]
MIDDLEWARE = [
    "meedoen.uitvoering.inrichting.logs.noteer_verzoeken",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "meedoen.uitvoering.inrichting.language.spreek_taal",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "meedoen.uitvoering.inrichting.caching.bewaar_niets",
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
                "meedoen.uitvoering.inrichting.navigation.navigatie",
            ],
        },
    }
]

AUTH_USER_MODEL = "kern.Gebruiker"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "meedoen.uitvoering.inrichting.passwords.LangGenoeg", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "first_name", "last_name", "email")},
    },
]
LOGIN_URL = "aanmelden"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "aanmelden"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "meedoen_taal"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LOCALE_PATHS = [Path(__file__).resolve().parents[1] / "huisstijl" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

WEBFORMULIER = os.environ.get("MEEDOEN_WEBFORMULIER") != "0"
HTTPS = os.environ.get("MEEDOEN_HTTPS") == "1"
SESSION_COOKIE_NAME = "meedoen_sessie"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("MEEDOEN_ACHTER_PROXY") == "1" else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
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
LOGGING = logging_instellingen(os.environ.get("MEEDOEN_LOG", "json"), os.environ.get("MEEDOEN_LOG_NIVEAU", "INFO"))
