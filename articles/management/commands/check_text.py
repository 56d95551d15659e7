"""`manage.py check_text --language da < lines`: what the gate says of each line, as a filter."""

import json
import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from articles.gate.registry import Rule, rules
from articles.gate.texts import FIELDS, Text
from articles.management.terminal import terminal_language
from articles.text.languages import LANGUAGES
from articles.text.sanitise import clean_body

# A sentence ends so, whatever closes behind it.
_SENTENCE: Final = re.compile(r"[.!?…][\"'”’»«)\]]*\s*\Z")


class Command(BaseCommand):
    help = "Read lines, run the rules that concern a text alone, print one JSON object per line."
    # It needs neither a database nor files: a filter says nothing but what it is asked.
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--language", required=True, choices=LANGUAGES, help="of the lines")
        parser.add_argument(
            "--field",
            choices=sorted(FIELDS),
            help="that a line stands in; without it a line that ends as a sentence does is taken "
            "for one of a standfirst, any other for a heading",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        of_text = [each for each in rules() if each.text_check is not None]
        with translation.override(terminal_language()):
            try:
                for number, line in enumerate(_lines(sys.stdin.buffer), 1):
                    text = _text(line, options["field"], options["language"])
                    told = {"line": number, "findings": _findings(text, of_text)}
                    self.stdout.write(json.dumps(told, ensure_ascii=False))
                self.stdout.flush()
            except BrokenPipeError:  # whoever reads has seen enough: `… | head`
                sys.stdout = None


def _lines(source: BinaryIO) -> Iterator[str]:
    """The lines without their ends; a mark of byte order at the beginning is none of the text."""
    for number, line in enumerate(source, 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            message = _("Line %(number)s is not UTF-8 text. Save the file as UTF-8 and try again.")
            raise CommandError(message % {"number": number}, returncode=2) from None
        yield text.rstrip("\r\n")


def _text(line: str, field: str | None, language: str) -> Text:
    field = field or ("standfirst" if _SENTENCE.search(line) else "heading")
    return Text("", field, language, clean_body(line) if field == "body" else line)


def _findings(text: Text, of_text: list[Rule]) -> list[dict[str, str]]:
    if not text.stored.strip():
        return []
    return [
        {"code": each.code, "level": str(each.level), "message": str(each.message)}
        for rule in of_text
        for each in rule.of_text(text)
    ]
