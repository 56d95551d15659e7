"""`.ci/setup`: finds a Python that will do, or says in one line what to install."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

# Stand-ins for Pythons, by what they answer to the script's questions.
PYTHON = """#!/bin/sh
case "$*" in
    -V) echo "Python {version}" ;;
    *version_info*) exit {too_old} ;;
    *ensurepip*) exit {no_venv} ;;
    "-m venv .venv") /bin/mkdir -p .venv/bin && /bin/cp "$0" .venv/bin/python ;;
    *"pip install"*) echo "$*" >>pip.log ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the script looks at, and an empty place for Pythons."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / "bin").mkdir()
    shutil.copy(settings.BASE_DIR / ".ci/setup", tmp_path / ".ci/setup")
    (tmp_path / "requirements.txt").write_text("Django\n")
    (tmp_path / "requirements-dev.txt").write_text("pytest\n")
    for tool in ("cat", "cksum", "dirname", "rm"):
        (tmp_path / "bin" / tool).symlink_to(str(shutil.which(tool)))
    return tmp_path


def install(
    project: Path, name: str, version: str, *, old: bool = False, venv: bool = True
) -> None:
    python = project / "bin" / name
    python.write_text(PYTHON.format(version=version, too_old=int(old), no_venv=int(not venv)))
    python.chmod(0o755)


def setup(project: Path, *arguments: str) -> tuple[int, str, str]:
    ran = subprocess.run(
        ["/bin/sh", ".ci/setup", *arguments],
        cwd=project,
        env={"PATH": str(project / "bin")},
        capture_output=True,
        text=True,
    )
    return ran.returncode, ran.stdout, ran.stderr


def installed(project: Path) -> list[str]:
    log = project / "pip.log"
    return [line.split()[-1] for line in log.read_text().splitlines()] if log.exists() else []


ADVICE = (
    "Install it (Debian 12, Ubuntu 24.04: apt-get install python3 python3-venv), "
    "then run make again.\n"
)


def test_without_python(project: Path) -> None:
    assert setup(project) == (1, "", f"Diptych needs Python 3.11 or newer and found none. {ADVICE}")


def test_with_an_old_python_alone(project: Path) -> None:
    install(project, "python3", "3.9.2", old=True)
    assert setup(project) == (
        1,
        "",
        f"Diptych needs Python 3.11 or newer and found Python 3.9.2. {ADVICE}",
    )


def test_without_the_venv_module(project: Path) -> None:
    install(project, "python3.11", "3.11.2", venv=False)
    assert setup(project) == (
        1,
        "",
        "python3.11 has no venv module. "
        "Install it (Debian, Ubuntu: apt-get install python3-venv), then run make again.\n",
    )
    assert not (project / ".venv").exists()


def test_takes_the_newest_that_is_whole(project: Path) -> None:
    install(project, "python3.13", "3.13.1", venv=False)
    install(project, "python3.12", "3.12.1")
    install(project, "python3.11", "3.11.2")
    assert setup(project)[0] == 0
    assert "3.12.1" in (project / ".venv/bin/python").read_text()


def test_installs_again_only_what_changed(project: Path) -> None:
    install(project, "python3", "3.11.2")
    assert setup(project)[0] == 0
    assert setup(project) == (0, "", "")
    assert installed(project) == ["requirements.txt"]
    setup(project, "dev")
    assert installed(project) == ["requirements.txt", "requirements-dev.txt"]
    assert setup(project, "dev") == (0, "", "")
    (project / "requirements-dev.txt").write_text("pytest\nruff\n")
    assert setup(project) == (0, "", "")
    setup(project, "dev")
    assert installed(project) == ["requirements.txt", *["requirements-dev.txt"] * 2]


def test_a_failed_install_is_tried_again(project: Path) -> None:
    install(project, "python3", "3.11.2")
    python = project / "bin/python3"
    whole = python.read_text()
    python.write_text(whole.replace('echo "$*" >>pip.log', "exit 1"))
    code, _, errors = setup(project)
    assert (code, errors) == (
        1,
        "pip could not install requirements.txt: see its message above. "
        "Once that is mended, run make again.\n",
    )
    (project / ".venv/bin/python").write_text(whole)
    assert setup(project)[0] == 0
    assert installed(project) == ["requirements.txt"]
