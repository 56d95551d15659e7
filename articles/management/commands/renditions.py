"""`manage.py renditions`: how the files made of photos stand; repairs and sweeps them."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from articles.photos import storage, sweep
from articles.photos.queue import wait_list
from articles.photos.repair import Repaired, repair


class Command(BaseCommand):
    help = "Count the photos by the state of their renditions, make missing ones, or tidy up."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument(
            "--missing", action="store_true", help="make what is missing; exit code 1 if that fails"
        )
        what.add_argument(
            "--sweep", action="store_true", help="list files that nothing knows, an hour old"
        )
        parser.add_argument("--delete", action="store_true", help="with --sweep: delete them")
        parser.add_argument("--json", action="store_true", help="print one object for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["delete"] and not options["sweep"]:
            raise CommandError("--delete goes with --sweep.", returncode=2)
        if options["missing"]:
            self.repair(as_json=options["json"])
        elif options["sweep"]:
            self.sweep(delete=options["delete"], as_json=options["json"])
        else:
            self.count(as_json=options["json"])

    # --- What is asked -----------------------------------------------------------------------------

    def count(self, *, as_json: bool) -> None:
        counts = asdict(wait_list())
        if as_json:
            self.tell(counts)
        else:
            self.lines(f"{state:<8} {number:>6}" for state, number in counts.items())

    def repair(self, *, as_json: bool) -> None:
        with translation.override("en"):
            repaired = repair(progress=self.progress)
        if as_json:
            self.tell(asdict(repaired))
        else:
            self.lines(summary(repaired))
        if repaired.failed:
            raise CommandError(f"{photos(len(repaired.failed))} could not be repaired.")

    def sweep(self, *, delete: bool, as_json: bool) -> None:
        names = sweep.unknown_files()
        halves = sweep.half_uploads()
        if delete:
            names = list(sweep.delete(names))
            storage.sweep()
            for path in halves:
                path.unlink(missing_ok=True)
        files = [*names, *map(str, halves)]
        if as_json:
            self.tell({"files": files, "deleted": delete})
        else:
            done = "deleted" if delete else "to be deleted (with --delete)"
            self.lines([*files, f"{len(files)} {'file' if len(files) == 1 else 'files'} {done}"])

    # --- How it is told ----------------------------------------------------------------------------

    def tell(self, told: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))

    def lines(self, lines: Any) -> None:
        for line in lines:
            self.stdout.write(line)

    def progress(self, done: int, total: int) -> None:
        """A line that counts up on a terminal; in a log, nothing."""
        if sys.stderr.isatty():
            ending = "\n" if done == total else ""
            self.stderr.write(f"\r  photo {done} of {total}", style_func=str, ending=ending)
            self.stderr.flush()


def summary(repaired: Repaired) -> list[str]:
    """A line for each photo that was not complete, and one for each fate."""
    made = [
        f"photo {pk}: made anew, {f'{count} files were missing' if count else 'it was still to do'}"
        for pk, count in repaired.made.items()
    ]
    failed = [f"photo {pk}: failed. {reason}" for pk, reason in repaired.failed.items()]
    return [
        *made,
        *failed,
        f"{'complete':<10} {repaired.complete:>6}",
        f"{'made anew':<10} {len(made):>6}",
        f"{'thumbnails':<10} {repaired.thumbnails:>6}",
        f"{'failed':<10} {len(failed):>6}",
    ]


def photos(count: int) -> str:
    return f"{count} {'photo' if count == 1 else 'photos'}"
