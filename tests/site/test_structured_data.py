"""What machines are told of a page, against schema.org's own types and against the page itself."""

import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from tests.site import tools
from tests.site.crawl import Answer, Crawled, ask
from tests.site.visits import slides

ARTICLES = ("NewsArticle", "AdvertiserContentArticle")
# What the compiler must refuse, or it has not looked: a number for a length, a word of our own.
PLANTED = (
    {"@type": "ImageObject", "width": 800},
    {"@type": "NewsArticle", "headlines": "Not a word of the vocabulary"},
)


def nodes(page: Answer) -> Iterator[dict[str, Any]]:
    for data in page.structured:
        assert data["@context"] == "https://schema.org", page.path
        yield from data.get("@graph", [{k: v for k, v in data.items() if k != "@context"}])


def article(page: Answer) -> dict[str, Any]:
    (found,) = [node for node in nodes(page) if node["@type"] in ARTICLES]
    return found


def article_pages(crawled: Crawled) -> list[Answer]:
    return [page for page in crawled.found if page.sort == "is-article"]


def instant(text: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(text)
    assert moment.tzinfo is not None, text
    return moment


def test_everything_is_of_schema_orgs_types(crawls: dict[str, Crawled], tmp_path: Path) -> None:
    """Compiled with the vocabulary as TypeScript types: an unknown property does not pass."""
    pages = [page for crawled in crawls.values() for page in crawled.found]
    told = [(f"{page.site.name} {page.path}", node) for page in pages for node in nodes(page)]
    told += [("planted", node) for node in PLANTED]
    types = sorted({node["@type"] for _, node in told})
    lines = [f'import type {{ {", ".join(types)} }} from "schema-dts";']
    lines += [
        f"export const n{number}: {node['@type']} = {json.dumps(node)};"
        for number, (_, node) in enumerate(told)
    ]
    (tmp_path / "told.ts").write_text("\n".join(lines))
    options = {
        "compilerOptions": {
            "strict": True,
            "noEmit": True,
            "skipLibCheck": True,
            "module": "esnext",
            "moduleResolution": "bundler",
            "types": [],
            "paths": {"schema-dts": [str(tools.TOOLS / "schema-dts")]},
        },
        "files": ["told.ts"],
    }
    (tmp_path / "tsconfig.json").write_text(json.dumps(options))
    run = tools.node("typescript/bin/tsc", "--pretty", "false", "--project", str(tmp_path))
    # One line for each fault: told.ts(104,59): error TS2322: …
    faults = re.findall(r"told\.ts\((\d+),\d+\): error (.*)", run.stdout)
    where = [(told[int(line) - 2][0], fault[:300]) for line, fault in faults]
    assert [name for name, _ in where].count("planted") == len(PLANTED), run.stdout[:2000]
    assert [each for each in where if each[0] != "planted"] == []


def test_articles_are_described_as_they_stand_on_the_page(crawled: Crawled) -> None:
    for page in article_pages(crawled):
        node = article(page)
        assert node["headline"] == page.one("string(//h1)"), page.path
        assert node["mainEntityOfPage"] == page.canonical
        assert node["inLanguage"] == page.language
        assert node["description"] == page.one("//meta[@name='description']/@content")
        assert node["publisher"]["name"] and node["author"], page.path
        times = page.all("//article//p[contains(@class, 'dates')]//time/@datetime")
        assert node["datePublished"] == times[0], page.path
        assert instant(node["dateModified"]) == instant(times[-1]), page.path
        noticed = page.all("//*[contains(@class, 'notice')]//time/@datetime")
        corrected = [each["datePublished"] for each in node.get("correction", [])]
        assert set(corrected) <= set(noticed), page.path


def test_every_slide_is_an_image_with_its_rights(crawled: Crawled) -> None:
    for page in article_pages(crawled):
        figures = page.all("//li[contains(@class, 'slide')][.//figure]/@id")
        told = {image["@id"]: image for image in article(page).get("image", []) if "@id" in image}
        assert list(told) == [f"{page.canonical}#{each}" for each in figures], page.path
        assert len(figures) <= len(slides(page))
        for image in article(page).get("image", []):
            assert crawled.named(image["contentUrl"]).status == 200
            rights = {"creator", "creditText", "copyrightNotice", "license"} & set(image)
            assert rights, f"{page.path}: {image}"
            for name in ("license", "acquireLicensePage"):
                assert image.get(name, "https://").startswith("https://"), page.path


def test_translations_name_each_other(crawled: Crawled) -> None:
    for page in article_pages(crawled):
        links = page.all("//link[@rel='alternate'][@hreflang]")
        hrefs = {link.get("hreflang"): link.get("href") for link in links}
        twin = {"en": "da", "da": "en"}[page.language]
        node = article(page)
        named = node.get("workTranslation") or node.get("translationOfWork") or {}
        assert named.get("url") == hrefs.get(twin), page.path
        if named:
            other = article(crawled.named(named["url"]))
            assert named["@id"] == other["@id"]
            assert ("workTranslation" in node) != ("workTranslation" in other), page.path


def test_breadcrumbs_lead_here_from_the_front(crawled: Crawled) -> None:
    for page in crawled.found:
        for node in nodes(page):
            if node["@type"] == "BreadcrumbList":
                steps = node["itemListElement"]
                assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
                assert steps[0]["item"] == f"{crawled.site.public}/{page.language}/"
                assert steps[-1]["item"] == page.canonical
                assert all(crawled.named(step["item"]).status == 200 for step in steps)


def test_what_is_shared_looks_right(crawled: Crawled) -> None:
    """Open Graph on every article: in its language, with a picture that is as large as it says."""
    for page in article_pages(crawled):
        tags = page.all(
            "//meta[starts-with(@property, 'og:') or starts-with(@property, 'article:')]"
        )
        said = {tag.get("property"): tag.get("content") for tag in tags}
        assert "" not in said.values() and said["og:url"] == page.canonical, page.path
        assert said["og:locale"] == {"en": "en_GB", "da": "da_DK"}[page.language]
        assert ("og:locale:alternate" in said) == bool(page.all("//link[@hreflang='x-default']"))
        published = article(page)["datePublished"]
        assert instant(said["article:published_time"]) == instant(published)
        modified = said.get("article:modified_time", published)
        assert instant(modified) == instant(article(page)["dateModified"]), page.path
        assert said["og:image:alt"], page.path
        picture = ask(crawled.site, crawled.site.path(said["og:image"]), method="GET")
        size = tuple(int(said[f"og:image:{side}"]) for side in ("width", "height"))
        assert Image.open(io.BytesIO(picture.body)).size == size, page.path
        if crawled.site.name == "demo":
            assert size[0] == 1200, page.path
