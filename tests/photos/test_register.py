"""The register answers to what files say, in one query."""

import pytest

from articles.models.photo import ImageCredit
from articles.photos.register import find, named

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register() -> dict[str, ImageCredit]:
    return {
        name: ImageCredit.objects.create(name=name, aliases=aliases)
        for name, aliases in [
            ("Ritzau Scanpix", "Scanpix Denmark\nScanpix"),
            ("Getty Images", ""),
            ("Signe Brandt", ""),
        ]
    }


@pytest.mark.parametrize(
    ("credit_text", "creator", "byline", "name"),
    [
        ("Getty Images", "Jane Doe", "Jane Doe", "Getty Images"),
        ("Jane Doe/Getty Images", "Jane Doe", "Jane Doe", "Getty Images"),
        ("J. Doe / gettyimages.com", "Jane Doe", "Jane Doe", "Getty Images"),
        ("AFP/Scanpix", "Jane Doe", "Jane Doe/AFP", "Ritzau Scanpix"),
        ("Jane Doe/Scanpix", "", "Jane Doe", "Ritzau Scanpix"),
        ("Getty Images", "Getty Images", "", "Getty Images"),
        ("", "Signe Brandt", "", "Signe Brandt"),
        ("Somebody", "Signe Brandt", "Signe Brandt", None),
        ("Somebody", "Jane Doe", "Jane Doe", None),
        ("Jane Doe/Reuters", "", "Jane Doe", None),
        ("", "Jane Doe", "Jane Doe", None),
        ("", "Jane Doe/Reuters", "Jane Doe/Reuters", None),
        ("", "", "", None),
    ],
)
def test_whom_a_file_credits(
    credit_text: str,
    creator: str,
    byline: str,
    name: str | None,
    django_assert_num_queries: object,
) -> None:
    with django_assert_num_queries(1):
        found = find(credit_text, creator)
    assert found == (byline, ImageCredit.objects.get(name=name) if name else None)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ritzau  scanpix", "Ritzau Scanpix"),
        ("SCANPIX", "Ritzau Scanpix"),
        ("© Getty Images", "Getty Images"),
        ("Jane Doe/Getty Images", None),
        ("", None),
    ],
)
def test_an_entry_by_its_name(written: str, name: str | None) -> None:
    assert named(written) == (ImageCredit.objects.get(name=name) if name else None)
