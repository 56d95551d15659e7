"""`manage.py photo_worker`: makes what photos need, beside the server."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.management.photo_worker import ends_when_told, work


class Command(BaseCommand):
    help = "Make the renditions of new photos, and finish what their changes ask of live pages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="end when nothing is left to do")
        parser.add_argument("--parent", type=int, metavar="PID", help="end with that process")

    def handle(self, *args: Any, **options: Any) -> None:
        with ends_when_told(parent=options["parent"]):
            work(once=options["once"])
