"""The command as tests type it."""

import json
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import CommandError

MANUSCRIPTS = Path(__file__).parents[1] / "manuscripts"


@dataclass(frozen=True)
class Ran:
    """What the command printed and how it ended."""

    code: int
    out: str
    message: str = ""

    @property
    def told(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.out)
        return told


def run(file: str | Path, **options: Any) -> Ran:
    """Import a file (one of the manuscripts, by its name), telling programs unless json=False."""
    path = MANUSCRIPTS / file
    language = options.pop("language", "da" if ".da." in path.name else "en")
    out = StringIO()
    options = {"json": True, **options}
    try:
        call_command("import_manuscript", path, language=language, stdout=out, **options)
    except CommandError as error:
        return Ran(error.returncode, out.getvalue(), str(error))
    return Ran(0, out.getvalue())
