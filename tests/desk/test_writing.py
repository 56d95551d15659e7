"""An article is written, in two languages, on one page."""

import pytest

from articles.models.article import Article, CrossLink, Slide
from articles.models.staff import User
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, headings, said

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def test_a_new_article_is_its_writers(writer: Desk, cast: Cast) -> None:
    page = writer.open("/admin/articles/article/add/", form="article_form")
    saved = writer.send(page, headline_en="  The  last rung ", headline_da="Det nederste trin")
    article = Article.objects.get()
    assert saved.status == 200
    assert said(article, "headline_en", "headline_da") == ("The last rung", "Det nederste trin")
    assert article.owner == cast.writer
    assert not article.slides.exists()  # the empty slide on the page was left empty


def test_a_slide_is_written_with_the_article(writer: Desk) -> None:
    page = writer.open("/admin/articles/article/add/", form="article_form")
    typed = {
        "headline_en": "The last rung",
        "slides-0-heading_en": "Down",
        "slides-0-body_en": "First.\r\n\r\nThen <script>alert(1)</script><b>this</b>.",
        "slides-0-heading_da": "Ned",
    }
    writer.send(page, **typed)
    slide = Slide.objects.get()
    assert said(slide, "heading_en", "heading_da", "languages") == ("Down", "Ned", "both")
    assert said(slide, "body_en") == ("<p>First.</p><p>Then <strong>this</strong>.</p>",)
    assert slide.order


def test_text_is_shown_as_it_was_typed(writer: Desk, cast: Cast) -> None:
    article = newsroom.article(owner=cast.writer, slides=1)
    newsroom.change(article.slides.get(), body_da="<p>Først.</p><ul><li>et</li><li>to</li></ul>")
    page = writer.article(article)
    assert page.values["slides-0-body_da"] == "Først.\n\n- et\n- to"


def test_a_slide_is_duplicated_right_behind_itself(writer: Desk, cast: Cast) -> None:
    article = newsroom.article(owner=cast.writer)
    second = article.slides.all()[1]
    page = writer.article(article)
    writer.send(page, button="", _duplicate=str(second.pk), headline_en="Typed besides")
    assert headings(article) == ["Step 1", "Step 2", "Step 2", "Step 3"]
    assert len({slide.key for slide in article.slides.all()}) == 4
    assert said(article, "headline_en") == ("Typed besides",)


def test_without_script_a_button_adds_a_slide(writer: Desk, cast: Cast) -> None:
    article = newsroom.article(owner=cast.writer)
    writer.send(writer.article(article), button="_add_slide")
    assert headings(article) == ["Step 1", "Step 2", "Step 3", ""]


def test_the_links_of_a_deleted_slide_go_to_the_one_before(writer: Desk, cast: Cast) -> None:
    article = newsroom.article(owner=cast.writer, slides=4)
    first, second, third, _fourth = article.slides.all()
    after_third = newsroom.link(article, "https://example.org/", after=third, label_en="More")
    after_first = newsroom.link(article, newsroom.article("Another"), after=first)
    page = writer.article(article)
    writer.send(page, **{"slides-1-DELETE": "on", "slides-2-DELETE": "on"})
    assert headings(article) == ["Step 1", "Step 4"]
    after_third.refresh_from_db()
    after_first.refresh_from_db()
    assert (after_third.after, after_first.after) == (first, first)
    assert second.pk not in CrossLink.objects.values_list("after", flat=True)


def test_a_link_put_after_a_slide_that_is_deleted_at_once_finds_its_place(
    writer: Desk, cast: Cast
) -> None:
    article = newsroom.article(owner=cast.writer)
    first, second, _third = article.slides.all()
    newsroom.link(article, "https://example.org/", after=first)
    page = writer.article(article)
    writer.send(page, **{"slides-1-DELETE": "on", "links-0-after": str(second.pk)})
    assert CrossLink.objects.get().after == first


def test_an_address_may_be_typed_as_words(writer: Desk, cast: Cast) -> None:
    article = newsroom.article(owner=cast.writer)
    writer.send(writer.article(article), slug_da="Æbler og pærer på Ærø")
    assert said(article, "slug_da") == ("aebler-og-paerer-paa-aeroe",)


def test_an_address_that_another_article_holds_is_refused(editor: Desk) -> None:
    held, wanting = newsroom.article("Held"), newsroom.article("Wanting")
    newsroom.publish(held)
    page = editor.send(editor.article(wanting), slug_en="held")
    assert page.errors == ["Another article has this address. Type a different one."]


def test_a_link_needs_an_article_or_an_address(writer: Desk, cast: Cast) -> None:
    article = newsroom.article(owner=cast.writer)
    newsroom.link(article, "https://example.org/")
    page = writer.send(writer.article(article), **{"links-0-url": ""})
    assert page.errors == ["Choose an article or give a web address: one of them."]


@pytest.mark.parametrize("language", ["en", "da"])
def test_both_languages_are_written_whatever_the_desk_speaks(cast: Cast, language: str) -> None:
    article = newsroom.article(owner=cast.writer)
    User.objects.filter(pk=cast.writer.pk).update(interface_language=language)
    desk = Desk(User.objects.get(pk=cast.writer.pk))
    desk.send(desk.article(article), headline_en="New", **{"slides-0-heading_da": "Nyt"})
    assert said(article, "headline_en", "headline_da") == ("New", "Det nederste trin")
    slide = article.slides.first()
    assert slide is not None
    assert said(slide, "heading_en", "heading_da") == ("Step 1", "Nyt")
