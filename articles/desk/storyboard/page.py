"""What the storyboard's template is given: the article's own fields, its rows, its states."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.desk import states
from articles.desk.asking import rights_of, staff
from articles.desk.publish.owed import banners
from articles.desk.rights import Rights, may
from articles.desk.storyboard import config
from articles.desk.storyboard.fields import LABELS, Choice, Field, of
from articles.desk.storyboard.photos import Cell, cell
from articles.desk.storyboard.rows import NEW, Leaf, Row, link_row, rows, slide_row
from articles.models.article import Article, Byline
from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.models.translated import read_any
from articles.publishing.snapshot import PARTS
from articles.publishing.state import Standing, State, standings
from articles.text.dates import local
from articles.text.languages import LANGUAGES

COVER: Final = (
    "kicker",
    "headline",
    "slug",
    "standfirst",
    "seo_title",
    "seo_description",
    "stage",
)
SETTINGS: Final = ("topic", "commercial", "sponsor", "embargo_until", "editor_note")
PEOPLE: Final = ("owner", "assignee_en", "assignee_da")

ONE: Final = (
    "topic",
    "owner",
    "assignee_en",
    "assignee_da",
    "lead_photo__credit",
    "lead_photo__substitute__credit",
)
MANY: Final = (*PARTS, "links__target")
SHEETS: Final = (
    "desk/publish/panel.css",
    *(
        f"desk/storyboard/{name}.css"
        for name in (
            "board",
            "rows",
            "fields",
            "text",
            "media",
            "notes",
            "store",
            "parts",
            "keys",
            "preview",
            "publish",
        )
    ),
)


@dataclass(frozen=True, slots=True)
class Chip:
    """One of a short list: a byline with its role, or a source."""

    id: int
    label: str
    role: str = ""
    role_label: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one language's column."""

    language: str
    name: str
    state: str
    words: str
    stages: tuple[Choice, ...] = ()  # of its switch, for those who write this language


@dataclass(frozen=True, slots=True)
class Board:
    heads: tuple[Head, ...]
    cover: tuple[Leaf, ...]
    settings: Mapping[str, Field]
    people: tuple[Field, ...]
    lead: Field
    lead_photo: Photo | None
    bylines: tuple[Chip, ...]
    sources: tuple[Chip, ...]
    roles: tuple[Choice, ...]
    rows: tuple[Row, ...]
    new_slide: Row | None
    new_link: Row | None
    formsets: tuple[Any, ...]
    plain_lists: tuple[Any, ...] = ()

    @property
    def lead_cell(self) -> Cell | None:
        return cell(self.lead_photo)

    @property
    def slides(self) -> int:
        return sum(row.kind == "slide" for row in self.rows)


def fetch(articles: QuerySet[Article], pk: int) -> Article | None:
    """The article with all that its page shows, in seven queries whatever its length."""
    article = articles.filter(pk=pk).select_related(*ONE).prefetch_related(*MANY).first()
    if article is not None:
        slides = {slide.pk: slide for slide in article.slides.all()}
        for link in article.links.all():
            link.after = slides.get(link.after_id or 0)
    return article


def context(request: HttpRequest, context: Mapping[str, Any]) -> dict[str, Any]:
    """The names of `admin/articles/storyboard/form.html`, from those of the admin's own form."""
    article: Article | None = context["original"]
    granted = rights_of(request, article)
    now = database_now()
    found = standings(article, as_of=now) if article else None
    form = context["adminform"].form
    formsets = {each.formset.prefix: each.formset for each in context["inline_admin_formsets"]}
    board = assemble(form, formsets, found)
    return {
        "board": board,
        # All of the width is for the two languages; the way out is in the breadcrumbs.
        "is_nav_sidebar_enabled": False,
        "sheets": SHEETS,
        **labels(),
        "embargo": _moment(form["embargo_until"].value()),
        "rights": granted,
        "why_closed": _why_closed(request, article, granted, found),
        "may_add": may(request.user, "add_article"),
        # Of a new article the button comes with the first save.
        "offers_publishing": granted.panel,
        "counts_reads": settings.COUNT_READS,
        "owed": banners(article, now) if article else [],
        "correct": request.GET.get("correct", "") if granted.correct else "",
        "me": staff(request),
        "config": config.config(request, article, board),
    }


def _why_closed(
    request: HttpRequest,
    article: Article | None,
    granted: Rights,
    found: Mapping[str, Standing] | None,
) -> str:
    """Why whoever asks can read and not write; "" for whoever can."""
    if article is None or found is None or granted.change:
        return ""
    is_live = any(where.live for where in found.values())
    if is_live and article.owner_id == staff(request).pk:
        return _("Readers have this article, so it is the editors’ now. Ask one to change it.")
    return _("You can read this article, and not change it.")


def labels() -> dict[str, Any]:
    """What rows say besides what is in them."""
    return {
        "words_en": _("English"),
        "words_da": _("Danish"),
        "absent_en": _("This slide does not stand in English."),
        "absent_da": _("This slide does not stand in Danish."),
        "label_bylines": LABELS["bylines"],
        "label_sources": LABELS["sources"],
    }


def assemble(form: Any, formsets: Mapping[str, Any], found: Mapping[str, Standing] | None) -> Board:
    """The board of one article's forms; of a new article where `found` is None."""
    heads = tuple(
        replace(head(language, found), stages=of(form, "stage", row="", language=language).choices)
        for language in LANGUAGES
    )
    slides, links = formsets.get("slides"), formsets.get("links")
    whole = form.rights.whole
    people = _people(form)
    lead = of(form, "lead_photo", row="")
    return Board(
        heads=heads,
        cover=tuple(
            Leaf(language, tuple(of(form, name, row="", language=language) for name in COVER))
            for language in LANGUAGES
        ),
        settings={name: of(form, name, row="") for name in SETTINGS},
        people=people,
        lead=lead,
        lead_photo=form.instance.lead_photo if form.instance.lead_photo_id else None,
        bylines=_bylines(form.instance),
        sources=_sources(form.instance),
        roles=tuple(Choice(value, str(label), False) for value, label in Byline.Role.choices),
        rows=tuple(rows(slides, links, {each.language: each.state for each in heads})),
        new_slide=slide_row(slides.empty_form, key=NEW) if slides is not None and whole else None,
        new_link=link_row(links.empty_form, key=NEW) if links is not None and whole else None,
        formsets=tuple(formsets.values()),
        plain_lists=tuple(
            formsets[name] for name in ("bylines", "article_sources") if name in formsets
        ),
    )


def head(language: str, found: Mapping[str, Standing] | None) -> Head:
    name = {"en": _("English"), "da": _("Danish")}[language]
    if found is None:
        return Head(language, name, State.WRITING, str(states.NAMES[State.WRITING]))
    standing = found[language]
    return Head(language, name, str(standing.state), states.words(standing))


def _people(form: Any) -> tuple[Field, ...]:
    """Who has which work; the names are asked for once."""
    open_to = [name for name in PEOPLE if not form[name].field.disabled]
    names = [(key, label) for key, label in form[open_to[0]].field.choices] if open_to else []
    return tuple(
        of(
            form,
            name,
            row="",
            choices=[
                Choice(
                    str(key or ""),
                    str(label) if key else "–",
                    str(key or "") == str(form[name].value() or ""),
                )
                for key, label in names
            ],
        )
        for name in PEOPLE
    )


def _bylines(article: Article) -> tuple[Chip, ...]:
    if not article.pk:
        return ()
    return tuple(
        Chip(each.contributor_id, each.contributor.name, each.role, each.get_role_display())
        for each in article.bylines.all()
    )


def _sources(article: Article) -> tuple[Chip, ...]:
    if not article.pk:
        return ()
    return tuple(
        Chip(each.source_id, read_any(each.source, "name", get_language() or "en"))
        for each in article.article_sources.all()
    )


def _moment(value: Any) -> dict[str, str]:
    """An embargo for the browser's inputs of date and time, on a Copenhagen clock."""
    if isinstance(value, dt.datetime):
        when = local(value)
        return {"date": f"{when:%Y-%m-%d}", "time": f"{when:%H:%M}"}
    parts = [*(value or ()), "", ""][:2] if isinstance(value, list | tuple) else ["", ""]
    return {"date": str(parts[0] or ""), "time": str(parts[1] or "")}
