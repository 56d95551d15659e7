"""Replace words, a person's name as a rule, in all that is kept of an article; for good.

Every Edition, the working copy in both languages, every version and every change that led to it,
public notes, reasons, sheets, what the desk's log says, and the addresses. Readers get the new
words at once; no date moves, and nothing is noted on the page.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from articles.document.serialise import load
from articles.editing import sittings
from articles.models.article import Article, CrossLink, Slide
from articles.models.beside import Gist
from articles.models.edition import Edition
from articles.models.erasure import Erasure
from articles.models.generation import advance
from articles.models.staff import User
from articles.publishing import desk_log, journal, overwriting, related
from articles.publishing.due import due
from articles.publishing.errors import (
    NoReasonGiven,
    NothingToReplace,
    WasErased,
    WordsInReason,
    WrittenSince,
)
from articles.publishing.holdings import EDITIONS, photos_of
from articles.publishing.lock import hold, lock
from articles.publishing.overtaken import overtaken
from articles.publishing.renaming import Renamed, as_mapping, claim, renamed
from articles.publishing.rewriting import Found, look, watched, write
from articles.text.languages import LANGUAGES
from articles.text.replacing import Pair, Replacing


@dataclass(frozen=True, slots=True)
class Plan:
    """What anonymising would change: texts and addresses."""

    found: Found
    addresses: tuple[Renamed, ...]

    @property
    def mark(self) -> str:
        return self.found.mark

    @property
    def is_empty(self) -> bool:
        return self.found.is_empty and not self.addresses


def plan(article: Article, replacing: Replacing, *, now: dt.datetime, library: bool = True) -> Plan:
    """What would be replaced in `article`, and, with `library`, in the words of its photos there.

    Without it they come back with the photo's next correction, or when the article is published.
    """
    addresses = renamed(article, replacing, now=now)
    photos = photos_of(article.pk) if library else []
    return Plan(look(article.pk, replacing.of(as_mapping(addresses)), photos=photos), addresses)


@transaction.atomic
def anonymise(
    *,
    article: Article | int,
    replacing: Replacing,
    by: User | None,
    reason: str,
    library: bool = True,
    seen: str = "",
    again: journal.Entry | None = None,
) -> Erasure:
    """Replace the words, and write down that it was done; `photos_due` of its details wait for
    catch_up, to be called after the commit.

    `seen` is the mark of the plan that the editor was shown. Raises NoReasonGiven, WordsInReason,
    WasErased, WrittenSince or NothingToReplace; then nothing was written.
    """
    _require_reason(reason, replacing)
    overwriting.begin()
    locked, now = lock(article if isinstance(article, int) else article.pk)
    if locked.erased_at:
        raise WasErased
    if library:
        hold(photos_of(locked.pk))
    planned = plan(locked, replacing, now=now, library=library)
    if seen and seen != planned.mark:
        raise WrittenSince
    if planned.is_empty and again is None:
        raise NothingToReplace
    overtaken(locked, LANGUAGES, now)
    claim(locked, planned.addresses)
    write(planned.found)
    watched(locked.pk, replacing)
    _relate_anew(locked)
    desk_log.rewrite_slots(replacing)
    _tell_open_pages(locked, planned.found)
    overwriting.end()
    photos = planned.found.rows("photo")
    due(photos)
    row = journal.note(
        locked,
        Erasure.Kind.ANONYMISE,
        by=by,
        at=now,
        reason=reason,
        languages=list(LANGUAGES),
        details=_details(planned),
        words=sealed_words(replacing, library=library),
        again=again,
    )
    advance()
    return row


def _require_reason(reason: str, replacing: Replacing) -> None:
    if not reason.strip():
        raise NoReasonGiven
    if replacing.apply(reason) != reason or replacing.left(reason):
        raise WordsInReason


def _tell_open_pages(article: Article, found: Found) -> None:
    """Pages that are open at the desk fetch what is newer than they are; sittings end here."""
    version = article.version + 1
    Article.objects.filter(pk=article.pk).update(version=version, words_version=version)
    Slide.objects.filter(pk__in=found.rows("slide")).update(version=version)
    CrossLink.objects.filter(pk__in=found.rows("link")).update(version=version)
    sittings.close_all(article)


def _relate_anew(article: Article) -> None:
    """What it is about is kept word by word as well, of what is live or to come."""
    known = Gist.objects.filter(article=article).values_list("language", flat=True)
    for language in [code for code in LANGUAGES if code in set(known)]:
        chain = Edition.objects.standing().filter(article=article, language=language)
        edition = chain.order_by("-number").first()
        if edition is None:
            related.forget(article.pk, [language])
        else:
            related.relate(edition, load(edition.document))


def _details(planned: Plan) -> dict[str, Any]:
    """In numbers, for the log: nothing of what was replaced."""
    counts: dict[str, int] = {}
    for name, _row in planned.found.values:
        counts[name] = counts.get(name, 0) + 1
    return {
        "rows": counts,
        "editions": planned.found.rows(EDITIONS.name),
        "addresses": len(planned.addresses),
        "photos": planned.found.rows("photo"),
    }


def sealed_words(replacing: Replacing, *, library: bool) -> dict[str, Any]:
    """What it takes to do it again."""
    return {
        "pairs": [[pair.words, pair.instead] for pair in replacing.pairs],
        "genitive": replacing.genitive,
        "exact": replacing.exact,
        "library": library,
    }


def unsealed(words: dict[str, Any]) -> tuple[Replacing, bool]:
    """The same way back: what replaces what, and whether in the library too."""
    pairs = tuple(Pair(each, instead) for each, instead in words["pairs"])
    return Replacing(pairs, words["genitive"], words["exact"]), words["library"]
