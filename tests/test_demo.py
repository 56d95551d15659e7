"""The demo newsroom loads, shows every kind of article, and loads but once."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from articles.demo import load as loading
from articles.demo import pictures, stories
from articles.models import generation
from articles.models.article import Article, Slide
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.photo import Photo
from articles.models.reads import Reached, ReadsOnDay
from articles.models.staff import User
from articles.models.translated import read
from articles.photos import sandbox, work_off
from articles.text.languages import LANGUAGES
from tests.again import again
from tests.photos import fakes
from tests.tables import nothing_written

ROLES = {
    "chief": "chief editor",
    "editor": "editor",
    "writer": "writer",
    "translator": "translator",
    "photo": "photo editor",
}
ALWAYS = {"/en/": 200, "/da/": 200, "/en/no-such-page/": 404, "/da/findes-ikke/": 404}


def plain(name: str) -> bytes:
    """A picture of one colour in the place of the drawn one; another for each name."""
    colour = (sum(name.encode()) % 256, len(name) * 9 % 256, sum(name[::2].encode()) % 256)
    image = Image.new("RGB", (90, 60), colour)
    return pictures.develop(image, taken=pictures._TAKEN, creator=name)


def in_silence(done: int, total: int) -> None: ...


@pytest.fixture
def loaded(
    db: None, settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[loading.Loaded]:
    settings.DEMO_PASSWORD = "a long pass phrase"
    monkeypatch.setattr(
        pictures, "_develop_all", lambda names: ((name, plain(name)) for name in names)
    )
    monkeypatch.setattr(sandbox, "examine", fakes.examined)
    monkeypatch.setattr(work_off, "render_files", fakes.rendered)
    result = again(loading.load, progress=in_silence)
    generation.forget()
    yield result
    generation.forget()


def story(ref: str) -> Article:
    return Article.objects.get(import_ref__demo=ref)


def address(edition: Edition) -> str:
    topic = read(edition.topic, "slug", edition.language)
    return f"/{edition.language}/{topic}/{edition.slug}/"


def live_in(ref: str) -> list[str]:
    live = Edition.objects.live(database_now()).filter(article=story(ref))
    return sorted(edition.language for edition in live)


def test_everything_comes_in(loaded: loading.Loaded) -> None:
    assert loaded.articles == Article.objects.count() == len(stories.stories()) >= 8
    assert loaded.photos == len(stories.photos_used()) + len(stories.library())
    assert set(Photo.objects.values_list("work", flat=True)) == {Photo.Work.READY}
    counts = [article.slides.count() for article in Article.objects.all()]
    assert min(counts) >= 6 and max(counts) <= 12
    live = Edition.objects.live(database_now())
    assert set(ReadsOnDay.objects.values_list("article", "language")) == set(
        live.values_list("article", "language")
    )
    assert set(Reached.objects.values_list("edition", flat=True)) == set(
        live.values_list("pk", flat=True)
    )


@pytest.mark.one_engine
def test_a_login_per_role(loaded: loading.Loaded, client: Client) -> None:
    groups = {
        user.username: [group.name for group in user.groups.all()] for user in User.objects.all()
    }
    assert groups == {login: [group] for login, group in ROLES.items()}
    for login in ROLES:
        assert client.login(username=login, password="a long pass phrase")
        assert client.get("/admin/articles/article/").status_code == 200


@pytest.mark.one_engine
def test_every_kind_of_article_is_there(loaded: loading.Loaded) -> None:
    now = database_now()
    corrected = story("winter-bathing").editions.filter(kind=Edition.Kind.CORRECTION)
    assert sorted(edition.language for edition in corrected) == ["da", "en"]
    assert all(edition.is_live(now) and edition.document["notices"] for edition in corrected)
    withdrawn = story("lithium-question").editions.all()
    assert live_in("lithium-question") == []
    assert all(edition.withdrawn_at and edition.withdrawal_reason for edition in withdrawn)
    assert (story("tea-thermometer").commercial, bool(story("tea-thermometer").sponsor)) == (
        "sponsored",
        True,
    )
    danish = story("wind-night").slides.filter(languages=Slide.Languages.DANISH)
    assert danish.count() == 1
    scheduled = story("town-gulls").editions.all()
    assert sorted(edition.language for edition in scheduled) == ["da", "en"]
    assert all(edition.live_from > now for edition in scheduled)
    assert live_in("dark-sky") == ["en"]
    assert story("tram-line").editions.count() == 0
    assert live_in("winter-bathing") == ["da", "en"]


@pytest.mark.one_engine
def test_the_library_has_something_of_everything_to_do(loaded: loading.Loaded) -> None:
    now, month = database_now(), dt.timedelta(days=30)
    unused = Photo.objects.filter(editions=None, slides=None, photo=None)
    assert unused.count() >= 8
    assert unused.filter(alt_da="").exclude(alt_en="").count() >= 2
    assert unused.filter(alt_en="", alt_da="", basis="unknown", credit=None).count() >= 2
    assert unused.filter(credit=None).exclude(alt_en="", alt_da="").exists()
    assert unused.get(filename__startswith="stock-photo-").stock_id == "184620395"
    assert unused.filter(expires_at__lt=now).count() == 1
    ending = Photo.objects.get(expires_at__range=(now, now + month))
    assert ending.substitute and Edition.objects.live(now).filter(photos=ending).count() == 3


@pytest.mark.one_engine
def test_every_page_answers_as_planned(loaded: loading.Loaded, client: Client) -> None:
    now = database_now()
    planned = dict(ALWAYS)
    for topic in {edition.topic for edition in Edition.objects.live(now)}:
        planned |= {f"/{code}/{read(topic, 'slug', code)}/": 200 for code in LANGUAGES}
    for edition in Edition.objects.select_related("topic"):
        if edition.is_live(now):
            planned[address(edition)] = 200
        else:
            planned.setdefault(address(edition), 410 if edition.withdrawn_at else 404)
    assert set(planned.values()) == {200, 404, 410}
    assert {path: client.get(path).status_code for path in planned} == planned


def test_loading_twice_adds_nothing(loaded: loading.Loaded, monkeypatch: Any) -> None:
    monkeypatch.setattr(loading, "advance", lambda: None)  # the count of writes alone goes on
    with nothing_written():
        twice = loading.load(progress=in_silence)
    assert twice == loading.Loaded(articles=0, photos=0)
