"""A feed as Atom 1.0 (RFC 4287), its pictures by Media RSS. Pure."""

from typing import Final
from xml.etree.ElementTree import Element

from articles.reader import addresses
from articles.reader.feeds import Entry, Feed
from articles.reader.parts import Link, Picture
from articles.reader.xml import add, root, write
from articles.text.languages import other

_NAMESPACES: Final = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


def atom(feed: Feed) -> bytes:
    tree = root("feed", {**_NAMESPACES, "xml:lang": feed.language})
    add(tree, "id", feed.id)
    add(tree, "title", feed.title)
    if feed.subtitle:
        add(tree, "subtitle", feed.subtitle)
    add(tree, "updated", feed.updated)
    _links(tree, feed)
    author = add(tree, "author")
    add(author, "name", feed.publisher)
    add(author, "uri", addresses.absolute("/"))
    add(tree, "icon", feed.icon)
    for entry in feed.entries:
        _entry(tree, entry, feed.language)
    return write(tree)


def _links(tree: Element, feed: Feed) -> None:
    """To itself, to the page that it is of, and to both in the other language."""
    here, there = feed.language, other(feed.language)
    atom_type, json_type = addresses.FEEDS["atom"], addresses.FEEDS["json"]
    add(tree, "link", rel="self", type_=atom_type, hreflang=here, href=feed.files["atom"])
    _alternate(tree, feed.page, here)
    _alternate(tree, feed.files["json"], here, json_type)
    if feed.twin_page:
        _alternate(tree, feed.twin_page, there)
        _alternate(tree, feed.twin_files["atom"], there, atom_type)
        _alternate(tree, feed.twin_files["json"], there, json_type)


def _alternate(parent: Element, href: str, hreflang: str, kind: str = "text/html") -> None:
    add(parent, "link", rel="alternate", type_=kind, hreflang=hreflang, href=href)


def _entry(tree: Element, entry: Entry, language: str) -> None:
    element = add(tree, "entry")
    add(element, "id", entry.id)
    add(element, "title", entry.title)
    _alternate(element, entry.address, language)
    if entry.twin:
        _alternate(element, entry.twin, other(language))
    add(element, "published", entry.published)
    add(element, "updated", entry.updated)
    for person in entry.authors:
        _person(element, "author", person)
    for person in entry.contributors:
        _person(element, "contributor", person)
    if entry.topic:
        add(element, "category", term=entry.topic_slug, label=entry.topic)
    if entry.summary:
        add(element, "summary", entry.summary)
    add(element, "content", entry.content, type_="html")
    if entry.picture:
        _picture(element, entry.picture)


def _person(element: Element, role: str, person: Link) -> None:
    described = add(element, role)
    add(described, "name", person.text)
    if person.href:
        add(described, "uri", person.href)


def _picture(element: Element, picture: Picture) -> None:
    """For readers that show enclosures, and with its credit for those that know Media RSS."""
    file, kind = picture.file, "image/jpeg"
    add(element, "link", rel="enclosure", type_=kind, href=file.url)
    size = {"width": str(file.width), "height": str(file.height)}
    media = add(element, "media:content", url=file.url, medium="image", type_=kind, **size)
    if picture.alt:
        add(media, "media:description", picture.alt, type_="plain")
    if picture.owner.credit:
        add(media, "media:credit", picture.owner.credit)
    if picture.owner.copyright_notice:
        add(media, "media:copyright", picture.owner.copyright_notice)
