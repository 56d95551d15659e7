"""What an import is going to write: a manuscript met with what the newsroom has. Pure."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.importing.lines import Line, Why, clean
from articles.importing.pairing import Pair, Side
from articles.importing.parts import Manuscript, ManuscriptLink, ManuscriptSlide
from articles.importing.photos_csv import PhotoFolder, PhotoRow
from articles.importing.titles import normalise

# Characters, as the columns of the models have them.
HEADLINE_LIMIT: Final = 200
KICKER_LIMIT: Final = 80
HEADING_LIMIT: Final = 160
CAPTION_LIMIT: Final = 500
ALT_LIMIT: Final = 300


@dataclass(frozen=True, slots=True)
class ExistingSlide:
    """A slide of the article that takes a second language; `side` is its first one."""

    pk: int
    side: Side
    has_photo: bool


@dataclass(frozen=True, slots=True)
class Existing:
    """The article that an import goes into; `headline` is what it has in the new language."""

    pk: int
    headline: str = ""
    slides: tuple[ExistingSlide, ...] = ()
    has_topic: bool = False


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What there is already: article ids by normalised title, and the first topic."""

    titles: Mapping[str, int] = field(default_factory=dict)
    topic: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedPhoto:
    """A picture file for a slide, with what the photographers' list says of it."""

    file: Path
    row: PhotoRow


@dataclass(frozen=True, slots=True)
class PlannedSlide:
    """A slide in its place: one of the article's (by id), one of the manuscript's, or both.

    `number` counts the manuscript's slides from 1.
    """

    existing: int | None
    incoming: ManuscriptSlide | None
    number: int | None = None
    photo: PlannedPhoto | None = None


@dataclass(frozen=True, slots=True)
class Stub:
    """A draft for an article that others mention and that we do not have yet."""

    key: str
    headline: str
    standfirst: str = ""


@dataclass(frozen=True, slots=True)
class PlannedLink:
    """A link after the manuscript's slide `after` (0: the standfirst).

    To an article of ours, to a stub (by its key) or to an address: one of them.
    """

    after: int
    target: int | None = None
    stub: str = ""
    url: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that `load` writes, in its order.

    `warnings` tell an editor what to look at; `note` goes to the desk with the article.
    """

    manuscript: Manuscript
    ref: str
    into: int | None
    topic: int | None
    is_paid: bool
    slides: tuple[PlannedSlide, ...]
    links: tuple[PlannedLink, ...]
    stubs: tuple[Stub, ...]
    warnings: tuple[str, ...]
    note: str


def reference(text: str) -> str:
    """Return the mark by which the same manuscript is known again.

    Its words decide, not its encoding, line ends or blank lines.
    """
    words = "\n".join(filter(None, map(clean, text.splitlines())))
    return hashlib.sha256(words.encode()).hexdigest()


def make(
    manuscript: Manuscript,
    newsroom: Newsroom,
    *,
    ref: str,
    topic: int | None = None,
    existing: Existing | None = None,
    pairs: Sequence[Pair] = (),
    photos: PhotoFolder | None = None,
) -> Plan:
    """Return the plan; `pairs` pairs the slides of `existing` with those of `manuscript`."""
    warnings: list[str] = []
    manuscript, cut = _within_limits(manuscript)
    slides = _slides(manuscript, existing, pairs)
    if photos:
        slides = _with_photos(slides, existing, photos, warnings)
    links, stubs = _links(manuscript, newsroom, existing, warnings)
    twin = newsroom.titles.get(normalise(manuscript.headline))
    if twin is not None and not (existing and existing.pk == twin):
        warnings.append(_("Article %(id)d has the same headline.") % {"id": twin})
    had = existing.headline if existing else ""
    if had and normalise(had) != normalise(manuscript.headline):
        warnings.append(
            _("The article keeps its headline “%(had)s”; the file says “%(new)s”.")
            % {"had": had, "new": manuscript.headline}
        )
    if topic is None and not (existing and existing.has_topic):
        topic = newsroom.topic
        if topic is not None:
            warnings.append(_("No topic was given: the article goes under the first. Check it."))
    return Plan(
        manuscript=manuscript,
        ref=ref,
        into=existing.pk if existing else None,
        topic=topic,
        is_paid=manuscript.says(Why.COMMERCIAL),
        slides=slides,
        links=links,
        stubs=stubs,
        warnings=tuple(warnings),
        note="\n".join([*map(_told, manuscript.needs_you), *cut, *_awaited(slides)]),
    )


def _told(line: Line) -> str:
    return _("Line %(number)d: %(detail)s: %(text)s") % {
        "number": line.number,
        "detail": line.detail,
        "text": clean(line.text),
    }


def _awaited(slides: Sequence[PlannedSlide]) -> Iterator[str]:
    """Tell what the manuscript says of photos that have not come yet."""
    for slide in slides:
        if slide.incoming and not slide.photo:
            said = (slide.incoming.photo_file, slide.incoming.stock_id, slide.incoming.credit)
            if any(said):
                yield _("Photo of slide %(number)d: %(said)s") % {
                    "number": slide.number,
                    "said": ", ".join(filter(None, said)),
                }


def _within_limits(manuscript: Manuscript) -> tuple[Manuscript, list[str]]:
    """Cut what a field cannot hold; the whole words are returned beside it."""
    cut: list[str] = []

    def fit(text: str, limit: int) -> str:
        if len(text) <= limit:
            return text
        cut.append(_("Too long for its field, and cut there: %(text)s") % {"text": text})
        return text[: limit - 1].rsplit(" ", 1)[0] + "…"

    return replace(
        manuscript,
        headline=fit(manuscript.headline, HEADLINE_LIMIT),
        kicker=fit(manuscript.kicker, KICKER_LIMIT),
        slides=tuple(
            replace(
                slide,
                heading=fit(slide.heading, HEADING_LIMIT),
                caption=fit(slide.caption, CAPTION_LIMIT),
                alt=fit(slide.alt, ALT_LIMIT),
            )
            for slide in manuscript.slides
        ),
    ), cut


def _slides(
    manuscript: Manuscript, existing: Existing | None, pairs: Sequence[Pair]
) -> tuple[PlannedSlide, ...]:
    if not (existing and existing.slides):
        return tuple(
            PlannedSlide(None, slide, number) for number, slide in enumerate(manuscript.slides, 1)
        )
    return tuple(
        PlannedSlide(
            existing.slides[pair.existing - 1].pk if pair.existing else None,
            manuscript.slides[pair.incoming - 1] if pair.incoming else None,
            pair.incoming,
        )
        for pair in pairs
    )


def _with_photos(
    slides: tuple[PlannedSlide, ...],
    existing: Existing | None,
    photos: PhotoFolder,
    warnings: list[str],
) -> tuple[PlannedSlide, ...]:
    """Give files to the slides without a photo: those the manuscript names, then in order."""
    pictured = {slide.pk for slide in existing.slides if slide.has_photo} if existing else set()
    waiting = [slide for slide in slides if slide.incoming and slide.existing not in pictured]
    by_name = {file.name.casefold(): file for file in photos.files}
    given: dict[int | None, Path] = {}
    for slide in waiting:
        named = by_name.get(slide.incoming.photo_file.casefold()) if slide.incoming else None
        if named and named not in given.values():
            given[slide.number] = named
    others = iter([file for file in photos.files if file not in given.values()])
    for slide in waiting:
        if slide.number not in given and (file := next(others, None)):
            given[slide.number] = file
    without = [str(slide.number) for slide in waiting if slide.number not in given]
    if without:
        warnings.append(
            ngettext(
                "No photo was left for slide %(numbers)s.",
                "No photos were left for slides %(numbers)s.",
                len(without),
            )
            % {"numbers": ", ".join(without)}
        )
    unused = [file.name for file in others]
    if unused:
        warnings.append(
            ngettext(
                "This photo was not needed: %(names)s.",
                "These photos were not needed: %(names)s.",
                len(unused),
            )
            % {"names": ", ".join(unused)}
        )
    return tuple(
        replace(slide, photo=PlannedPhoto(given[slide.number], photos.row(given[slide.number])))
        if slide.number in given and slide in waiting
        else slide
        for slide in slides
    )


def _links(
    manuscript: Manuscript,
    newsroom: Newsroom,
    existing: Existing | None,
    warnings: list[str],
) -> tuple[tuple[PlannedLink, ...], tuple[Stub, ...]]:
    """Match what the manuscript mentions with our articles; stubs for what we do not have."""
    itself = normalise(manuscript.headline)
    teasers = {normalise(teaser.title): teaser for teaser in manuscript.teasers}
    mentioned = {normalise(link.title): link.title for link in manuscript.links if not link.url}
    mentioned |= {key: teaser.title for key, teaser in teasers.items()}
    stubs = {
        key: Stub(key, _shortened(title), teasers[key].text if key in teasers else "")
        for key, title in mentioned.items()
        if key and key != itself and key not in newsroom.titles
    }
    links: dict[int | str, PlannedLink] = {}
    for link in manuscript.links:
        planned = _link(link, newsroom, stubs)
        to_itself = normalise(link.title) == itself or (existing and planned.target == existing.pk)
        if to_itself:
            warnings.append(
                _("Line %(line)d links to the article itself and was left out.")
                % {"line": link.line}
            )
        else:
            links.setdefault(planned.target or planned.stub or planned.url, planned)
    return tuple(links.values()), tuple(stubs.values())


def _link(link: ManuscriptLink, newsroom: Newsroom, stubs: Mapping[str, Stub]) -> PlannedLink:
    key = normalise(link.title)
    if key in newsroom.titles:
        return PlannedLink(link.after, target=newsroom.titles[key])
    if key in stubs:
        return PlannedLink(link.after, stub=key)
    url = link.url if "://" in link.url else f"https://{link.url}"
    return PlannedLink(link.after, url=url, label=_shortened(link.title or link.url))


def _shortened(title: str) -> str:
    return title if len(title) <= HEADLINE_LIMIT else title[: HEADLINE_LIMIT - 1] + "…"
