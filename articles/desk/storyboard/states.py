"""Where both languages stand, as JSON for the page: what language heads and banners show."""

import datetime as dt
from typing import Any, Final

from articles.desk.publish.banner import banner
from articles.desk.states import words
from articles.models.article import Article
from articles.models.translated import read
from articles.publishing.state import Standing, standings
from articles.text.languages import LANGUAGES

Json = dict[str, Any]

STAGES: Final = tuple(Article.Stage)


def states_of(
    article: Article, now: dt.datetime, *, found: dict[str, Standing] | None = None
) -> dict[str, Json]:
    """{language: {"state", "text", "class", "stage", "changed", "banner"}}: eleven queries.

    `state` (and the glyph's `class`) is a value of publishing.state.State, `text` says it in
    words; `stage` is what the editor switches: writing, ready or not_planned. `banner` tells of
    a publication that waits or failed, or is None. `found` spares nine queries.
    """
    standing = found or standings(article, as_of=now)
    told = banner(article)
    return {
        language: {
            "state": str(standing[language].state),
            "text": words(standing[language]),
            "class": str(standing[language].state),
            "stage": read(article, "stage", language),
            "changed": standing[language].unpublished_changes,
            "banner": told,
        }
        for language in LANGUAGES
    }


def stages() -> list[tuple[str, str]]:
    """The choices of a language head's switch, in words."""
    return [(stage.value, str(stage.label)) for stage in STAGES]
