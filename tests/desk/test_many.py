"""Many articles at once: each through its own verb, with its own rights, none stopping the others."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from articles.models.article import Article
from articles.models.edition import Edition
from articles.publishing import publish
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page, said

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
MANY = f"{LIST}many/"
READY = {"stage_en": "ready", "stage_da": "ready"}


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(newsroom.MONDAY):
        yield


def ask(desk: Desk, action: str, *articles: Article, **more: Any) -> Page:
    """Tick the articles and press the button: the page that asks."""
    data = {"action": action, "_selected_action": [each.pk for each in articles], **more}
    return desk._page(MANY, desk.client.post(MANY, data), "many")


def carry_out(desk: Desk, page: Page, **typed: Any) -> Page:
    """Say yes, and press Continue until all is done."""
    page = desk.send(page, form="step", button="", **typed)
    while "Continue" in page.root.texts('form[id="step"] button'):
        page = desk.send(page, form="step", button="")
    return page


def outcomes(page: Page) -> dict[str, str]:
    rows = page.root.all("li.outcome")
    return {row.texts("a.name")[0]: row.texts(".cnt")[0] for row in rows}


def live(article: Article) -> list[str]:
    rows = Edition.objects.live(newsroom.MONDAY).filter(article=article)
    return sorted(rows.values_list("language", flat=True))


def test_what_the_gate_stops_is_listed_and_the_rest_goes_out(editor: Desk) -> None:
    good = newsroom.article("Good", "God", **READY)
    bad = newsroom.article("Bad", "Slem", **READY, standfirst_da="")
    old = newsroom.live("Old", "Gammel")
    page = carry_out(editor, ask(editor, "publish", good, bad, old))
    assert outcomes(page) == {"Good": "Done", "Bad": "Stopped", "Old": "Nothing to do"}
    assert "There is no standfirst" in page.root.texts("li.outcome ul.findings li")[0]
    assert (live(good), live(bad), live(old)) == (["da", "en"], [], ["da", "en"])


def test_what_is_in_writing_or_scheduled_is_left_alone(editor: Desk) -> None:
    draft = newsroom.article("Draft", "Kladde")
    half = newsroom.article("Half", "Halv", stage_en="ready")
    later = newsroom.article("Later", "Senere", **READY)
    newsroom.publish(later, "da", at=newsroom.MONDAY + dt.timedelta(hours=5))
    page = carry_out(editor, ask(editor, "publish", draft, half, later))
    assert outcomes(page) == {"Draft": "Stopped", "Half": "Done", "Later": "Done"}
    told = {row.texts("a.name")[0]: row.texts(".message")[0] for row in page.root.all("li.outcome")}
    assert told == {
        "Draft": "English is still in writing: mark it as ready first. "
        "Danish is still in writing: mark it as ready first.",
        "Half": "Published: English. Danish is still in writing: mark it as ready first.",
        "Later": "Published: English. "
        "Danish is scheduled. Its own publish panel asks what becomes of that.",
    }
    assert (live(draft), live(half), live(later)) == ([], ["en"], ["en"])


def test_one_language_of_each(editor: Desk) -> None:
    one = newsroom.article(**READY)
    carry_out(editor, ask(editor, "publish", one), languages=["en"])
    assert live(one) == ["en"]


def test_one_that_fails_does_not_stop_the_others(
    editor: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = newsroom.article("First", "Første", **READY)
    second = newsroom.article("Second", "Anden", **READY)

    def failing(*, article: Article, **options: Any) -> Any:
        if article.pk == first.pk:
            raise RuntimeError
        return publish.publish(article=article, **options)

    monkeypatch.setattr("articles.desk.listing.acts.publish", failing)
    page = carry_out(editor, ask(editor, "publish", first, second))
    assert outcomes(page) == {"First": "Failed", "Second": "Done"}


def test_what_was_changed_since_it_was_shown_is_not_published(editor: Desk) -> None:
    one = newsroom.article(**READY)
    page = ask(editor, "publish", one)
    newsroom.change(one, standfirst_en="Something else.")
    assert outcomes(carry_out(editor, page)) == {"The last rung": "Stopped"}
    assert live(one) == []


def test_a_writer_changes_the_own_ones_only(cast: Cast, writer: Desk) -> None:
    own = newsroom.article("Own", "Egen", owner=cast.writer)
    strange = newsroom.live("Strange", "Fremmed", owner=cast.editor, only="en")
    page = carry_out(writer, ask(writer, "stage", own, strange))
    assert outcomes(page) == {"Own": "Done", "Strange": "Not yours to do"}
    assert said(own, "stage_en", "stage_da") == ("ready", "ready")
    assert said(strange, "stage_en", "stage_da") == ("writing", "writing")


@pytest.mark.parametrize("action", ["publish", "withdraw", "people", "nonsense"])
def test_a_writer_is_not_offered_the_rest(cast: Cast, writer: Desk, action: str) -> None:
    own = newsroom.article(owner=cast.writer)
    assert ask(writer, action, own).status == 403
    offers = writer.open(LIST).root.texts(".many-bar .acts button")
    assert offers == ["Mark as ready…", "Set topic…", "Duplicate…"]


def test_fields_can_be_put_back(cast: Cast, editor: Desk) -> None:
    harbour = newsroom.topic("Harbour", "Havn")
    one, two = newsroom.article("One", "En"), newsroom.article("Two", "To")
    before = one.topic_id
    page = carry_out(editor, ask(editor, "topic", one, two), topic=harbour.pk)
    assert said(one, "topic_id") == said(two, "topic_id") == (harbour.pk,)
    newsroom.change(two, topic=None)  # somebody else, meanwhile
    undone = carry_out(editor, editor.send(page, form="step", button="undo"))
    assert outcomes(undone) == {"One": "Done", "Two": "Stopped"}
    assert said(one, "topic_id") == (before,)
    assert said(two, "topic_id") == (None,)


def test_people_are_given_work(cast: Cast, editor: Desk) -> None:
    one = newsroom.article()
    carry_out(editor, ask(editor, "people", one), assignee_da=cast.translator.pk)
    assert said(one, "assignee_da", "owner") == (cast.translator, None)


def test_the_chief_withdraws_with_a_reason(chief: Desk) -> None:
    one, draft = newsroom.article("One", "En"), newsroom.article("Draft", "Kladde")
    newsroom.publish(one, "en")
    page = ask(chief, "withdraw", one, draft)
    assert (
        "Say why. Readers see this on the page that is gone."
        in chief.send(page, form="many", button="").errors
    )
    done = carry_out(chief, page, reason_en="Wrong.", reason_da="Forkert.")
    assert outcomes(done) == {"One": "Done", "Draft": "Nothing to do"}
    assert live(one) == []


def test_all_that_the_list_found(editor: Desk) -> None:
    for number in range(3):
        newsroom.article(f"Bridge {number}", f"Bro {number}")
    newsroom.article("Other", "Anden")
    page = ask(editor, "stage", across="1", found="q=bridge")
    assert len(outcomes(carry_out(editor, page))) == 3


def test_a_job_is_for_whoever_began_it(editor: Desk, chief: Desk) -> None:
    page = ask(editor, "stage", newsroom.article())
    begun = editor.send(page, form="step", button="")
    assert chief.open(begun.address).status == 404


def test_nothing_ticked(editor: Desk) -> None:
    response = editor.client.post(MANY, {"action": "stage"}, follow=True)
    assert "Tick the articles first." in response.content.decode()


def test_a_copy_begins_anew(cast: Cast, editor: Desk) -> None:
    one = newsroom.article(import_ref={"en": "x"}, stage_en="ready", stage_da="not_planned")
    newsroom.link(one, newsroom.article("Other", "Anden"), after=one.slides.first())
    newsroom.byline(one)
    newsroom.publish(one, "en")
    editor.client.post(f"{LIST}{one.pk}/duplicate/")
    copy = Article.objects.latest("pk")
    assert (copy.owner, copy.import_ref) == (cast.editor, {})
    assert said(copy, "headline_da", "slug_en", "stage_en", "stage_da") == (
        "Det nederste trin",
        "",
        "writing",
        "not_planned",
    )
    assert [s.heading_en for s in copy.slides.all()] == ["Step 1", "Step 2", "Step 3"]
    assert not {s.key for s in copy.slides.all()} & {s.key for s in one.slides.all()}
    assert copy.links.get().after == copy.slides.first()
    assert copy.bylines.count() == 1 and not copy.editions.exists()


def test_copies_from_the_bar_lead_to_the_copy(cast: Cast, writer: Desk) -> None:
    own = newsroom.article(owner=cast.writer)
    page = carry_out(writer, ask(writer, "copy", own))
    copy = Article.objects.latest("pk")
    assert copy.pk != own.pk
    assert page.root.one("li.outcome a.name")["href"].endswith(f"/{copy.pk}/change/")
