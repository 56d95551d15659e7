"""`manage.py demo`: a newsroom to try everything on."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.demo import logins
from articles.demo.load import load


class Command(BaseCommand):
    help = "Load the demo newsroom. What is there already stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        if options["verbosity"] == 0:
            load(progress=lambda done, total: None)
            return
        started = timezone.now()
        self.stdout.write("Loading the demo newsroom: drawing its photos takes a minute.")
        loaded = load(progress=self.progress)
        seconds = (timezone.now() - started).total_seconds()
        if loaded.articles or loaded.photos:
            self.stdout.write(
                f"Loaded {loaded.articles} articles and {loaded.photos} photos in {seconds:.0f} s."
            )
        else:
            self.stdout.write("The demo newsroom was loaded before: nothing to add.")
        self.stdout.write(f"Logins: {logins.reminder()}")

    def progress(self, done: int, total: int) -> None:
        """A line that counts up on a terminal; in a log, one line at the end."""
        if sys.stdout.isatty():
            ending = "\n" if done == total else ""
            self.stdout.write(f"\r  photo {done} of {total}", ending=ending)
            self.stdout.flush()
