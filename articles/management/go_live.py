"""Publish an imported article as far as that is an import's business."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from articles.gate.registry import Finding, Level, Place
from articles.importing import alts, topics
from articles.importing.lines import Why
from articles.importing.parts import Manuscript
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.translated import read
from articles.publishing.errors import Refused
from articles.publishing.publish import publish
from articles.publishing.state import State, standings
from articles.reader import addresses
from articles.text.languages import other


@dataclass(frozen=True, slots=True)
class Tried:
    """What stood in the way of publishing (nothing: it is live), and what to look at."""

    findings: Sequence[Finding] = ()
    warnings: Sequence[str] = ()


def go_live(article: Article, manuscript: Manuscript) -> Tried:
    """Publish `article` in the manuscript's language, unless the desk has decided otherwise.

    What is live, scheduled or withdrawn stays as it is: importing twice changes nothing.
    """
    language = manuscript.language
    state = standings(article, as_of=database_now())[language].state
    if state in (State.LIVE, State.CHANGED):
        return Tried()
    if state is State.SCHEDULED:
        return Tried(warnings=(_("The article is scheduled, and stays so."),))
    if state is State.WITHDRAWN:
        return _held("import.withdrawn", language, _("It was withdrawn. Publish it at the desk."))
    if manuscript.says(Why.EMBARGO) and article.embargo_until is None:
        return _held(
            "import.embargo",
            language,
            _("The manuscript names an embargo. Set it on the article, then publish."),
        )
    try:
        return Tried(warnings=_publish(article, language))
    except Refused as refused:
        return Tried(findings=refused.findings)


@transaction.atomic
def _publish(article: Article, language: str) -> list[str]:
    """Publish, with what stands in for a missing topic and alt texts; all of it or nothing."""
    warnings = [alts.stand_in(article, language)]
    if topics.ensure(article):
        warnings.append(_("There was no topic yet, so one was made for the article. Check it."))
    publish(article=article, languages=[language], by=None)
    return [warning for warning in warnings if warning]


def _held(code: str, language: str, message: str) -> Tried:
    return Tried(findings=(Finding(code, Level.BLOCKS, Place("", language), message),))


def slide_numbers(article: Article, language: str) -> dict[str, int]:
    """Return the numbers of the slides as readers of `language` count them, by key."""
    keys = article.slides.exclude(languages=other(language)).values_list("key", flat=True)
    return {key: number for number, key in enumerate(keys, 1)}


def urls(article: Article) -> dict[str, str]:
    """Return the addresses at which `article` is live, by language."""
    live = Edition.objects.live(database_now()).filter(article=article).select_related("topic")
    return {
        edition.language: addresses.absolute(
            addresses.article(
                edition.language, read(edition.topic, "slug", edition.language), edition.slug
            )
        )
        for edition in live.order_by("-language")
    }
