"""The rows of the board, in the order of the page: plain data for its templates."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from articles.desk.storyboard.fields import Choice, Field, of
from articles.desk.storyboard.links import Seen, seen
from articles.desk.storyboard.photos import Cell, cell
from articles.desk.thumbnails import thumbnail_url
from articles.models.article import Article, CrossLink, Slide
from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.models.translated import read
from articles.text.languages import LANGUAGES
from articles.text.sanitise import clean_body, plain

TEXTS: Final = ("heading", "body", "caption", "alt")
NEW: Final = "__key__"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One language of a row. `line` is what its collapsed form says; `state` its glyph."""

    language: str
    fields: tuple[Field, ...]
    line: str = ""
    state: str = "writing"
    stands: bool = True
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A slide or a link. `form` is that of the plain form; `number` the slide's, from 1."""

    key: str
    kind: str
    form: Any
    leaves: tuple[Leaf, ...]
    whole: bool
    plain: Mapping[str, Field]
    number: int = 0
    photo: Photo | None = None
    link: CrossLink | None = None
    fresh: bool = False
    languages: str = "both"
    now: dt.datetime | None = None

    @property
    def cell(self) -> Cell | None:
        return cell(self.photo, now=self.now)

    @property
    def thumbnail(self) -> str:
        return thumbnail_url(self.photo) if self.photo else ""

    @property
    def after(self) -> list[Choice]:
        """For the plain form: the slides that a link may follow."""
        bound = self.form["after"]
        now = str(bound.value() or "")
        return [Choice(str(pk), label, str(pk) == now) for pk, label in bound.field.choices]

    @property
    def en(self) -> Leaf:
        return self.leaves[0]

    @property
    def da(self) -> Leaf:
        return self.leaves[1]


def rows(slides: Any, links: Any, states: Mapping[str, str]) -> list[Row]:
    """The forms of both lists as rows: links after the standfirst, then each slide with its own.

    `states` has each language's own state, which a slide has that is neither missing nor stale.
    """
    by_slide: dict[int | None, list[Row]] = {}
    now = database_now()
    found = seen([_target(form) for form in _filled(links)], now=now)
    for form in _filled(links):
        row = link_row(form, seen=found.get(form.instance.target_id))
        by_slide.setdefault(form.instance.after_id, []).append(row)
    board = by_slide.pop(None, [])
    for number, form in enumerate(_filled(slides), 1):
        board.append(slide_row(form, number=number, states=states, now=now))
        board += by_slide.pop(form.instance.pk, []) if form.instance.pk else []
    return board + [row for rest in by_slide.values() for row in rest]


def _target(form: Any) -> Article | None:
    return form.instance.target if form.instance.target_id else None


def _filled(formset: Any) -> Iterator[Any]:
    """Forms of rows that are there, in order; those posted and not yet saved come last."""
    yield from formset.forms if formset is not None else ()


def slide_row(
    form: Any,
    *,
    number: int = 0,
    key: str = "",
    states: Mapping[str, str] | None = None,
    now: dt.datetime | None = None,
) -> Row:
    slide: Slide = form.instance
    key = key or slide.key
    photo = slide.photo if slide.photo_id else None
    languages = str(form["languages"].value() or "both")
    return Row(
        key=key,
        kind="slide",
        form=form,
        number=number,
        photo=photo,
        now=now,
        whole=form.rights.whole,
        fresh=not slide.pk,
        languages=languages,
        plain=_plain(form, key, ("photo", "languages")),
        leaves=tuple(
            slide_leaf(form, key, language, languages, states or {}) for language in LANGUAGES
        ),
    )


def slide_leaf(
    form: Any, key: str, language: str, languages: str, states: Mapping[str, str]
) -> Leaf:
    fields = [of(form, name, row=key, language=language) for name in TEXTS]
    fields[1] = _rich(fields[1], form, language)
    words = [each.value for each in fields[:2]]
    return Leaf(
        language=language,
        fields=tuple(fields),
        line=words[0] or plain(fields[1].html)[:120],
        state=glyph(form.instance, language, any(words), states.get(language, "writing")),
        stands=languages in ("both", language),
    )


def _rich(each: Field, form: Any, language: str) -> Field:
    """What the database has, not what the plain form makes of it; typed text after a refusal."""
    stored = read(form.instance, "body", language)
    return replace(each, html=clean_body(each.value) if form.is_bound else stored)


def glyph(slide: Slide, language: str, written: bool, state: str) -> str:
    """The leaf in the collapsed line and the jump list, until the page's script knows better."""
    if not written:
        return "missing"
    return "changed" if state == "changed" else state


def link_row(form: Any, *, key: str = "", seen: Mapping[str, Seen] | None = None) -> Row:
    link: CrossLink = form.instance
    key = key or link.key
    return Row(
        key=key,
        kind="link",
        form=form,
        link=link if link.pk or link.target_id else None,
        whole=form.rights.whole,
        fresh=not link.pk,
        plain=_plain(form, key, ("target", "url")),
        leaves=tuple(
            Leaf(
                language,
                (of(form, "label", row=key, language=language),),
                seen=seen[language] if seen else None,
            )
            for language in LANGUAGES
        ),
    )


def _plain(form: Any, key: str, names: Iterable[str]) -> dict[str, Field]:
    return {name: of(form, name, row=key) for name in names}
