"""What the publish panel shows: each language's state, findings, and what readers will notice."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.desk.changes import FIELDS, Change, changes
from articles.desk.publish.rows import Row, Ticks, rows
from articles.desk.publish_form import seal
from articles.desk.survey.translating import gaps
from articles.document.build import build
from articles.document.schema import Document
from articles.document.serialise import load
from articles.document.working_copy import WorkingCopy
from articles.gate.registry import LINK_FIELDS, Finding, Place, is_final
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.translated import read
from articles.publishing.issue import judge
from articles.publishing.publish import newest
from articles.publishing.snapshot import working_copy
from articles.publishing.state import Standing, State, standings
from articles.publishing.waiting import IN_WORK
from articles.reader import addresses
from articles.text.dates import moment
from articles.text.languages import CHOICES, LANGUAGES, other

_NAMES: Final = dict(CHOICES)
# Fields that both languages share.
SHARED: Final = frozenset(
    {"photo", "topic", "sponsor", "commercial", "lead_photo", "embargo_until"}
    | {"bylines", "sources"}
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding at the panel: `where` in words, `href` leads to the field."""

    where: str
    message: str | Promise
    href: str
    blocks: bool
    code: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One language at the panel. `changes` is None where nothing is live to compare with; `since`,
    what became different while the editor looked."""

    language: str
    name: str | Promise
    standing: Standing
    remarks: tuple[Remark, ...]
    changes: tuple[Change, ...] | None
    document: Document
    address: str
    since: tuple[Change, ...] = ()
    rows: tuple[Row, ...] = ()
    stale: int = 0  # fields that were translated from a text that has changed
    newest: int = 0  # its newest Edition, as the editor is shown it

    @property
    def choosable(self) -> bool:
        """Whether there is something that can be left for later."""
        return any(not row.part.fixed for row in self.rows)

    @property
    def offered(self) -> str:
        """The rows with a tick, for a hidden field."""
        return " ".join(row.part.name for row in self.rows if not row.part.fixed)

    @property
    def blocks(self) -> int:
        return sum(remark.blocks for remark in self.remarks)

    @property
    def warns(self) -> int:
        return len(self.remarks) - self.blocks

    @property
    def waits(self) -> bool:
        """Whether pictures in work are all that stops it."""
        codes = {remark.code for remark in self.remarks if remark.blocks}
        return bool(codes) and codes <= IN_WORK

    @property
    def stop(self) -> Remark | None:
        """The first that stops it."""
        return next((remark for remark in self.remarks if remark.blocks), None)

    @property
    def compared(self) -> str:
        """What the changes are seen against, in words; "" where nothing is live."""
        live = self.standing.live
        if live is None:
            return ""
        return _("Compared with edition %(number)s, live since %(when)s") % {
            "number": live.number,
            "when": moment(live.live_from, get_language() or "en"),
        }

    @property
    def sealed(self) -> str:
        """The document for a hidden field: what the editor was shown."""
        return seal(self.document)

    @property
    def is_planned(self) -> bool:
        return _is_planned(self.standing)

    @property
    def may_overrule(self) -> bool:
        """Whether all that stops it may be overruled by an editor who says why."""
        return bool(self.blocks) and not any(
            is_final(each.code) for each in self.remarks if each.blocks
        )


def leaves(
    article: Article,
    *,
    as_of: dt.datetime,
    ticked: Mapping[str, Ticks | None] | None = None,
) -> dict[str, Leaf]:
    """Both languages of `article` as its working copy stands, with the rows that are `ticked`."""
    chosen = ticked or {}
    found = standings(article, as_of=as_of)
    working = working_copy(article, as_of=as_of)
    keys = [slide.key for slide in article.slides.all()]
    lacking, known = gaps(article), newest(article)
    documents = {language: build(working, language) for language in LANGUAGES}
    return {
        language: replace(
            leaf := _leaf(
                article,
                documents[language],
                documents[other(language)] if _is_planned(found[other(language)]) else None,
                working,
                found[language],
                keys,
                as_of,
            ),
            rows=_rows(leaf, chosen.get(language)),
            stale=lacking[language].stale,
            newest=known[language],
        )
        for language in LANGUAGES
    }


def _is_planned(where: Standing) -> bool:
    return where.state is not State.NOT_PLANNED


def _rows(leaf: Leaf, ticked: Ticks | None) -> tuple[Row, ...]:
    live = leaf.standing.live
    return rows(load(live.document), leaf.document, ticked) if live else ()


def _leaf(
    article: Article,
    document: Document,
    beside: Document | None,
    working: WorkingCopy,
    standing: Standing,
    keys: Sequence[str],
    as_of: dt.datetime,
) -> Leaf:
    language = document.language
    live = standing.live
    findings = judge(article, document, as_of, other=beside, working=working)
    return Leaf(
        language=language,
        name=_NAMES[language],
        standing=standing,
        remarks=remarks(article.pk, keys, findings, document),
        changes=changes(load(live.document), document) if live else None,
        document=document,
        address=address(live) if live else "",
    )


def remarks(
    article_id: int, keys: Sequence[str], findings: Iterable[Finding], document: Document
) -> tuple[Remark, ...]:
    """Findings with the way to their field. `keys` are the article's slides in order."""
    page = reverse("admin:articles_article_change", args=[article_id])
    numbers = {slide.key: number for number, slide in enumerate(document.slides, 1)}
    # What stops comes first, and slide by slide, as one mends it; the rules themselves go through
    # all slides, one by one.
    findings = sorted(
        findings, key=lambda finding: (not finding.blocks, numbers.get(finding.place.slide, 0))
    )
    return tuple(
        Remark(
            where=where(finding.place, numbers),
            message=finding.message,
            href=f"{page}#{anchor(finding.place, keys)}",
            blocks=finding.blocks,
            code=finding.code,
        )
        for finding in findings
    )


def anchor(place: Place, keys: Sequence[str]) -> str:
    """The id, on the article's page, of the field that a finding is about."""
    if place.field == "slides":
        return "slides"
    if place.field == "links":  # they stand below that slide
        return f"slide-{place.slide}" if place.slide in keys else "slides"
    if place.field in LINK_FIELDS:
        return f"link-{place.slide}"
    row = place.slide if place.slide in keys else "article"
    name = place.field if place.field in SHARED else f"{place.field}_{place.language}"
    return f"f-{row}-{name}"


def where(place: Place, numbers: Mapping[str, int]) -> str:
    """The field in words; `numbers` are those of the slides, by key."""
    is_link = place.field in LINK_FIELDS and place.field != "links"
    name = str(FIELDS["links"] if is_link else FIELDS.get(place.field, place.field))
    if is_link or not place.slide:
        return name
    return _("Slide %(number)s: %(field)s") % {
        "number": numbers.get(place.slide, "–"),
        "field": name.lower(),
    }


def address(live: Edition) -> str:
    """Where readers find the live Edition."""
    return addresses.article(live.language, read(live.topic, "slug", live.language), live.slug)
