"""manage.py list_rules: every rule of the gate, as docs/gate.md has them."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from articles.gate.page import page
from articles.gate.registry import rules


class Command(BaseCommand):
    help = "Lists every rule of the gate with an example; --write puts the list into docs/gate.md."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--write", action="store_true", help="into docs/gate.md")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("en"):
            text = page(rules())
        if options["write"]:
            Path(settings.BASE_DIR, "docs", "gate.md").write_text(text)
        else:
            self.stdout.write(text, ending="")
