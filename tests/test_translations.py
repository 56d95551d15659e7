"""The Danish is complete, is what was compiled, and leaves out no text of the code."""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.conf import settings

FOLDER = settings.BASE_DIR / "locale/da/LC_MESSAGES"
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd%]|\{\w*\}|</?\w+[^>]*>")


def messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def forms(text: str | Sequence[str] | None) -> list[str]:
    """Singular and plural, or the one form there is."""
    return [text] if isinstance(text, str) else list(text or ())


def texts(catalog: Catalog) -> dict[tuple[str, ...], list[str]]:
    """Context, singular and plural -> their Danish. (Compiled contexts are read as bytes.)"""
    return {
        (
            message.context.decode()
            if isinstance(message.context, bytes)
            else message.context or "",
            *forms(message.id),
        ): forms(message.string)
        for message in messages(catalog)
    }


@pytest.fixture(scope="module")
def danish() -> Catalog:
    with (FOLDER / "django.po").open("rb") as file:
        return read_po(file, locale="da", abort_invalid=True)


def test_every_text_has_its_danish(danish: Catalog) -> None:
    assert messages(danish)
    assert [message.id for message in messages(danish) if not all(forms(message.string))] == []


def test_no_danish_is_a_guess_or_a_leftover(danish: Catalog) -> None:
    assert [message.id for message in messages(danish) if message.fuzzy] == []
    assert list(danish.obsolete) == []


def test_placeholders_and_tags_survive_translation(danish: Catalog) -> None:
    """A plural form may leave a number unsaid (“one picture”), but none may be invented."""
    for message in messages(danish):
        english, translated = (
            [set(PLACEHOLDER.findall(form)) for form in forms(text)]
            for text in (message.id, message.string)
        )
        assert set.union(*translated) == set.union(*english), message.id
        assert translated[-1] == english[-1], message.id


def test_white_space_at_the_ends_survives_translation(danish: Catalog) -> None:
    for message in messages(danish):
        for english, translated in zip(forms(message.id), forms(message.string), strict=True):
            ends = [(text[:1].isspace(), text[-1:].isspace()) for text in (english, translated)]
            assert ends[0] == ends[1], message.id


def test_what_is_compiled_is_what_is_written(danish: Catalog) -> None:
    """The .mo is committed, so that running Diptych needs no gettext: `make messages` makes it."""
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = read_mo(file)
    assert texts(compiled) == texts(danish)


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="no gettext on the PATH")
def test_every_text_of_the_code_is_in_the_catalogue(danish: Catalog, tmp_path: Path) -> None:
    for name in ("articles", "cms", "locale", "manage.py"):
        source = settings.BASE_DIR / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    collected = subprocess.run(
        [sys.executable, "manage.py", "makemessages", "--locale", "da", "--keep-pot"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert collected.returncode == 0, collected.stderr
    template = (tmp_path / "locale/django.pot").read_text()
    # The template leaves open how the language counts; Babel wants it said.
    template = template.replace("nplurals=INTEGER; plural=EXPRESSION", "nplurals=2; plural=(n!=1)")
    in_code = texts(read_po(StringIO(template))).keys()
    assert sorted(in_code - texts(danish).keys()) == [], "run `make messages` and translate"
    assert sorted(texts(danish).keys() - in_code) == [], "run `make messages`"
