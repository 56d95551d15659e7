"""In production static files have names that change with their content, imports included."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

IMPORT = re.compile(
    r"""(?:^(?:import|export)\s[\w\s{},*$]+\sfrom\s*|^import\s*|\bimport\s*\(\s*)["'](\.{1,2}/[^"']+)["']""",
    re.MULTILINE,
)


@pytest.fixture
def collected(settings: Any, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = str(tmp_path)
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "cms.static_files.StaticFiles"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_every_module_imports_others_under_their_new_names(collected: Path) -> None:
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    ours = [new for name, new in names.items() if re.match(r"desk/.+\.js$", name)]
    seen, wrong = 0, []
    for name in ours:
        module = collected / name
        for target in IMPORT.findall(module.read_text()):
            seen += 1
            found = (module.parent / target).resolve()
            is_new = re.search(r"\.[0-9a-f]{12}\.js$", target)
            if not (found.is_file() and is_new):
                wrong.append((name, target))
    assert wrong == []
    assert seen > 50
    editor = (collected / names["desk/storyboard/text/editor.js"]).read_text()
    assert names["django_prose_editor/editor.js"] in editor
