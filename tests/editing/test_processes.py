"""Several processes write in one article at the same time: no acknowledged word is lost."""

import pytest

from articles.models.article import Article
from articles.models.desk import Sitting
from tests import newsroom
from tests.publishing.processes import actors

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = 40


def test_what_was_taken_is_there_whoever_else_wrote(database_url):
    article = newsroom.article(slides=2)
    one, two = article.slides.all()
    places = [("", "editor_note", ""), (one.key, "heading", "en"), (two.key, "heading", "en")]
    for slide in (one, two):
        newsroom.change(slide, heading_en="", heading_da="")
    with actors(database_url, 2) as company:
        for row, field, language in places:
            for name, actor in zip("ab", company, strict=True):
                words = [f"{name}{number}" for number in range(WORDS if not row else 10)]
                actor.tell(
                    "write_words",
                    article=article.pk,
                    row=row,
                    field=field,
                    language=language,
                    words=words,
                )
            taken = [word for actor in company for word in actor.hear()["taken"]]
            row_now = article.slides.get(key=row) if row else Article.objects.get(pk=article.pk)
            column = f"{field}_{language}".rstrip("_")
            assert sorted(getattr(row_now, column).split()) == sorted(taken)
            assert len(taken) == 2 * (WORDS if not row else 10)
    article.refresh_from_db()
    # Every act that wrote took a number of its own.
    assert article.version == 2 * (WORDS + 20)
    assert Sitting.objects.filter(article=article).count() == 2  # as it was first, and nobody's
