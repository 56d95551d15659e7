"""What is kept of a take-down: who, when, why, what became of each page, and the files' hashes."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.desk.conflicts import called
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.photos.facts import Fact
from articles.desk.rights import Anyone, visible_to
from articles.desk.schedule import said
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.photo import Photo, TakeDown
from articles.models.translated import read_any
from articles.photos.storage import quarantined
from articles.publishing.take_down import Choice, plan_of
from articles.publishing.uses import address_of


@dataclass(frozen=True, slots=True)
class Replaced:
    """One page: its Edition that had the photo, and the one that took its place."""

    language: str
    text: str
    address: str
    before: str


@dataclass(frozen=True, slots=True)
class OfArticle:
    article: int
    headline: str
    href: str
    choice: str
    pages: tuple[Replaced, ...]


@dataclass(frozen=True, slots=True)
class File:
    name: str
    sha256: str
    where: str
    is_quarantined: bool


def facts(row: TakeDown) -> list[Fact]:
    found = [
        Fact(_("Taken down"), said(row.at)),
        Fact(_("By"), called(row.by)),
        Fact(_("Reason"), row.reason),
        Fact(_("Off every page"), said(row.done_at) if row.done_at else _("not yet, see below")),
    ]
    if row.released_at:
        found.append(Fact(_("Released"), f"{said(row.released_at)}, {called(row.released_by)}"))
    return found


def originals(photo: Photo) -> list[File]:
    """The files as they came in, and whether they lie in quarantine."""
    return [
        File(
            name=each.filename or each.file,
            sha256=each.sha256,
            where=quarantined(each.file),
            is_quarantined=default_storage.exists(quarantined(each.file)),
        )
        for each in photo.originals.all()
    ]


def articles(row: TakeDown, *, user: Anyone) -> list[OfArticle]:
    """What was decided of each article, and what its pages became: five queries."""
    plan = plan_of(row)
    before = _before(row)
    ids = {*plan["articles"], *(edition.article_id for edition in before)}
    language = get_language() or "en"
    visible = Article.objects.in_bulk(ids)
    seen = set(visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))
    after = _after(row, ids)
    return [
        OfArticle(
            article=pk,
            headline=read_any(visible[pk], "headline", language) or f"#{pk}",
            href=reverse("admin:articles_article_change", args=[pk]) if pk in seen else "",
            choice=_choice(plan["articles"].get(pk, plan["default"])),
            pages=tuple(_replaced([e for e in before if e.article_id == pk], after)),
        )
        for pk in sorted(ids & visible.keys())
    ]


def _before(row: TakeDown) -> list[Edition]:
    """The Editions that showed it and had not ended when it was taken down."""
    ended = Q(live_until__isnull=True) | Q(live_until__gte=row.at) | Q(cancelled_at__gte=row.at)
    shown = Edition.objects.filter(photos=row.photo, published_at__lt=row.at)
    shown = shown.exclude(cancelled_at__lt=row.at)
    return list(shown.filter(ended).defer("document", "card").order_by("language", "number"))


def _after(row: TakeDown, ids: set[int]) -> list[Edition]:
    made = Edition.objects.filter(article__in=ids, published_at__gte=row.at)
    without = made.exclude(photos=row.photo).select_related("topic").defer("document", "card")
    return list(without.order_by("number"))


def _replaced(before: list[Edition], after: list[Edition]) -> Iterator[Replaced]:
    taken: set[int] = set()
    for old in before:
        new = next(
            (
                each
                for each in after
                if (each.article_id, each.language) == (old.article_id, old.language)
                and each.number > old.number
                and each.pk not in taken
            ),
            None,
        )
        here = reverse("admin:articles_article_edition", args=[old.article_id, old.pk])
        values = {"language": LANGUAGE_NAMES[old.language], "old": old.number}
        if new is None:
            yield Replaced(
                old.language, _("%(language)s: edition %(old)s, not yet done") % values, "", here
            )
            continue
        taken.add(new.pk)
        text = _("%(language)s: edition %(new)s in place of edition %(old)s")
        is_live = new.is_live(database_now())
        address = address_of(new) if is_live else ""
        yield Replaced(old.language, text % {**values, "new": new.number}, address, here)


def _choice(choice: Choice) -> str:
    if choice.kind == "substitute":
        return _("Photo %(number)s instead") % {"number": choice.substitute}
    return _("The slide is dropped") if choice.kind == "drop" else _("No photo")
