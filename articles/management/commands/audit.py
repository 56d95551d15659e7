"""manage.py audit: what of the live pages would not pass the gate today."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.gate.registry import Place
from articles.management.terminal import terminal_language
from articles.models.article import Article
from articles.models.clock import database_now
from articles.publishing import watch
from articles.publishing.audit import Audited, audit_live, audit_working_copies


class Command(BaseCommand):
    help = (
        "Runs today's rules over everything that is live and lists what would not pass now. "
        "Exit code 1: something would be stopped; 0: nothing would. A look at everything that is "
        "live is kept, and shown on the desk's first page."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object per finding")
        parser.add_argument("--article", type=int, metavar="ID", help="this article alone")
        parser.add_argument(
            "--working-copy",
            action="store_true",
            help="the texts at the desk instead of the live pages",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(terminal_language()):
            self._audit(options)

    def _audit(self, options: dict[str, Any]) -> None:
        pk = options["article"]
        if pk is not None and not Article.objects.filter(pk=pk).exists():
            raise CommandError(_("There is no article %(number)s.") % {"number": pk}, returncode=2)
        look = audit_working_copies if options["working_copy"] else audit_live
        now, found = database_now(), []
        for each in look(as_of=now, article=pk):
            found.append(each)
            self.stdout.write(_as_json(each) if options["json"] else _as_text(each))
        if look is audit_live and pk is None:
            watch.keep(found, as_of=now)
        stops = sum(each.finding.blocks for each in found)
        warns = len(found) - stops
        if not options["json"]:
            self.stdout.write(_summary(stops, warns))
        if stops:
            raise SystemExit(1)


def _as_json(each: Audited) -> str:
    return json.dumps(
        {
            "article": each.article,
            "language": each.language,
            "edition": each.number,
            "code": each.finding.code,
            "level": str(each.finding.level),
            "slide": each.finding.place.slide,
            "field": _address(each.finding.place),
            "message": str(each.finding.message),
        },
        ensure_ascii=False,
    )


def _as_text(each: Audited) -> str:
    where = _address(each.finding.place)
    level = _("stops") if each.finding.blocks else _("warns")
    return (
        f"{each.article} {each.language} {level} {each.finding.code} {where}:"
        f" {each.finding.message}"
    )


def _address(place: Place) -> str:
    """`headline`, or `k3x9.caption` on the slide with that key."""
    return f"{place.slide}.{place.field}" if place.slide else place.field


def _summary(stops: int, warns: int) -> str:
    if not stops and not warns:
        return str(_("All of it would pass today."))
    told = (
        ngettext("%(n)s thing stops", "%(n)s things stop", stops) % {"n": stops},
        ngettext("%(n)s warning", "%(n)s warnings", warns) % {"n": warns},
    )
    return ", ".join(told)
