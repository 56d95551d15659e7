"""Words under seal: opened with the site's key or the ones before, by nobody else, unchanged."""

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.publishing.sealing import Unreadable, seal, unseal


@given(st.recursive(st.none() | st.booleans() | st.text(), st.lists, max_leaves=8))
def test_what_is_sealed_comes_back(value: Any) -> None:
    assert unseal(seal(value)) == value


def test_it_says_nothing_not_even_that_two_are_the_same() -> None:
    one, two = seal(["Jens Hansen"]), seal(["Jens Hansen"])
    assert one != two
    assert b"Hansen" not in base64.urlsafe_b64decode(one.removeprefix("1."))


def test_a_changed_key_opens_it_as_long_as_the_one_before_is_known(settings: Any) -> None:
    settings.SECRET_KEY = "the first"
    sealed = seal("Hansen")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "the second", ["the first"]
    assert unseal(sealed) == "Hansen"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(Unreadable):
        unseal(sealed)


@pytest.mark.parametrize("spoil", ["", "1.", "1.!!", "1.AAAA", "0.", "1." + "A" * 80])
def test_what_was_never_sealed_is_refused(spoil: str) -> None:
    with pytest.raises(Unreadable):
        unseal(spoil)


def test_one_changed_byte_is_noticed_wherever_it_is() -> None:
    sealed = seal("Hansen")
    raw = base64.urlsafe_b64decode(sealed.removeprefix("1."))
    for at in range(len(raw)):
        spoilt = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
        with pytest.raises(Unreadable):
            unseal("1." + base64.urlsafe_b64encode(spoilt).decode())
