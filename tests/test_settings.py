"""Production starts with sound settings or not at all."""

import os
import secrets
import subprocess
import sys

import pytest
from django.conf import settings

from cms.checks import (
    SECRET_WORDS,
    UnsafeProduction,
    refuse_unsafe_production,
    secret_problems,
    site_problems,
)

SOUND = {
    "DEBUG": "false",
    "SECRET_KEY": "kT4-wq9ZbX2_mR7vLp0sHd3fGj6yNc8aUe1iOo5tWxVzQrYgBhM",
    "ALLOWED_HOSTS": "news.example",
    "SITE_URL": "https://news.example",
}
HOW = "set it to the output of python3 -c 'import secrets; print(secrets.token_urlsafe(50))'."


def manage(*arguments: str, **environment: str) -> tuple[int, str]:
    """Exit code and output of manage.py in a process that knows only `environment`."""
    ran = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return ran.returncode, ran.stdout


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("SECRET_KEY", "", f"SECRET_KEY is missing: {HOW}"),
        (
            "SECRET_KEY",
            "abc" * 16,
            f"SECRET_KEY is weak, with 48 characters of which 3 differ (50 and 8 are needed): {HOW}",
        ),
        (
            "SECRET_KEY",
            "abcdefg" * 10,
            f"SECRET_KEY is weak, with 70 characters of which 7 differ (50 and 8 are needed): {HOW}",
        ),
        (
            "SECRET_KEY",
            "abcdefgh" * 7,
            f"SECRET_KEY is weak: it repeats one part of itself: {HOW}",
        ),
        (
            "SECRET_KEY",
            ("kT4-wq9ZbX2_mR7vLp0sHd3f" * 3)[:60],  # the last time cut short
            f"SECRET_KEY is weak: it repeats one part of itself: {HOW}",
        ),
        (
            "SECRET_KEY",
            "changeme-" * 6,
            f"SECRET_KEY is weak: it contains the word changeme: {HOW}",
        ),
        (
            "SECRET_KEY",
            "My-Secret-" + SOUND["SECRET_KEY"],
            f"SECRET_KEY is weak: it contains the word secret: {HOW}",
        ),
        (
            "SECRET_KEY",
            "django-insecure-" + SOUND["SECRET_KEY"],
            f"SECRET_KEY is one made for development: {HOW}",
        ),
        (
            "ALLOWED_HOSTS",
            "",
            "ALLOWED_HOSTS is missing: name the site's hosts, as in a.example,b.example.",
        ),
        (
            "ALLOWED_HOSTS",
            "news.example,*",
            "ALLOWED_HOSTS is *, which lets anyone name the site: name its hosts instead.",
        ),
        (
            "SITE_URL",
            "",
            "SITE_URL is missing: set it to the site's address, as in https://news.example.",
        ),
        (
            "SITE_URL",
            "http://news.example",
            "SITE_URL is http://news.example: it must begin with https:// and a host.",
        ),
        ("SITE_URL", "https:///", "SITE_URL is https:///: it must begin with https:// and a host."),
        *(
            (
                "SITE_URL",
                url,
                f"SITE_URL is {url}: it must end after the host, without a path, query or fragment.",
            )
            for url in (
                "https://news.example/site",
                "https://news.example?a=1",
                "https://news.example#top",
            )
        ),
    ],
)
def test_refuses(name: str, value: str, problem: str) -> None:
    given = {**SOUND, name: value}
    with pytest.raises(UnsafeProduction) as refusal:
        refuse_unsafe_production(
            secret_key=given["SECRET_KEY"],
            allowed_hosts=given["ALLOWED_HOSTS"].split(","),
            site_url=given["SITE_URL"],
        )
    assert str(refusal.value) == (
        f"Diptych will not start in production (DEBUG=false). {problem} "
        "docs/operators.md lists every variable."
    )


@pytest.mark.parametrize("word", SECRET_WORDS)
def test_no_word_of_a_placeholder_passes(word: str) -> None:
    key = SOUND["SECRET_KEY"]
    assert list(secret_problems(key)) == []
    assert list(secret_problems(f"{key[:20]}{word.upper()}{key[20:]}")) == [
        f"SECRET_KEY is weak: it contains the word {word}: {HOW}"
    ]


def test_keys_made_as_recommended_pass() -> None:
    keys = [secrets.token_urlsafe(50) for _ in range(1000)]
    assert [key for key in keys if list(secret_problems(key))] == []


@pytest.mark.parametrize("url", ["https://news.example", "https://news.example:8443/"])
def test_a_host_with_or_without_port_and_slash_passes(url: str) -> None:
    assert list(site_problems(url)) == []


def test_names_everything_at_once_in_one_line_without_a_traceback() -> None:
    code, output = manage("check", DEBUG="false")
    assert code == 1
    assert output.startswith("Diptych will not start in production (DEBUG=false). SECRET_KEY is")
    assert output.count("\n") == 1
    for name in ("SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL"):
        assert f"{name} is missing" in output


def test_the_server_refuses_like_the_command_line() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "import cms.wsgi"],
        cwd=settings.BASE_DIR,
        env={**SOUND, "SECRET_KEY": "short"},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("Diptych will not start in production (DEBUG=false). SECRET_KEY")
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("DEBUG", "maybe", "Not a valid boolean."),
        ("PORT", "http", "Not a valid integer."),
        ("DATABASE_URL", "oracle", "Not a valid database URL."),
    ],
)
def test_a_malformed_variable_is_named(name: str, value: str, message: str) -> None:
    assert manage("check", **{name: value}) == (
        1,
        f'Environment variable "{name}" invalid: {message}\n',
    )


def test_production_passes_djangos_deployment_check() -> None:
    assert manage("check", "--deploy", "--fail-level", "WARNING", **SOUND) == (
        0,
        "System check identified no issues (0 silenced).\n",
    )


def test_production_cookies_are_bound_to_host_and_https() -> None:
    code, output = manage(
        "shell",
        "--no-imports",
        "--command",
        "from django.conf import settings as s\n"
        "for name in ('SESSION', 'CSRF', 'LANGUAGE'):\n"
        "    print(*(getattr(s, f'{name}_COOKIE_{x}') for x in ('NAME', 'SECURE', 'SAMESITE')))",
        **SOUND,
    )
    assert (code, output.splitlines()) == (
        0,
        [
            "__Host-session True Lax",
            "__Host-csrf True Strict",
            "diptych-language True Lax",
        ],
    )


def test_development_needs_no_variable_at_all() -> None:
    assert manage("check") == (0, "System check identified no issues (0 silenced).\n")
