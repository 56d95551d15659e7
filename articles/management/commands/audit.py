"""manage.py audit: what of the live pages would not pass the gate today."""

import datetime as dt
import json
import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.gate.registry import Place
from articles.management.terminal import terminal_language
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.publishing import watch
from articles.publishing.audit import Audited, audit_live, audit_working_copies

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Runs today's rules over everything that is live and lists what would not pass now. "
        "Exit code 1: something would be stopped; 2: an article could not be judged; 0: nothing. "
        "A look at everything that is live is kept, and shown on the desk's first page."
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
        now, failed = database_now(), []
        found: list[Audited] = []
        for article in [pk] if pk is not None else _articles(look is audit_live, now):
            try:
                of_article = list(look(as_of=now, article=article))
            except DatabaseError:
                raise
            except Exception:  # one text that a rule stumbles over does not hide the others
                log.exception("Article %s could not be judged.", article)
                failed.append(article)
                continue
            for each in of_article:
                self.stdout.write(_as_json(each) if options["json"] else _as_text(each))
            found += of_article
        if look is audit_live and pk is None and not failed:
            watch.keep(found, as_of=now)
        stops = sum(each.finding.blocks for each in found)
        warns = len(found) - stops
        if not options["json"]:
            self.stdout.write(_summary(stops, warns))
        if failed:
            numbers = ", ".join(map(str, failed))
            text = _("Not judged, see the log: articles %(numbers)s.") % {"numbers": numbers}
            raise CommandError(text, returncode=2)
        if stops:
            raise SystemExit(1)


def _articles(is_live: bool, now: dt.datetime) -> list[int]:
    """The articles to be judged, in order."""
    if is_live:
        live = Edition.objects.live(now).order_by("article")
        return list(live.values_list("article", flat=True).distinct())
    return list(Article.objects.order_by("pk").values_list("pk", flat=True))


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
