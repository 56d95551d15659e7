"""The rules about links: those of “Also read”, those within slides, and those of sources.

`build` leaves out a link to its own article and a second one to the same, so of those only what it
cannot see is left: addresses of the article itself, and one page under two addresses.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.document.schema import Document
from articles.gate.registry import Level, Remark, World, rule
from articles.gate.wording import filled, quotation
from articles.text import addresses
from articles.text.links import Doubtful, Wrong, anchors, doubtful, earns, path, same, wrong


class _Link(NamedTuple):
    slide: str
    field: str
    url: str | None
    text: str


def _links(document: Document) -> Iterator[_Link]:
    """Every address that readers of the document can follow, as far as somebody typed it."""
    for slide in document.slides:
        for anchor in anchors(slide.body):
            yield _Link(slide.key, "body", anchor.href, anchor.text)
    for link in document.links:
        if link.article is None:
            yield _Link(link.after, "links", link.url, link.label)
    for source in document.sources:
        if source.url:
            yield _Link("", "sources", source.url, source.name)


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
            yield link.after, "links", message
    if not (document.slug and world.topic_slug):
        return
    own = addresses.article(document.language, world.topic_slug, document.slug)
    for each in _links(document):
        if each.url and path(each.url) == own:
            yield each.slide, each.field, message


@rule(
    "link.twice",
    Level.WARNS,
    about=_("The same page linked twice in “Also read”, or twice in one slide."),
    example="Also read: the same page again, with ?utm_source=feed",
)
def link_twice(document: Document, world: World) -> Iterator[Remark]:
    seen: set[tuple[str, str]] = set()
    articles: set[int] = set()
    message = _("The same page is linked a second time here. Delete one of the links.")
    for link in document.links:
        if link.article is not None and link.article in articles:
            yield link.after, "links", message
        articles |= {link.article} if link.article is not None else set()
    for each in _links(document):
        if not each.url or each.field == "sources":
            continue
        key = (each.slide if each.field == "body" else "", each.field + same(each.url))
        if key in seen:
            yield each.slide, each.field, message
        seen.add(key)


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
                link.after,
                "links",
                _("The article linked to was withdrawn, so readers see no link. Choose another."),
            )


_WRONG: Final[Mapping[Wrong, str | Promise]] = {
    "nowhere": _("The link “%(text)s” has no address. Give it one, or take the link away."),
    "malformed": _(
        "The link “%(text)s” does not work: “%(url)s” is no web address. Copy it again."
    ),
    "local": _(
        "The link “%(text)s” leads to a computer inside: “%(url)s”. Use the public address."
    ),
    "mail": _("The link “%(text)s” is no proper e-mail address: “%(url)s”. Type it again."),
}
_DOUBTFUL: Final[Mapping[Doubtful, str | Promise]] = {
    "insecure": _("The link “%(text)s” is not secure (http:). Try it with https:."),
    "tracking": _("The link “%(text)s” tracks readers. Copy the address without what tracks them."),
    "shortened": _("The link “%(text)s” hides where it leads. Use the page’s own address."),
    "preview": _("The link “%(text)s” leads to a preview or a test site. Use the public address."),
}


@rule(
    "link.address",
    Level.BLOCKS,
    about=_("A link that leads nowhere: no address, a broken one, one inside the house."),
    example="https//harbour.example, mailto:desk, http://localhost:8000/",
)
def link_address(document: Document, world: World) -> Iterator[Remark]:
    for each in _links(document):
        if what := wrong(each.url):
            yield each.slide, each.field, _told(_WRONG[what], each)


@rule(
    "link.text.missing",
    Level.BLOCKS,
    about=_("A link without words: readers cannot see it, or what it is."),
    example="A link around nothing but a full stop",
)
def link_without_text(document: Document, world: World) -> Iterator[Remark]:
    for each in _links(document):
        if not any(sign.isalnum() for sign in each.text):
            yield (
                each.slide,
                each.field,
                _("A link has no words. Write what it leads to, or take the link away."),
            )


@rule(
    "link.doubtful",
    Level.WARNS,
    about=_("A link that is not secure, tracks readers, hides its target, or leads to a preview."),
    example="http://harbour.example, https://bit.ly/3abc, …?utm_source=mail",
)
def link_doubtful(document: Document, world: World) -> Iterator[Remark]:
    for each in _links(document):
        if each.url and (what := doubtful(each.url)):
            yield each.slide, each.field, _told(_DOUBTFUL[what], each)


@rule(
    "ad.link",
    Level.BLOCKS,
    about=_("A link that earns money in an article not marked as having affiliate links."),
    example="https://www.awin1.com/cread.php?awinmid=1",
)
def ad_link(document: Document, world: World) -> Iterator[Remark]:
    if document.commercial != "none":
        return
    for each in _links(document):
        if each.url and earns(each.url):
            yield (
                each.slide,
                each.field,
                _told(
                    _(
                        "The link “%(text)s” earns money, but the article is not marked for affiliate links. "
                        "Mark it, or use another address."
                    ),
                    each,
                ),
            )


def _told(message: str | Promise, link: _Link) -> str:
    text = quotation(link.text or link.url or "–")
    return filled(message, text=text, url=quotation(link.url or ""))
