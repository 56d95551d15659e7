"""What is imagined is what would be saved: one path for preview, findings and publishing."""

import pytest
from django.utils.timezone import now
from hypothesis import given
from hypothesis import strategies as st

from articles.desk.storyboard.imagined import imagined
from articles.document.build import build
from articles.editing import order
from articles.editing.apply import EVERYTHING, apply
from articles.editing.changes import Insert, Move, PutBack, Remove, Set
from articles.editing.imagine import Known, imagine, wanted
from articles.models.article import Article
from articles.models.photo import Photo
from articles.publishing.snapshot import working_copy, working_photo
from tests import newsroom


@pytest.mark.django_db
def test_imagined_is_saved():
    story = newsroom.article()
    newsroom.link(story, newsroom.article("Elsewhere", "Andetsteds"), after=story.slides.all()[1])
    one, two, _three = story.slides.all()
    picture = newsroom.photo()
    changes = [
        Set("1", "", "headline", "en", "The last rung", " Up  again "),
        Set("2", one.key, "body", "da", one.body_da, "<p>Nu <b>så</b></p><script>x</script>"),
        Insert("3", "bcdfg", "slide", two.key, one.key),
        Set("4", "bcdfg", "photo", "", one.photo_id, picture.pk),
        Move("5", two.key, "", 0),
        Insert("6", "bcdfh", "link", "bcdfg"),
        Set("7", "bcdfh", "url", "", "", "example.org"),
        Set("8", "bcdfh", "label", "en", "", "Elsewhere"),
        Remove("9", one.key, 0),
        Set("10", "", "headline", "da", "x", "y" * 300),
    ]
    assert wanted(changes).photos == {picture.pk}
    photos = {each.pk: working_photo(each) for each in Photo.objects.all()}
    seen = imagine(working_copy(story), changes, Known(photos=photos))
    apply(article_id=story.pk, changes=changes, by=None, may=EVERYTHING)
    saved = working_copy(Article.objects.get(pk=story.pk))
    for language in ("en", "da"):
        assert build(seen, language) == build(saved, language)
    assert [slide.key for slide in seen.slides] == [slide.key for slide in saved.slides]


@pytest.mark.django_db
def test_a_row_that_comes_back_is_imagined_where_it_stood():
    story = newsroom.article()
    one, two, three = story.slides.all()
    before = working_copy(story)
    there = [slide.key for slide in before.slides]
    # Taken out and put back before anything was saved.
    back = [Remove("1", two.key, 0), PutBack("2", two.key)]
    assert imagine(before, back, Known()) == before
    assert [each.key for each in imagine(before, back[:1], Known()).slides] == [one.key, three.key]

    # Taken out and saved: it comes back as the changes that make it.
    apply(article_id=story.pk, changes=back[:1], by=None, may=EVERYTHING)
    seen = imagined(story, back[1:], as_of=now())
    apply(article_id=story.pk, changes=back[1:], by=None, may=EVERYTHING)
    assert [slide.key for slide in seen.slides] == there
    for language in ("en", "da"):
        assert build(seen, language) == build(before, language)
    # Of a row of which nothing is kept nothing is imagined.
    assert imagined(story, [PutBack("3", "bcdfg")], as_of=now()) == working_copy(story)


keys = st.sampled_from([f"k{number}" for number in range(6)])


@given(
    kinds=st.lists(st.sampled_from(["slide", "link"]), max_size=6),
    moves=st.lists(st.tuples(keys, st.one_of(st.just(""), keys)), max_size=8),
)
def test_moving_loses_no_row_and_keeps_links_with_their_slide(kinds, moves):
    board = tuple(order.Row(f"k{at}", kind) for at, kind in enumerate(kinds))
    for key, behind in moves:
        before, anchors = board, order.anchors(board)
        board = order.move(board, key, behind)
        assert sorted(board, key=repr) == sorted(before, key=repr)
        if any(row.key == key and row.kind == "slide" for row in board):
            with_it = {link for link, slide in anchors.items() if slide == key}
            assert with_it <= {link for link, at in order.anchors(board).items() if at == key}
        assert order.move(board, key, order.above(board, key)) == board
