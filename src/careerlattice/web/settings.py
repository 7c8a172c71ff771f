"""Django's settings, read from a few environment variables.

| variable | meaning | without it |
|---|---|---|
| `CAREERLATTICE_HOSTS` | host names the pages answer to, with commas | this machine only |
| `CAREERLATTICE_HTTPS` | `1` when served over HTTPS only | plain HTTP |
| `CAREERLATTICE_PROXY` | `1` when your proxy sets `X-Forwarded-For` and `-Proto` | not trusted |
| `CAREERLATTICE_PLANS_A_MINUTE` | plans one address may ask for in a minute, in each worker | 600 |
| `CAREERLATTICE_PDFS_A_MINUTE` | PDFs of plans, likewise | 30 |
| `CAREERLATTICE_CLASSES` | tokens of links for classes (`/?class=TOKEN`), with commas | none |
| `CAREERLATTICE_SECURITY_CONTACT` | where weaknesses are reported: `mailto:…` | no `security.txt` |
| `CAREERLATTICE_CORS` | web sites whose pages may read the JSON, with commas; `*` for all | none |
| `CAREERLATTICE_ONET_KEYS` | keys that `/onet/v2/` asks for, with commas | no key is asked for |
| `CAREERLATTICE_DEBUG` | `1` shows tracebacks in the browser; for development only | off |
"""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from careerlattice.errors import BadSetting


def _whole(name: str, usual: int) -> int:
    """A number of a setting. Raises `BadSetting` for what is none, or less than 1."""
    text = os.environ.get(name, "").strip() or str(usual)
    if not (text.isascii() and text.isdigit() and 1 <= len(text) <= 9 and int(text) >= 1):
        raise BadSetting(name, text, "a whole number from 1 up, such as 60")
    return int(text)


def _address(name: str) -> str:
    text = os.environ.get(name, "").strip()
    if text and (not text.startswith(("mailto:", "https://")) or not text.isprintable()):
        raise BadSetting(name, text, "an address such as mailto:security@example.org")
    return text


def _list(name: str) -> list[str]:
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]


def _tokens(name: str) -> list[str]:
    """Words nobody guesses. Raises `BadSetting` for one that is too short or needs escaping."""
    found = _list(name)
    for token in found:
        if not re.fullmatch(r"[A-Za-z0-9_-]{16,100}", token):
            wanted = "letters, digits, - and _, at least 16 of them, such as room-12-7Kq9vXz2"
            raise BadSetting(name, token, wanted)
    return found


HERE = Path(__file__).parent

DEBUG = os.environ.get("CAREERLATTICE_DEBUG") == "1"
# Django wants one; nothing here is signed with it, so that every process may have its own.
SECRET_KEY = secrets.token_urlsafe(48)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *_list("CAREERLATTICE_HOSTS")]
HTTPS_ONLY = os.environ.get("CAREERLATTICE_HTTPS") == "1"
BEHIND_PROXY = os.environ.get("CAREERLATTICE_PROXY") == "1"
PLANS_A_MINUTE = _whole("CAREERLATTICE_PLANS_A_MINUTE", 600)
PDFS_A_MINUTE = _whole("CAREERLATTICE_PDFS_A_MINUTE", 30)
CLASSES = _tokens("CAREERLATTICE_CLASSES")
SECURITY_CONTACT = _address("CAREERLATTICE_SECURITY_CONTACT")
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
    "careerlattice.web.http.security.read_only",
    "careerlattice.web.http.security.request_limits",
    "careerlattice.web.http.admission.admission",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "careerlattice.web.http.class_link.class_link",
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

# Of an address, and of what is sent to `/class`, the only body that is read.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300
# A list of a class may be sent to `/class`. It is held in memory, never written to disk: what is
# too large for that is not taken at all.
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_MAX_MEMORY_SIZE = 128 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
MOST_QUERY_CHARACTERS = 12_000
MOST_PATH_CHARACTERS = 600

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
    "formatters": {
        "plain": {
            "()": "careerlattice.web.http.log_lines.OneLine",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Refused hosts and oversized requests are the visitor's mistakes, a refusal for want of room is
    # nobody's; Django calls them errors. Faults of ours are logged by `error_pages`.
    "loggers": {
        "django.security": {"level": "CRITICAL"},
        "django.request": {"level": "CRITICAL"},
    },
}
