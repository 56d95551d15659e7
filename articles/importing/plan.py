"""What an import is going to write: a manuscript met with what the newsroom has. Pure."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from articles.importing import limits
from articles.importing.allot import allot, is_named
from articles.importing.lines import Line, Why, clean, split
from articles.importing.mentions import by_place, match
from articles.importing.pairing import Pair
from articles.importing.parts import Manuscript
from articles.importing.photos_csv import PhotoFolder
from articles.importing.planned import Existing, Newsroom, Plan, PlannedSlide
from articles.importing.titles import normalise
from articles.text.identify import guess
from articles.text.languages import other


def reference(text: str) -> str:
    """Return the mark by which the same manuscript is known again.

    Its words decide, not its encoding, line ends or blank lines.
    """
    words = "\n".join(filter(None, map(clean, split(text))))
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
    warnings = list(_missing(manuscript))
    manuscript, cut = _within_limits(manuscript)
    slides = _slides(manuscript, existing, pairs)
    if photos:
        slides = allot(slides, existing, photos, warnings)
    if existing:
        placed = by_place(manuscript, newsroom, existing, pairs)
        newsroom = replace(newsroom, titles={**newsroom.titles, **placed})
        warnings += _taken_for_ours(manuscript, placed)
    mentions = match(manuscript, newsroom, existing)
    warnings += mentions.left_out
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
        links=mentions.links,
        stubs=mentions.stubs,
        warnings=tuple(warnings),
        note="\n".join(
            [*map(_told, manuscript.needs_you), *cut, *mentions.left_out, *_awaited(slides)]
        ),
    )


def _taken_for_ours(manuscript: Manuscript, placed: Mapping[str, int]) -> Iterator[str]:
    for link in manuscript.links:
        if target := placed.get(normalise(link.title)):
            yield _(
                "Line %(line)d is taken for article %(id)d, which the other language links to "
                "in the same place: %(title)s"
            ) % {"line": link.line, "id": target, "title": link.title}


def _missing(manuscript: Manuscript) -> Iterator[str]:
    if not manuscript.headline:
        yield _("No headline was found.")
    if not manuscript.standfirst:
        yield _("No standfirst was found.")
    words = " ".join(word for line in manuscript.lines for word in line.used)
    if guess(words) == other(manuscript.language):
        yield _("The text seems to be in the other language. Was --language right?")


def _told(line: Line) -> str:
    return _("Line %(number)d: %(detail)s: %(text)s") % {
        "number": line.number,
        "detail": line.detail,
        "text": clean(line.text),
    }


def _awaited(slides: Sequence[PlannedSlide]) -> Iterator[str]:
    """Tell what the manuscript says of photos that have not come yet, or came as others."""
    for slide in slides:
        if slide.incoming:
            said = [slide.incoming.photo_file, slide.incoming.stock_id, slide.incoming.credit]
            if slide.photo:
                said = [] if is_named(slide.photo.file, slide.incoming) else said[:1]
            if any(said):
                yield _("Photo of slide %(number)d: %(said)s") % {
                    "number": slide.number,
                    "said": ", ".join(filter(None, said)),
                }


def _within_limits(manuscript: Manuscript) -> tuple[Manuscript, list[str]]:
    """Cut what a field cannot hold; the whole words are returned beside it."""
    cut: list[str] = []

    def tell(text: str) -> None:
        cut.append(_("Too long for its field, and cut there: %(text)s") % {"text": text})

    def fit(text: str, limit: int) -> str:
        if len(text) <= limit:
            return text
        tell(text)
        return text[: limit - 1].rsplit(" ", 1)[0] + "…"

    def fit_url(url: str, limit: int) -> str:
        """An address that is cut leads nowhere, so a long one is left out."""
        if len(url) + len("https://") <= limit:
            return url
        tell(url)
        return ""

    return replace(
        manuscript,
        headline=fit(manuscript.headline, limits.HEADLINE),
        kicker=fit(manuscript.kicker, limits.KICKER),
        bylines=tuple(fit(name, limits.BYLINE) for name in manuscript.bylines),
        links=tuple(
            replace(
                link,
                title=fit(link.title, limits.LINK),
                url=fit_url(link.url, limits.LINK_URL),
            )
            for link in manuscript.links
            if link.title or fit_url(link.url, limits.LINK_URL)
        ),
        sources=tuple(
            replace(
                source,
                name=fit(source.name or source.url, limits.SOURCE),
                url=fit_url(source.url, limits.SOURCE_URL),
            )
            for source in manuscript.sources
        ),
        teasers=tuple(
            replace(teaser, title=fit(teaser.title, limits.HEADLINE))
            for teaser in manuscript.teasers
        ),
        slides=tuple(
            replace(
                slide,
                heading=fit(slide.heading, limits.HEADING),
                caption=fit(slide.caption, limits.CAPTION),
                alt=fit(slide.alt, limits.ALT),
                stock_id=fit(slide.stock_id, limits.STOCK_ID),
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
