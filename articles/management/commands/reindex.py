"""`manage.py reindex`: make the index of the site's search anew."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.publishing.indexing import rebuild


class Command(BaseCommand):
    help = "Makes the index of the site's search anew, while readers search on in the old one."

    def handle(self, *args: Any, **options: Any) -> None:
        done = 0
        for done in rebuild():
            if options["verbosity"] > 1:
                self.stdout.write(f"{done} editions so far")
        self.stdout.write(f"{done} editions can be found.")
