"""What went out in order may be out of order today: `manage.py audit`."""

import datetime as dt
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.models.article import Article
from articles.publishing.publish import publish
from tests import newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "C")
    with newsroom.at(newsroom.MONDAY):
        yield


@pytest.fixture
def article() -> Article:
    return newsroom.live()


def audit(*args: str) -> tuple[list[dict[str, Any]], int]:
    """The findings of --json, and the exit code."""
    out = io.StringIO()
    try:
        call_command("audit", "--json", *args, stdout=out)
    except SystemExit as end:
        return [json.loads(line) for line in out.getvalue().splitlines()], int(str(end.code))
    return [json.loads(line) for line in out.getvalue().splitlines()], 0


def test_what_is_in_order_says_nothing(article: Article) -> None:
    assert audit() == ([], 0)
    out = io.StringIO()
    call_command("audit", stdout=out)
    assert out.getvalue() == "All of it would pass today.\n"


def test_a_photo_that_has_expired_since_is_found_on_both_pages(article: Article) -> None:
    photo = newsroom.photo(expires_at=newsroom.MONDAY + dt.timedelta(hours=1))
    slide = article.slides.all()[1]
    newsroom.change(slide, photo=photo)
    newsroom.publish(article)
    found, code = audit()
    assert ({each["code"] for each in found}, code) == ({"photo.expiring"}, 0)  # warnings stop none
    with newsroom.at(newsroom.MONDAY + dt.timedelta(hours=2)):
        found, code = audit()
    assert code == 1
    assert found == [
        {
            "article": article.pk,
            "language": language,
            "edition": 2,
            "code": "photo.expired",
            "level": "blocks",
            "slide": slide.key,
            "field": f"{slide.key}.photo",
            "message": "The licence allows the photo until 23 November 2026 only."
            " Choose another photo.",
        }
        for language in ("da", "en")
    ]


def test_what_was_overruled_stays_so() -> None:
    article = newsroom.article(standfirst_en="")
    publish(article=article, languages=["en"], by=None, overrule={"en": "It is meant so."})
    assert audit() == ([], 0)


def test_working_copies_and_one_article_alone(article: Article) -> None:
    draft = newsroom.article("Gulls", "Måger", standfirst_da="", stage_en="not_planned")
    assert audit() == ([], 0)
    found, code = audit("--working-copy")
    assert [(each["article"], each["language"], each["code"]) for each in found] == [
        (draft.pk, "da", "standfirst.missing")
    ]
    assert code == 1
    assert audit("--working-copy", "--article", str(article.pk)) == ([], 0)


def test_an_article_that_is_not_there_is_said_so() -> None:
    with pytest.raises(CommandError, match=r"^There is no article 99\.$"):
        call_command("audit", "--article", "99")


def test_a_link_that_was_overruled_stays_so_whatever_became_of_its_row() -> None:
    article = newsroom.article()
    link = newsroom.link(article, "http://intranet/", label_en="Inside", label_da="Inde")
    publish(article=article, languages=["en"], by=None, overrule={"en": "It is meant so."})
    assert audit() == ([], 0)
    link.delete()
    assert audit() == ([], 0)


def test_what_stands_at_the_desk_alone_is_no_matter_on_the_site(article: Article) -> None:
    link = newsroom.link(article, "")
    assert audit() == ([], 0)
    found, _code = audit("--working-copy")
    assert [(each["code"], each["slide"], each["field"]) for each in found] == [
        ("link.target.missing", link.key, f"{link.key}.target")
    ] * 2
