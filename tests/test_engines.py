"""The tests' own ground: each run is on the engine it says, with files and folders of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from articles.models.edition import Generation
from articles.models.staff import User


@pytest.mark.sqlite
@pytest.mark.django_db
def test_sqlite_is_a_file_in_wal_mode_with_foreign_keys() -> None:
    with connection.cursor() as cursor:
        pragmas = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 20_000}


@pytest.mark.django_db
def test_the_database_is_not_the_newsrooms_own() -> None:
    name = str(connection.settings_dict["NAME"])
    assert Path(name) != settings.BASE_DIR / "db.sqlite3"
    assert "test" in name


@pytest.mark.parametrize("turn", ["first", "second"])
@pytest.mark.django_db(transaction=True)
def test_what_migrations_put_there_outlives_tests_with_real_transactions(turn: str) -> None:
    assert Generation.objects.count() == 1


def test_uploads_land_in_the_tests_own_folder(media_root: Path, tmp_path: Path) -> None:
    assert media_root == settings.MEDIA_ROOT == tmp_path / "media"


def test_another_process_sees_the_tests_rows(
    database_url: str,
) -> None:
    User.objects.create_user(username="vera")
    seen = subprocess.run(
        [
            sys.executable,
            "manage.py",
            "shell",
            "--no-imports",
            "--command",
            "from articles.models.staff import User; print(User.objects.get().username)",
        ],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": database_url},
        capture_output=True,
        text=True,
    )
    assert (seen.stdout, seen.stderr, seen.returncode) == ("vera\n", "", 0)
