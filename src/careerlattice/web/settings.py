"""Django's settings, read from a few environment variables.

| variable | meaning | without it |
|---|---|---|
| `CAREERLATTICE_HOSTS` | host names the pages answer to, with commas | this machine only |
| `CAREERLATTICE_SECRET_KEY` | signs form tokens; the same in all workers | a new one each start |
| `CAREERLATTICE_ORIGINS` | addresses forms may come from behind a proxy, with commas | none |
| `CAREERLATTICE_HTTPS` | `1` when served over HTTPS only | plain HTTP |
| `CAREERLATTICE_PROXY` | `1` when your proxy sets `X-Forwarded-For` and `-Proto` | not trusted |
| `CAREERLATTICE_PLANS_A_MINUTE` | plans one address may ask for in a minute | 60 |
| `CAREERLATTICE_CORS` | web sites whose pages may read the JSON, with commas; `*` for all | none |
| `CAREERLATTICE_ONET_KEYS` | keys that `/onet/v2/` asks for, with commas | no key is asked for |
| `CAREERLATTICE_DEBUG` | `1` shows tracebacks in the browser; for development only | off |
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def _list(name: str) -> list[str]:
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]


HERE = Path(__file__).parent

DEBUG = os.environ.get("CAREERLATTICE_DEBUG") == "1"
SECRET_KEY = os.environ.get("CAREERLATTICE_SECRET_KEY") or secrets.token_urlsafe(48)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *_list("CAREERLATTICE_HOSTS")]
CSRF_TRUSTED_ORIGINS = _list("CAREERLATTICE_ORIGINS")
HTTPS_ONLY = os.environ.get("CAREERLATTICE_HTTPS") == "1"
BEHIND_PROXY = os.environ.get("CAREERLATTICE_PROXY") == "1"
PLANS_A_MINUTE = int(os.environ.get("CAREERLATTICE_PLANS_A_MINUTE", "60"))
CORS_SITES = _list("CAREERLATTICE_CORS")
ONET_KEYS = _list("CAREERLATTICE_ONET_KEYS")

ROOT_URLCONF = "careerlattice.web.urls"
WSGI_APPLICATION = "careerlattice.web.wsgi.application"
INSTALLED_APPS = ["django_htmx", "careerlattice.web"]
DATABASES: dict[str, object] = {}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
MIDDLEWARE = [
    "careerlattice.web.http.other_sites.other_sites",
    "careerlattice.web.http.other_sites.json_headers",
    "careerlattice.web.http.security.headers",
    "careerlattice.web.http.security.request_limits",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "careerlattice.web.http.error_pages.answer_errors",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "careerlattice.web.templatetags.amounts",
                "careerlattice.web.templatetags.parts",
                "careerlattice.web.templatetags.plans",
                "careerlattice.web.templatetags.choices",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader"],
                )
            ],
        },
    }
]

USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en-us"
LANGUAGES = [("en-us", "English")]
LOCALE_PATHS = [HERE / "locale"]
APPEND_SLASH = False

DATA_UPLOAD_MAX_MEMORY_SIZE = 128 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300
# A list of a class may be sent to `/class`. It is held in memory, never written to disk: what is
# too large for that is not taken at all.
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_MAX_MEMORY_SIZE = 128 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
MOST_QUERY_CHARACTERS = 12_000
MOST_PATH_CHARACTERS = 600

CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = HTTPS_ONLY
CSRF_FAILURE_VIEW = "careerlattice.web.http.error_pages.form_expired"
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS_ONLY
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS_ONLY else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Refused hosts and oversized requests are the visitor's mistakes, not ours.
    "loggers": {"django.security": {"level": "ERROR"}, "django.request": {"level": "ERROR"}},
}
