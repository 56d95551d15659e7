"""Pages as validators see them: the Nu Html Checker and html-validate, on every page."""

import json
from collections import Counter
from pathlib import Path

import pytest
from django.test import RequestFactory

from articles.reader.errors import server_error
from tests.site import tools
from tests.site.crawl import Crawled

CONFIG = Path(__file__).parent / "htmlvalidate.json"


@pytest.fixture(scope="module")
def saved(crawls: dict[str, Crawled], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, str]:
    """Every page of both newsrooms as a file, and what it is called in a complaint."""
    folder = tmp_path_factory.mktemp("pages")
    files = {}
    for name, crawled in crawls.items():
        for number, page in enumerate(crawled.pages):
            file = folder / f"{name}-{number}.html"
            file.write_bytes(page.body)
            files[file] = f"{name} {page.path}"
    broken = folder / "500.html"  # nobody can ask for this one
    broken.write_bytes(server_error(RequestFactory().get("/")).content)
    return {**files, broken: "500"}


def told(complaints: list[tuple[str, str]]) -> str:
    """Each complaint once, with where it is first met and how often."""
    counts = Counter(message for _, message in complaints)
    first = dict(reversed([(message, where) for where, message in complaints]))
    return "\n".join(f"{count} × {each} ({first[each]})" for each, count in counts.items())


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a fault that both tools know, so that silence means that they have looked."""
    file = tmp_path_factory.mktemp("planted") / "fault.html"
    head = '<!doctype html>\n<html lang="en">\n<head><title>Fault</title></head>\n'
    file.write_text(f'{head}<body><h1>Fault</h1><img src="a.png"></body>\n</html>\n')
    return file


def test_vnu_finds_no_fault(
    saved: dict[Path, str], planted: Path, crawls: dict[str, Crawled], tmp_path: Path
) -> None:
    names = {**saved, planted: "planted"}
    for sheet in crawls["demo"].of_kind("text/css"):
        names[tmp_path / Path(sheet.path).name] = sheet.path
        (tmp_path / Path(sheet.path).name).write_bytes(sheet.body)
    options = ("--also-check-css", "--format", "json", "--stdout", "--exit-zero-always")
    run = tools.java("vnu-jar/build/dist/vnu.jar", *options, *map(str, names))
    complaints = [
        (names[Path(each["url"].removeprefix("file:"))], f"{each['type']}: {each['message']}")
        for each in tools.read_json(run)["messages"]
    ]
    assert [message for where, message in complaints if where == "planted"]
    real = [each for each in complaints if each[0] != "planted"]
    assert real == [], told(real)


def test_html_validate_finds_no_fault(
    saved: dict[Path, str], planted: Path, tmp_path: Path
) -> None:
    names = {**saved, planted: "planted"}
    # Its process ends before a pipe has taken all that it has to say.
    report = tmp_path / "report.json"
    options = ("--config", str(CONFIG), "--formatter", f"json={report}")
    tools.node("html-validate/bin/html-validate.mjs", *options, *map(str, names))
    complaints = [
        (names[Path(file["filePath"])], f"{each['ruleId']}: {each['message']}")
        for file in json.loads(report.read_text())
        for each in file["messages"]
    ]
    assert [message for where, message in complaints if where == "planted"]
    real = [each for each in complaints if each[0] != "planted"]
    assert real == [], told(real)
