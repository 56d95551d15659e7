"""What a file says crosses to another process and back, and nothing else does."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.photos.record import Metadata

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
WORDS = st.dictionaries(st.sampled_from(["", "en", "da"]), TEXTS)
PLAIN = Metadata(creator="Søren", captions={"da": "Blåt"}).as_json()


@given(
    st.builds(
        Metadata,
        creator=TEXTS,
        credit=TEXTS,
        stock_id=TEXTS,
        captions=WORDS,
        alts=WORDS,
        taken_at=st.none() | st.datetimes(timezones=st.just(dt.UTC)),
    )
)
def test_it_comes_back_as_it_went(said: Metadata) -> None:
    assert Metadata.from_json(json.loads(json.dumps(said.as_json()))) == said


def test_its_plain_form() -> None:
    assert Metadata(
        creator="Søren",
        alts={"": "A bridge"},
        taken_at=dt.datetime(2026, 7, 1, 10, 30, tzinfo=dt.UTC),
    ).as_json() == {
        "creator": "Søren",
        "credit": "",
        "copyright_notice": "",
        "usage_terms": "",
        "headline": "",
        "license_url": "",
        "acquire_url": "",
        "stock_id": "",
        "captions": {},
        "alts": {"": "A bridge"},
        "taken_at": "2026-07-01T10:30:00+00:00",
    }


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        {},
        {**PLAIN, "more": ""},
        {**PLAIN, "creator": 7},
        {**PLAIN, "creator": "x" * 5_001},
        {**PLAIN, "captions": ["Blåt"]},
        {**PLAIN, "captions": {"da": None}},
        {**PLAIN, "taken_at": 7},
        {**PLAIN, "taken_at": "yesterday"},
        {**PLAIN, "taken_at": "2026-07-01T10:30:00"},
        {**PLAIN, "taken_at": "0001-01-01T00:00:00+14:00"},
    ],
)
def test_what_a_reader_cannot_have_answered_is_refused(plain: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        Metadata.from_json(plain)
