"""What production must be told before it may start: no site beats a guessable key."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

SECRET_LENGTH = 50
SECRET_DISTINCT = 8
# Words of placeholders. Fewer than one random key in ten million holds one by chance.
SECRET_WORDS = ("changeme", "secret", "password", "development", "insecure", "example")
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
    if problem := _secret_problem(key):
        yield f"SECRET_KEY {problem}: set it to the output of {HOW_TO_MAKE_ONE}."


def _secret_problem(key: str) -> str:
    """What is wrong with `key`, without any part of it; "" if nothing is."""
    words = [word for word in SECRET_WORDS if word in key.lower()]
    if not key:
        return "is missing"
    if key.startswith("django-insecure-"):
        return "is one made for development"
    if words:
        return f"is weak: it contains the word {words[0]}"
    if len(key) < SECRET_LENGTH or len(set(key)) < SECRET_DISTINCT:
        return (
            f"is weak, with {len(key)} characters of which {len(set(key))} differ "
            f"({SECRET_LENGTH} and {SECRET_DISTINCT} are needed)"
        )
    if _repeats(key):
        return "is weak: it repeats one part of itself"
    return ""


def _repeats(key: str) -> bool:
    """Whether `key` is one unit over and over, the last time perhaps cut short."""
    return any(key.startswith(key[unit:]) for unit in range(1, len(key) // 2 + 1))


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
    elif parts.path not in ("", "/") or parts.query or parts.fragment:
        yield f"SITE_URL is {url}: it must end after the host, without a path, query or fragment."
