"""What people read of an import."""

import pytest

from articles.models.article import Article
from tests import newsroom
from tests.importing.command import run
from tests.importing.conftest import MakeFolder

pytestmark = pytest.mark.django_db


def test_it_tells_people_what_became_of_the_file(photos: MakeFolder) -> None:
    newsroom.topic()
    ran = run("doubtful.en.txt", photos=photos(4), json=False)
    article = Article.objects.get(headline_en="Why snow squeaks")
    draft = Article.objects.get(headline_en="Ice that remembers")
    assert ran.out.splitlines() == [
        f"Article {article.pk}, English: imported.",
        "  Headline    Why snow squeaks",
        "  Kicker      SCIENCE",
        "  Standfirst  Cold snow makes a noise under a boot. Warm snow does not. It all comes down to ten",
        "              degrees.",
        "  Slides      4",
        "  Credits     3",
        "  Sources     The Snow Desk",
        "  Teasers     Ice that remembers",
        "  Lines       16 used, 0 dropped, 22 blank, 8 need you",
        "Needs you:",
        "     4  says that this is paid content: set that on the article, put aside: Annoncørbetalt indhold",
        "     8  more than one paragraph before the first slide, kept as standfirst: It all comes down to ten",
        "        degrees.",
        "    16  used as a heading, but it reads like text, kept as heading, slide 2: The break is the",
        "        squeak.",
        "    22  a slide without photo credit, or a subheading, kept as heading, slide 3: A field recording",
        "    30  a second photo credit in one slide, put aside, slide 4: Photo: Anna Fjeld",
        "    36  text after the end of the article, put aside: All texts on this page may be shared by",
        "        schools as long as they name the author.",
        "    40  a teaser without text, or the name of a section, put aside: Nature",
        "    46  does not fit the list of other articles, put aside: This line was pasted here by accident.",
        "        Nobody knows by whom. It belongs to no article in the list and has no title.",
        "New drafts, mentioned and not there yet:",
        f"  {draft.pk:>4}  Ice that remembers",
        "Look at this:",
        "  No topic was given: the article goes under the first. Check it.",
    ]


def test_it_lists_every_line_to_those_who_ask() -> None:
    ran = run("countdown.en.txt", json=False, verbosity=2)
    assert "     5  heading: 3) The great green bush-cricket" in ran.out.splitlines()
    assert "    24  link to another article: How to record a sound you cannot hear" in ran.out


def test_it_says_what_keeps_an_article_from_its_readers() -> None:
    newsroom.topic()
    ran = run("countdown.en.txt", json=False, publish=True)
    assert "Not published because:" in ran.out.splitlines()
    assert "  Slide 2: The slide has no photo. Choose one." in ran.out.splitlines()


def test_it_says_that_it_was_there_before() -> None:
    run("countdown.en.txt")
    article = Article.objects.get(headline_en="The three loudest insects of the north")
    ran = run("countdown.en.txt", json=False)
    assert ran.out.splitlines()[0] == (
        f"Article {article.pk}, English: was imported before; its words stay as they are."
    )
    assert run("clean.da.txt", json=False, dry_run=True).out.splitlines()[0] == (
        "Dansk: nothing was written."
    )


def test_it_speaks_the_language_of_the_terminal(terminal: pytest.MonkeyPatch) -> None:
    terminal.setenv("LANG", "da_DK.UTF-8")
    ran = run("countdown.en.txt", json=False)
    assert "  Overskrift     The three loudest insects of the north" in ran.out.splitlines()
    assert "findes ikke" in run("capture.en.txt", photos="missing").message
