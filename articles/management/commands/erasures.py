"""`manage.py erasures`: the log of what was hidden, anonymised and erased; and doing it again."""

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from articles.models.erasure import Erasure
from articles.publishing import journal
from articles.publishing.erase_again import Outcome, again
from articles.text.dates import at_copenhagen

_TOLD = {
    "done": "done again",
    "absent": "absent: the database has no such article",
    "erased": "erased since: nothing to replace",
    "unreadable": "UNREADABLE: sealed with a SECRET_KEY that is not set",
}


class Command(BaseCommand):
    help = "List what was hidden, anonymised and erased; do it again after a restore."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument(
            "--again",
            action="store_true",
            help="do what the journal knows and the database does not: after every restore",
        )
        what.add_argument(
            "--write", action="store_true", help="write the journal's files that are missing"
        )
        what.add_argument(
            "--forget",
            metavar="YYYY-MM-DD",
            help="drop the words of acts before that day, once no backup is as old",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("en"):
            if options["again"]:
                self.again()
            elif options["write"]:
                self.write()
            elif options["forget"]:
                self.forget(options["forget"])
            else:
                self.list()

    # --- What is asked -----------------------------------------------------------------------------

    def list(self) -> None:
        for row in Erasure.objects.select_related("article", "by").order_by("at", "pk"):
            beside = "" if journal.is_written(row) else "  no file: --write"
            self.stdout.write(f"{line(journal.entry_of(row))}{beside}")

    def again(self) -> None:
        known = Erasure.objects.count()
        outcomes = []
        for outcome in again():
            outcomes.append(outcome)
            self.stdout.write(f"{line(outcome.entry)}  {_TOLD[outcome.what]}")
        self.stdout.write(f"{count(outcomes, 'done')} done again, {known} known already")
        if failed := count(outcomes, "unreadable"):
            acts = "act" if failed == 1 else "acts"
            raise CommandError(
                f"{failed} {acts} could not be done again: add the SECRET_KEY of that time to"
                " SECRET_KEY_FALLBACKS, and call this once more."
            )

    def write(self) -> None:
        rows = Erasure.objects.select_related("article", "by")
        missing = [row for row in rows if not journal.is_written(row)]
        for row in missing:
            journal.write(row)
        self.stdout.write(f"{len(missing)} {'file' if len(missing) == 1 else 'files'} written")

    def forget(self, day: str) -> None:
        try:
            before = at_copenhagen(dt.datetime.fromisoformat(day))
        except ValueError:
            raise CommandError("Give a day as 2026-11-27.", returncode=2) from None
        rows = Erasure.objects.filter(at__lt=before).exclude(sealed="")
        for row in rows.select_related("article", "by"):
            row.sealed = ""
            row.save(update_fields=["sealed"])
            journal.write(row)


def line(entry: journal.Entry) -> str:
    languages = ",".join(entry.languages)
    return f"{entry.at[:19]}  {entry.kind:<9} article {entry.article:<6} {languages:<5} {entry.by}"


def count(outcomes: list[Outcome], what: str) -> int:
    return sum(outcome.what == what for outcome in outcomes)
