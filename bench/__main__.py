"""`make bench`: what a photo costs until it is ready, an article page, a long storyboard.

The photo is set beside the usual way to its renditions, the page beside a constant page of the same
bytes.
The same server answers both, in turns, so that a noisy machine troubles both alike: trust the
ratio, not the milliseconds. The database is the bench's own, in .cache/bench.
"""

import argparse
import os
import sys
from itertools import chain
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent / ".cache" / "bench"


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=300, help="requests for each page")
    rounds = parser.parse_args().rounds
    HOME.mkdir(parents=True, exist_ok=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{HOME / 'bench.sqlite3'}")
    os.environ.setdefault("MEDIA_ROOT", str(HOME / "media"))
    import django

    django.setup()
    from bench import pages, photos, storyboard

    for line in chain(photos.measure(HOME), pages.measure(rounds), storyboard.measure(rounds)):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
