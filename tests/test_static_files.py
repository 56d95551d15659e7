"""In production static files have names that change with their content, imports included."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command

from cms.static_files import slim

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


def test_readers_are_not_sent_what_we_wrote_to_each_other(collected: Path) -> None:
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    written = (django_settings.BASE_DIR / "articles/static/reader/site.css").read_text()
    sent = (collected / names["reader/site.css"]).read_text()
    assert "/*" in written and "/*" not in sent
    assert len(sent) < 0.96 * len(written)
    assert ".card.big" in sent


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/* Why */\n.a,\n.b {\n  margin: 1px /* so */ 2px;\n}\n", ".a,.b{margin: 1px 2px;}"),
        ('.a::after { content: ", /* " / ""; }', '.a::after{content: ", /* " / "";}'),
        (".a .b > .c:hover { width: calc(1px + 2px) }", ".a .b > .c:hover{width: calc(1px + 2px)}"),
        ("@media (a) and (b) { .a { } }", "@media (a) and (b){.a{}}"),
    ],
)
def test_a_style_means_the_same_without_its_slack(written: str, sent: str) -> None:
    assert slim(written) == sent
