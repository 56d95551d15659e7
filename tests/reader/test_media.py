"""Renditions are public until their photo's rights end; nothing else of the media folder is."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from articles.models.photo import Original, Photo
from tests import newsroom
from tests.newsroom import MONDAY

pytestmark = pytest.mark.django_db

MICRO = dt.timedelta(microseconds=1)
SECOND = dt.timedelta(seconds=1)
YEAR = 365 * 24 * 60 * 60
AVIF = "/media/renditions/ab/0123456789abcdef01234567-800.avif"
JPEG = "/media/renditions/ab/0123456789abcdef01234567-800.jpg"


@pytest.fixture(autouse=True)
def photo(db: None, media_root: Path) -> Photo:
    """Of the library, with files on disk, some of which are nobody's business."""
    for name in (
        "renditions/ab/0123456789abcdef01234567-800.avif",
        "renditions/ab/0123456789abcdef01234567-800.jpg",
        "renditions/ab/0123456789abcdef01234567-800.svg",
        "originals/ab/secret.jpg",
        "secret.jpg",
    ):
        path = media_root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"bytes of {name}".encode())
    made = newsroom.photo()
    Original.objects.filter(photo=made).update(stem="ab/0123456789abcdef01234567")
    return made


@pytest.mark.parametrize(("address", "kind"), [(AVIF, "image/avif"), (JPEG, "image/jpeg")])
def test_rendition_is_served_for_good(client: Client, address: str, kind: str) -> None:
    response: Any = client.get(address)
    assert b"".join(response.streaming_content) == f"bytes of {address[7:]}".encode()
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Vary" not in response.headers


@pytest.mark.parametrize(
    "address",
    [
        "/media/originals/ab/secret.jpg",
        "/media/secret.jpg",
        "/media/renditions/../originals/ab/secret.jpg",
        "/media/renditions/ab/../../secret.jpg",
        "/media/renditions/%2e%2e/secret.jpg",
        "/media/renditions/ab/..%2f..%2fsecret.jpg",
        "/media/renditions//secret.jpg",
        "/media/renditions/ab/",
        "/media/renditions/ab/0123456789abcdef01234567-800.svg",
        "/media/renditions/ab/0123456789abcdef01234567-400.jpg",
        "/media/renditions/ab/0123456789abcdef01234567-800.jpg/",
    ],
)
def test_nothing_else_is(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_renditions_are_only_read(client: Client) -> None:
    assert client.post(AVIF).status_code == 405


def test_a_server_in_front_is_told_where_the_bytes_are(client: Client, settings: Any) -> None:
    settings.MEDIA_ACCEL = "/private-media/"
    response: Any = client.get(AVIF)
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["X-Accel-Redirect"] == f"/private-media/{AVIF[7:]}"
    assert response.headers["Content-Type"] == "image/avif"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get(AVIF.replace("800", "801")).status_code == 404


def fetch(client: Client, address: str) -> Any:
    """The answer, read to the end."""
    response: Any = client.get(address)
    if response.streaming:
        assert b"".join(response.streaming_content)
    return response


def test_what_the_library_does_not_know_is_not_served(client: Client) -> None:
    Original.objects.all().delete()
    response = fetch(client, JPEG)
    assert (response.status_code, response.headers["Cache-Control"]) == (404, "public, max-age=60")


@pytest.mark.parametrize("ends", ["expires_at", "taken_down_at"])
@pytest.mark.parametrize("fraction", [0, 1, 500_000, 999_999])
def test_denied_at_the_very_instant_and_not_before(
    client: Client, photo: Photo, ends: str, fraction: int
) -> None:
    instant = MONDAY.replace(microsecond=fraction)
    newsroom.change(photo, **{ends: instant})
    answers = {}
    for moment in (instant - MICRO, instant, instant + MICRO):
        with newsroom.at(moment):
            answers[moment] = [fetch(client, address).status_code for address in (JPEG, AVIF)]
    assert list(answers.values()) == [[200, 200], [410, 410], [410, 410]]


def test_of_two_ends_the_first_counts(client: Client, photo: Photo) -> None:
    newsroom.change(photo, expires_at=MONDAY + SECOND, taken_down_at=MONDAY)
    with newsroom.at(MONDAY):
        assert fetch(client, JPEG).status_code == 410


@pytest.mark.parametrize(
    ("left", "age"),
    [
        (10 * SECOND, 10),
        (10 * SECOND - MICRO, 9),
        (MICRO, 0),
        (YEAR * SECOND, YEAR),
        (2 * YEAR * SECOND, YEAR),
    ],
)
def test_no_cache_keeps_it_for_longer(
    client: Client, photo: Photo, left: dt.timedelta, age: int
) -> None:
    newsroom.change(photo, expires_at=MONDAY + left)
    with newsroom.at(MONDAY):
        response = fetch(client, JPEG)
    assert response.headers["Cache-Control"] == f"public, max-age={age}"


def test_gone_is_told_for_a_minute_at_most_and_with_nothing_else(
    client: Client, photo: Photo
) -> None:
    newsroom.change(photo, taken_down_at=MONDAY)
    with newsroom.at(MONDAY):
        response = fetch(client, JPEG)
    assert (response.content, response.headers["Cache-Control"]) == (b"", "public, max-age=60")
    newsroom.change(photo, taken_down_at=None)
    assert fetch(client, JPEG).status_code == 200


def test_files_of_an_earlier_original_go_with_their_photo(
    client: Client, photo: Photo, media_root: Path
) -> None:
    later = Original.objects.create(
        photo=photo, sha256="f" * 64, stem=f"ff/{'f' * 24}", width=1, height=1
    )
    (media_root / "renditions/ff").mkdir()
    (media_root / f"renditions/{later.stem}-1-0123456789.jpg").write_bytes(b"later")
    addresses = (JPEG, f"/media/renditions/{later.stem}-1-0123456789.jpg")
    assert [fetch(client, address).status_code for address in addresses] == [200, 200]
    newsroom.change(photo, expires_at=MONDAY)
    assert [fetch(client, address).status_code for address in addresses] == [410, 410]


def test_one_query(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        fetch(client, JPEG)
