"""What production must be told before it may start: no site beats a guessable key."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

SECRET_LENGTH = 50
SECRET_DISTINCT = 8
HOW_TO_MAKE_ONE = "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"


class UnsafeProduction(ImproperlyConfigured):
    """The environment would make an unsafe site; the message says which variables and why."""


def refuse_unsafe_production(
    *, secret_key: str, allowed_hosts: Sequence[str], site_url: str
) -> None:
    """Raise UnsafeProduction with one paragraph that names everything to be mended."""
    problems = [
        *secret_problems(secret_key),
        *hosts_problems(allowed_hosts),
        *site_problems(site_url),
    ]
    if problems:
        raise UnsafeProduction(
            f"Diptych will not start in production (DEBUG=false). {' '.join(problems)} "
            "docs/operators.md lists every variable."
        )


def secret_problems(key: str) -> Iterator[str]:
    if not key:
        yield f"SECRET_KEY is missing: set it to the output of {HOW_TO_MAKE_ONE}."
    elif key.startswith("django-insecure-"):
        yield f"SECRET_KEY is one made for development: set it to the output of {HOW_TO_MAKE_ONE}."
    elif len(key) < SECRET_LENGTH or len(set(key)) < SECRET_DISTINCT:
        yield (
            f"SECRET_KEY is weak, with {len(key)} characters of which {len(set(key))} differ "
            f"({SECRET_LENGTH} and {SECRET_DISTINCT} are needed): "
            f"set it to the output of {HOW_TO_MAKE_ONE}."
        )


def hosts_problems(hosts: Sequence[str]) -> Iterator[str]:
    if not any(hosts):
        yield "ALLOWED_HOSTS is missing: name the site's hosts, as in a.example,b.example."
    elif "*" in hosts:
        yield "ALLOWED_HOSTS is *, which lets anyone name the site: name its hosts instead."


def site_problems(url: str) -> Iterator[str]:
    parts = urlsplit(url)
    if not url:
        yield "SITE_URL is missing: set it to the site's address, as in https://news.example."
    elif parts.scheme != "https" or not parts.hostname:
        yield f"SITE_URL is {url}: it must begin with https:// and a host."
