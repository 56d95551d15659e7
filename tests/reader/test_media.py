"""Renditions are public and for good; nothing else of the media folder is."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

AVIF = "/media/renditions/ab/0123456789abcdef01234567-800.avif"
JPEG = "/media/renditions/ab/0123456789abcdef01234567-800.jpg"


@pytest.fixture(autouse=True)
def files(media_root: Path) -> None:
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
