"""Random changes of several editors beside a plain model: nothing acknowledged is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.editing.apply import EVERYTHING, apply
from articles.editing.changes import Insert, Move, PutBack, Remove, Set
from articles.editing.values import board_order, values_of
from articles.models.article import Article
from tests import newsroom

pytestmark = pytest.mark.django_db
KEYS = ("bbbbb", "ccccc", "ddddd")
keys = st.sampled_from(KEYS)
acts = st.one_of(
    st.tuples(
        st.just("set"), keys, st.sampled_from(["heading", "caption"]), st.sampled_from("xyz")
    ),
    st.tuples(st.just("insert"), keys, st.one_of(st.just(""), keys)),
    st.tuples(st.just("move"), keys, st.one_of(st.just(""), keys)),
    st.tuples(st.just("remove"), keys),
    st.tuples(st.just("put_back"), keys),
)


class Page:
    """One editor's window: what it shows may be behind what is stored."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str, str], str] = {}

    def change(self, act, number):
        match act:
            case "set", key, field, value:
                base = self.seen.get((key, field), "")
                return Set(str(number), key, field, "en", base, value)
            case "insert", key, behind:
                return Insert(str(number), key, "slide", behind)
            case "move", key, behind:
                return Move(str(number), key, behind, 10_000)
            case "remove", key:
                return Remove(str(number), key, 10_000)
            case "put_back", key:
                return PutBack(str(number), key)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(script=st.lists(st.tuples(st.integers(0, 1), acts), max_size=25))
def test_a_value_is_replaced_only_by_whoever_had_seen_it(script):
    article, pages = newsroom.article(slides=0), (Page(), Page())
    stored: dict[tuple[str, str], str] = {}
    for number, (who, act) in enumerate(script):
        page = pages[who]
        change = page.change(act, number)
        [result] = apply(article_id=article.pk, changes=[change], by=None, may=EVERYTHING).results
        if isinstance(change, Set) and result.status != "refused":
            place = (change.row, change.field)
            now = stored.get(place, "")
            assert (result.status == "done") == (now in (change.base, change.value))
            stored[place] = change.value if result.status == "done" else now
            page.seen[place] = stored[place]
            assert (result.value if result.status == "done" else result.now) == stored[place]
    _compare(Article.objects.get(pk=article.pk), stored)


def _compare(article, stored):
    """What is there holds what was stored last; ranks and anchors say one order."""
    values = values_of(article)
    for (key, field), value in stored.items():
        if key in values:
            assert values[key][f"{field}_en"] == value
    order = [key for key, _kind in board_order(article.slides.all(), article.links.all())]
    assert sorted(order) == sorted(key for key in values if key)
