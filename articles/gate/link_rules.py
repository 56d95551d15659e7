"""The rules about links: those of “Also read”, those within slides, and those of sources.

`build` leaves out a link to its own article and a second one to the same: readers never see those,
but whoever put them there meant something else, and is told at their row.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.document.schema import Document
from articles.document.working_copy import WorkingLink
from articles.gate.registry import Level, Remark, World, rule
from articles.gate.texts import link_place
from articles.gate.wording import filled, quotation
from articles.text import addresses
from articles.text.links import Doubtful, Wrong, anchors, doubtful, earns, path, same, wrong
from articles.text.sanitise import clean_line


class _Link(NamedTuple):
    """`at` is where a finding about its address stands, `words` where one about its text does."""

    at: tuple[str, str]
    words: tuple[str, str]
    url: str | None
    text: str


def _links(document: Document, world: World) -> Iterator[_Link]:
    """Every address that readers of the document can follow, as far as somebody typed it."""
    for slide in document.slides:
        place = slide.key, "body"
        for anchor in anchors(slide.body):
            yield _Link(place, place, anchor.href, anchor.text)
    for link in document.links:
        if link.article is None:
            at, words = (link_place(link, name, document, world.rows) for name in ("url", "label"))
            yield _Link(at, words, link.url, link.label)
    for source in document.sources:
        if source.url:
            place = "", "sources"
            yield _Link(place, place, source.url, source.name)


@rule(
    "link.itself",
    Level.BLOCKS,
    about=_("A link to the article that it stands in."),
    example="Also read: the article itself",
)
def link_to_itself(document: Document, world: World) -> Iterator[Remark]:
    message = _("The link leads to this very article. Choose another, or delete it.")
    for link in document.links:
        if link.article == document.article:
            yield *link_place(link, "target", document, world.rows), message
    own = addresses.article(document.language, world.topic_slug, document.slug)
    for each in _links(document, world):
        if each.url and path(each.url) == own:
            yield *each.at, message


@rule(
    "link.twice",
    Level.WARNS,
    about=_("The same page linked twice in “Also read”, or twice in one slide."),
    example="Also read: the same page again, with ?utm_source=feed",
)
def link_twice(document: Document, world: World) -> Iterator[Remark]:
    seen: set[tuple[str, str]] = set()
    articles: set[int] = set()
    for link in document.links:
        if link.article is not None and link.article in articles:
            yield *link_place(link, "target", document, world.rows), _AGAIN
        articles |= {link.article} if link.article is not None else set()
    for each in _links(document, world):
        slide, field = each.at
        if not each.url or field == "sources":
            continue
        key = (slide if field == "body" else "", same(each.url))
        if key in seen:
            yield *each.at, _told(_SECOND, each)
        seen.add(key)


_AGAIN: Final = _("This article is linked a second time here. Delete one of the links.")
_SECOND: Final = _("The link “%(text)s” leads where another one leads. Delete one of the two.")


# --- Rows at the desk that readers do not get ----------------------------------------------------


@rule(
    "link.idle",
    Level.WARNS,
    about=_("An “Also read” row that readers never see: it repeats another, or leads here."),
    example="Two rows with the same article",
)
def link_idle(document: Document, world: World) -> Iterator[Remark]:
    seen: set[tuple[int | None, str]] = set()
    for row in _rows(world):
        field = "url" if row.article is None else "target"
        if row.article == document.article:
            yield (
                row.key,
                field,
                _("Readers do not get this link: it leads to this very article. Choose another."),
            )
        elif (row.article, row.url) in seen:
            yield (
                row.key,
                field,
                _("Readers do not get this link: one above leads to the same. Delete one of them."),
            )
        elif row.article is not None or _label(row, document.language):
            seen.add((row.article, row.url))


@rule(
    "link.target.missing",
    Level.WARNS,
    about=_("An “Also read” row that leads nowhere."),
    example="An empty row",
)
def link_leads_nowhere(document: Document, world: World) -> Iterator[Remark]:
    for row in _rows(world):
        if row.article is None and not row.url:
            yield (
                row.key,
                "target",
                _("This “Also read” leads nowhere. Choose an article, or delete the row."),
            )


@rule(
    "link.label.missing",
    Level.WARNS,
    about=_("An “Also read” link to a web address without words in this language."),
    example="The link has an English text and no Danish one.",
)
def link_without_label(document: Document, world: World) -> Iterator[Remark]:
    for row in _rows(world):
        if row.article is None and row.url and not _label(row, document.language):
            yield row.key, "label", _UNNAMED[document.language]


_UNNAMED: Final[Mapping[str, str | Promise]] = {
    "en": _("The link has no English text, so English readers do not get it. Write one."),
    "da": _("The link has no Danish text, so Danish readers do not get it. Write one."),
}


def _rows(world: World) -> tuple[WorkingLink, ...]:
    """The desk's, where the document is what it has now: the site's readers have no rows."""
    return world.rows if world.at_desk else ()


def _label(row: WorkingLink, language: str) -> str:
    return clean_line(row.labels.get(language, ""))


# --- Where links lead ----------------------------------------------------------------------------


@rule(
    "link.withdrawn",
    Level.WARNS,
    about=_("A link to an article that was taken off the site."),
    example="Also read: an article withdrawn in May",
)
def link_to_withdrawn(document: Document, world: World) -> Iterator[Remark]:
    for link in document.links:
        if link.article is not None and link.article in world.withdrawn:
            yield (
                *link_place(link, "target", document, world.rows),
                _("The article linked to was withdrawn, so readers see no link. Choose another."),
            )


_WRONG: Final[Mapping[Wrong, str | Promise]] = {
    "nowhere": _("The link “%(text)s” has no address. Give it one, or remove the link."),
    "malformed": _(
        "The link “%(text)s” does not work: “%(url)s” is no web address. Copy it again."
    ),
    "local": _(
        "The link “%(text)s” works only inside the house: “%(url)s”. Use the public address."
    ),
    "mail": _("“%(url)s” in the link “%(text)s” is no e-mail address. Type it again."),
}
_DOUBTFUL: Final[Mapping[Doubtful, str | Promise]] = {
    "insecure": _("The link “%(text)s” begins with http and is not secure. Try it with https."),
    "tracking": _(
        "The link “%(text)s” tracks readers. Use the page’s address without the tracking."
    ),
    "shortened": _("The link “%(text)s” hides where it leads. Use the page’s own address."),
    "preview": _("The link “%(text)s” leads to a preview or a test site. Use the public address."),
}


@rule(
    "link.address",
    Level.BLOCKS,
    about=_(
        "A link that leads nowhere: no address, a broken one, one that works in the house alone."
    ),
    example="https//harbour.example, mailto:desk, http://localhost:8000/",
)
def link_address(document: Document, world: World) -> Iterator[Remark]:
    for each in _links(document, world):
        if what := wrong(each.url):
            yield *each.at, _told(_WRONG[what], each)


@rule(
    "link.text.missing",
    Level.BLOCKS,
    about=_("A link without words: readers cannot see it, or what it is."),
    example="A link around nothing but a full stop",
)
def link_without_text(document: Document, world: World) -> Iterator[Remark]:
    for each in _links(document, world):
        if not any(sign.isalnum() for sign in each.text):
            yield (
                *each.words,
                _("A link has no words. Write what it leads to, or remove the link."),
            )


@rule(
    "link.doubtful",
    Level.WARNS,
    about=_("A link that is not secure, tracks readers, hides its target, or leads to a preview."),
    example="http://harbour.example, https://bit.ly/3abc, …?utm_source=mail",
)
def link_doubtful(document: Document, world: World) -> Iterator[Remark]:
    for each in _links(document, world):
        if each.url and (what := doubtful(each.url)):
            yield *each.at, _told(_DOUBTFUL[what], each)


@rule(
    "ad.link",
    Level.BLOCKS,
    about=_("A link that earns money, in an article that is not marked as having such links."),
    example="https://www.awin1.com/cread.php?awinmid=1",
)
def ad_link(document: Document, world: World) -> Iterator[Remark]:
    if document.commercial != "none":
        return
    for each in _links(document, world):
        if each.url and earns(each.url):
            yield (
                *each.at,
                _told(
                    _(
                        "The link “%(text)s” earns money. Choose “Has affiliate links” for the article,"
                        " or use another address."
                    ),
                    each,
                ),
            )


def _told(message: str | Promise, link: _Link) -> str:
    text = quotation(link.text or link.url or "–")
    return filled(message, text=text, url=quotation(link.url or ""))
