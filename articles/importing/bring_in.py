"""A manuscript comes in: the file read, met with the newsroom, and written as a working copy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from articles.importing import decode, facts, pairing, plan
from articles.importing.allot import allot
from articles.importing.errors import ManuscriptError
from articles.importing.load import attach, load
from articles.importing.manuscript import parse
from articles.importing.pairing import Pair, Side
from articles.importing.parts import Manuscript
from articles.importing.photos_csv import PhotoFolder, read_folder
from articles.importing.pictures import Progress, require_readable, take
from articles.importing.planned import Existing
from articles.models.article import Article

PROPOSED: Final = "proposed"  # stands for the pairing that is proposed


@dataclass(frozen=True, slots=True)
class Brought:
    """`article` is None after a dry run; `is_new` is False where it was there already.

    `drafts` were made for titles that the manuscript mentions.
    """

    manuscript: Manuscript
    article: Article | None
    is_new: bool
    drafts: tuple[Article, ...] = ()
    warnings: tuple[str, ...] = ()


class PairingNeeded(ManuscriptError):
    """The languages have different numbers of slides, and nobody has said which belong together."""

    def __init__(
        self, manuscript: Manuscript, article: int, ours: Sequence[Side], pairs: Sequence[Pair]
    ) -> None:
        self.manuscript = manuscript
        self.article = article
        self.ours = ours
        self.theirs = sides(manuscript)
        self.pairs = pairs
        super().__init__(
            _(
                "The article has %(ours)d slides and the file %(theirs)d, so nothing was written."
                " Accept the pairing with --pair proposed, or give your own:"
                " --pair %(pairs)s. Slides that are left out stand in one language alone."
            )
            % {"ours": len(ours), "theirs": len(self.theirs), "pairs": pairing.as_text(pairs)}
        )


def bring_in(
    *,
    file: Path,
    language: str,
    photos: Path | None = None,
    into: str = "",
    pair: str = "",
    topic: str = "",
    dry_run: bool = False,
    progress: Progress,
) -> Brought:
    """Import the manuscript in `file` as the `language` side of an article.

    `into` names an article that takes it as its second language, `pair` the slides that
    belong together. The same manuscript twice is imported once. Raises ManuscriptError, and
    then nothing was written.
    """
    text = decode.read(file)
    manuscript = parse(text, language=language)
    folder = read_folder(photos) if photos else None
    topic_id = facts.topic(topic) if topic else None
    ref = plan.reference(text)
    article = facts.find_article(into) if into else None
    known = facts.imported(ref, language)
    if known:
        _require_same(known, article, pair)
        late = _late_photos(known, manuscript, folder, dry_run=dry_run, progress=progress)
        return Brought(manuscript, known, is_new=False, warnings=late)
    article = article or facts.stub(manuscript.headline, language)
    existing = facts.existing(article, language) if article else None
    planned = plan.make(
        manuscript,
        facts.newsroom(language),
        ref=ref,
        topic=topic_id,
        existing=existing,
        pairs=_pairs(manuscript, existing, pair),
        photos=folder,
    )
    require_readable(planned.slides)
    if dry_run:
        return Brought(manuscript, None, is_new=True, warnings=planned.warnings)
    taken, warnings = take(planned.slides, progress=progress)
    made = load(planned, taken)
    return Brought(
        manuscript, made.article, True, made.stubs, warnings=(*planned.warnings, *warnings)
    )


def sides(manuscript: Manuscript) -> list[Side]:
    """Return the slides of a manuscript as pairing compares them."""
    return [Side(slide.heading, " ".join(slide.paragraphs)) for slide in manuscript.slides]


def _late_photos(
    known: Article,
    manuscript: Manuscript,
    folder: PhotoFolder | None,
    *,
    dry_run: bool,
    progress: Progress,
) -> tuple[str, ...]:
    """Attach photos to those slides of an imported article that have none; return what to tell."""
    if folder is None:
        return ()
    told: list[str] = []
    waiting = facts.unpictured(known, manuscript)
    if len(folder.files) == len(manuscript.slides):  # then their order says whose they are
        fresh = replace(folder, files=tuple(folder.files[(s.number or 1) - 1] for s in waiting))
    else:
        fresh = facts.unused(folder, known)
    slides = allot(waiting, None, fresh, told) if waiting else ()
    require_readable(slides)
    if dry_run or not any(slide.photo for slide in slides):
        return tuple(told)
    taken, warnings = take(slides, progress=progress)
    attached = attach(known, slides, taken, manuscript.language)
    return (*attached, *told, *warnings)


def _require_same(known: Article, wanted: Article | None, pair: str) -> None:
    if pair:
        raise ManuscriptError(
            _(
                "This manuscript was imported before, into article %(id)d, where its slides are"
                " paired already. Leave out --pair, or change the slides at the desk."
            )
            % {"id": known.pk}
        )
    if wanted is not None and wanted != known:
        raise ManuscriptError(
            _("This manuscript was imported before, into article %(id)d. Look for it there.")
            % {"id": known.pk}
        )


def _pairs(manuscript: Manuscript, existing: Existing | None, accepted: str) -> tuple[Pair, ...]:
    """Return the pairing: slide by slide where the counts agree, else the one accepted."""
    ours = facts.sides(existing) if existing else []
    theirs = sides(manuscript)
    if not (existing and ours):
        if accepted:
            raise ManuscriptError(
                _("--pair needs --into with an article that has slides in the other language.")
            )
        return ()
    if accepted and accepted != PROPOSED:
        return pairing.parse_pairs(accepted, existing=len(ours), incoming=len(theirs))
    if len(ours) == len(theirs):
        return tuple(Pair(number, number) for number in range(1, len(ours) + 1))
    proposed = pairing.propose(ours, theirs)
    if not accepted:
        raise PairingNeeded(manuscript, existing.pk, ours, proposed)
    return proposed
