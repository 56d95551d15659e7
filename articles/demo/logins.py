"""The demo's logins and their one password, which is made once and can be looked up again."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.db import connection

LOGINS = ("chief", "editor", "writer", "translator", "photo")
LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that a reader could take for another


def password_file() -> Path:
    """Beside the database where that is a file, else in the project's folder."""
    if connection.vendor == "sqlite":
        return Path(settings.DATABASES["default"]["NAME"]).resolve().parent / "demo-password.txt"
    return settings.BASE_DIR / "demo-password.txt"


def password() -> str:
    """DEMO_PASSWORD if it is set, else the one made earlier, else a new one that is kept."""
    if settings.DEMO_PASSWORD:
        return settings.DEMO_PASSWORD
    path = password_file()
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    made = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    with os.fdopen(descriptor, "w") as file:
        file.write(f"{made}\n")
    return made


def reminder() -> str:
    """One line that says how to log in, for every start."""
    path = password_file()
    if settings.DEMO_PASSWORD:
        words = "your DEMO_PASSWORD of the first start"
    elif path.exists():
        words = f"{path.read_text().strip()} (kept in {path})"
    else:
        words = "the one of the first start (forgotten: manage.py changepassword chief)"
    return f"{', '.join(LOGINS)}; password: {words}"
