"""The pure modules load without the database. (lint-imports keeps which layer may import which.)"""

import subprocess
import sys
from pathlib import Path

from django.conf import settings

PURE = [
    "articles/text/*.py",
    "articles/document/*.py",
    "articles/gate/*.py",
    "articles/photos/containers/*.py",
    "articles/photos/metadata.py",
    "articles/photos/packet.py",
    "articles/importing/manuscript.py",
]


def names(pattern: str) -> list[str]:
    found = sorted(Path(settings.BASE_DIR).glob(pattern))
    assert found, pattern
    return [
        ".".join(path.relative_to(settings.BASE_DIR).with_suffix("").parts).removesuffix(
            ".__init__"
        )
        for path in found
    ]


def test_pure_modules_load_without_the_database() -> None:
    modules = [name for pattern in PURE for name in names(pattern)]
    script = (
        "import importlib, sys\n"
        f"for name in {modules!r}:\n"
        "    importlib.import_module(name)\n"
        "    assert 'django.db' not in sys.modules, name\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=settings.BASE_DIR, capture_output=True, text=True
    )
    assert ran.stderr == ""
    assert ran.returncode == 0
