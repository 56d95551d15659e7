"""`manage.py import_manuscript FILE --language en`: from plain text to a slideshow."""

import json
import shutil
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from articles.importing.bring_in import PROPOSED, PairingNeeded, bring_in
from articles.importing.errors import ManuscriptError
from articles.importing.pairing import as_text, side_by_side
from articles.importing.report import Report
from articles.management.go_live import go_live, slide_numbers, urls
from articles.management.terminal import terminal_language
from articles.models.translated import read
from articles.text.languages import LANGUAGES

WRONG_INPUT: Final = 2  # exit code: nothing was written
NOT_PUBLISHED: Final = 3  # exit code: imported, and left as a draft


class Command(BaseCommand):
    help = "Import a manuscript, or the text of an old page, as a slideshow."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the manuscript: plain text")
        parser.add_argument("--language", required=True, choices=LANGUAGES, help="of its text")
        parser.add_argument("--photos", default="", metavar="FOLDER", help="photos, in name order")
        parser.add_argument(
            "--into", default="", metavar="ARTICLE", help="number of the article in one language"
        )
        parser.add_argument(
            "--pair", default="", metavar="PAIRS", help=f"1-1,2-3,… or {PROPOSED}, with --into"
        )
        parser.add_argument("--topic", default="", metavar="SLUG", help="the topic's address")
        parser.add_argument("--publish", action="store_true", help="publish if the gate agrees")
        parser.add_argument("--dry-run", action="store_true", help="tell all, write nothing")
        parser.add_argument("--json", action="store_true", help="print one object for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(terminal_language()):
            try:
                report = self.report(options)
            except PairingNeeded as needed:
                self.tell_pairing(needed, as_json=options["json"])
                raise CommandError(str(needed), returncode=WRONG_INPUT) from None
            except ManuscriptError as error:
                if options["json"]:
                    self.tell(empty_object() | {"error": str(error)})
                raise CommandError(str(error), returncode=WRONG_INPUT) from None
            if options["json"]:
                self.tell(report.as_object())
            else:
                all_lines = options["verbosity"] > 1
                self.stdout.write(report.as_text(width=terminal_width(), all_lines=all_lines))
            if report.findings:
                raise CommandError(
                    _("Article %(id)d was left as a draft.") % {"id": report.article},
                    returncode=NOT_PUBLISHED,
                )

    def report(self, options: dict[str, Any]) -> Report:
        """Import, publish if asked to, and return what came of it."""
        brought = bring_in(
            file=Path(options["file"]),
            language=options["language"],
            photos=Path(options["photos"]) if options["photos"] else None,
            into=options["into"],
            pair=options["pair"],
            topic=options["topic"],
            dry_run=options["dry_run"],
            progress=self.progress,
        )
        article, language = brought.article, brought.manuscript.language
        if article is None:
            return Report(
                brought.manuscript,
                slides=len(brought.manuscript.slides),
                warnings=brought.warnings,
            )
        tried = go_live(article, brought.manuscript) if options["publish"] else None
        numbers = slide_numbers(article, language)
        return Report(
            brought.manuscript,
            article=article.pk,
            is_new=brought.is_new,
            slides=len(numbers),
            places=numbers,
            urls=urls(article),
            drafts={draft.pk: read(draft, "headline", language) for draft in brought.drafts},
            findings=tried.findings if tried else (),
            warnings=(*brought.warnings, *(tried.warnings if tried else ())),
        )

    def tell_pairing(self, needed: PairingNeeded, *, as_json: bool) -> None:
        if as_json:
            pairing = {
                "proposed": as_text(needed.pairs),
                "existing": [side.heading for side in needed.ours],
                "incoming": [side.heading for side in needed.theirs],
            }
            told = Report(needed.manuscript, slides=len(needed.theirs)).as_object()
            self.tell(told | {"error": str(needed), "pairing": pairing})
        else:
            table = side_by_side(needed.ours, needed.theirs, needed.pairs, width=terminal_width())
            self.stdout.write(table)

    def tell(self, told: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))

    def progress(self, done: int, total: int) -> None:
        if sys.stderr.isatty():
            ending = "\n" if done == total else ""
            text = _("photo %(done)d of %(total)d") % {"done": done, "total": total}
            self.stderr.write(f"\r  {text}", style_func=str, ending=ending)
            self.stderr.flush()


def empty_object() -> dict[str, Any]:
    return {"article": None, "slides": 0, "urls": {}, "lines": []}


def terminal_width() -> int:
    return shutil.get_terminal_size((100, 24)).columns
