"""Send a translation sheet out: what it says is kept as it was sent."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from articles.editing import order
from articles.editing.values import values_of
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.desk import Sheet
from articles.models.staff import User
from articles.sheets.lines import Line, Row, lines


class NothingToSend(Exception):
    """No text of the article has an original to be translated, or none needs it."""


def rows_of(article: Article) -> list[Row]:
    """The article's own texts, then its slides and links as they stand: five queries."""
    values = values_of(article)
    slides = {slide.key: slide for slide in article.slides.all()}
    links = {link.key: link for link in article.links.all()}
    keys = {slide.pk: slide.key for slide in slides.values()}
    board = order.flat(
        slides, [(each.key, keys.get(each.after_id or 0, "")) for each in links.values()]
    )
    rows = [Row("", "article", values[""], article.basis)]
    number = 0
    for placed in board:
        number += placed.kind == "slide"
        held: Any = slides.get(placed.key) or links[placed.key]
        is_shared = placed.kind == "link" or held.languages == "both"
        rows.append(
            Row(
                placed.key,
                placed.kind,
                values[placed.key],
                held.basis,
                number if placed.kind == "slide" else 0,
                is_shared,
            )
        )
    return rows


@transaction.atomic
def send(
    *, article_id: int, into: str, by: User | None, note: str = "", everything: bool = False
) -> tuple[Sheet, list[Line]]:
    """A sheet of what is missing or behind in language `into`, or of `everything`.

    Returns it with the lines that are too long for a spreadsheet and were left out.
    Raises NothingToSend, Article.DoesNotExist.
    """
    article = Article.objects.select_for_update(no_key=True).get(pk=article_id)
    wanted = [line for line in lines(rows_of(article), into) if everything or line.is_needed]
    sent = [line for line in wanted if not line.is_too_long]
    if not sent:
        raise NothingToSend
    sheet = Sheet.objects.create(
        article=article,
        language=into,
        note=note,
        texts=[_kept(line) for line in sent],
        by=by,
        sent_at=database_now(),
    )
    return sheet, [line for line in wanted if line.is_too_long]


def _kept(line: Line) -> dict[str, Any]:
    return {
        "row": line.row,
        "field": line.field,
        "kind": line.kind,
        "number": line.number,
        "from": line.original,
        "to": line.translation,
        "was": line.was,
    }


def sent(sheet: Sheet) -> Sequence[Line]:
    """The lines of a sheet as they were sent."""
    return [
        Line(
            each["row"],
            each["field"],
            each["kind"],
            each["number"],
            each["from"],
            each["to"],
            each["was"],
        )
        for each in sheet.texts
    ]
