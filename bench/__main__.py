"""`make bench`: what an article page costs, beside a constant page of the same bytes.

The same server answers both, in turns, so that a noisy machine troubles both alike: trust the
ratio, not the milliseconds. The database is the bench's own, in .cache/bench.
"""

import argparse
import os
import sys
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
    from bench.pages import measure

    for line in measure(rounds):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
