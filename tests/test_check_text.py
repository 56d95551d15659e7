"""`manage.py check_text`: a filter from lines to findings."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.gate import language_rules  # noqa: F401  (registers its rules)

MANAGE = Path(__file__).parent.parent / "manage.py"
LINES = "Photo: Kystfoto\n\nFoto: Kystfoto\n"


def check(data: bytes, monkeypatch: pytest.MonkeyPatch, **options: str) -> list[dict[str, Any]]:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    out = io.StringIO()
    told = {"language": "da", **options}
    call_command("check_text", *(f"--{name}={each}" for name, each in told.items()), stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_line_has_an_object(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two, three = check(LINES.encode(), monkeypatch)
    assert one["line"] == 1
    assert {
        "code": "language.interface",
        "level": "blocks",
        "message": "“Photo” is English. Write “Foto” here.",
    } in one["findings"]
    assert two == {"line": 2, "findings": []}
    assert three["line"] == 3
    assert "language.interface" not in [each["code"] for each in three["findings"]]


def test_the_language_and_the_field_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told = check(
        b'<p lang="da">Foto: A</p>\n<p>Foto: A</p>', monkeypatch, language="en", field="body"
    )
    codes = [[each["code"] for each in line["findings"]] for line in told]
    assert [("language.interface" in each) for each in codes] == [False, True]


def test_line_ends_and_the_mark_at_the_beginning_are_no_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = check(b"\xef\xbb\xbfFoto: A\r\nFoto: B", monkeypatch)
    assert [each["line"] for each in told] == [1, 2]
    assert told[0]["findings"] == told[1]["findings"]


def test_what_is_no_utf_8_is_an_error_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandError, match=r"^Line 2 is not UTF-8 text\. ") as error:
        check(b"Foto: A\n\xe6\xf8\xe5\n", monkeypatch)
    assert error.value.returncode == 2


@pytest.mark.parametrize("options", [{"language": "sv"}, {"field": "slug"}])
def test_unknown_languages_and_fields_are_errors(
    options: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CommandError, match="invalid choice"):
        check(b"", monkeypatch, **options)


def test_it_is_a_filter_that_needs_no_database() -> None:
    environment = os.environ | {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}
    run = subprocess.run(
        [sys.executable, MANAGE, "check_text", "--language", "da"],
        input="Kystvagten fandt båden tom.\n" * 2000,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert [json.loads(line)["line"] for line in run.stdout.splitlines()] == list(range(1, 2001))


def test_whoever_has_seen_enough_may_go() -> None:
    command = f"yes 'Foto: A' | head -20000 | '{sys.executable}' '{MANAGE}' check_text --language da | head -1"
    run = subprocess.run(["sh", "-c", command], capture_output=True, text=True, encoding="utf-8")
    assert json.loads(run.stdout)["line"] == 1
    assert run.stderr == ""
