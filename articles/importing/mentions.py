"""The other articles that a manuscript mentions: matched with ours, or made stubs of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.importing import limits
from articles.importing.pairing import Pair
from articles.importing.parts import Manuscript, ManuscriptLink
from articles.importing.planned import Existing, Newsroom, PlannedLink, Stub
from articles.importing.titles import normalise


@dataclass(frozen=True, slots=True)
class Mentions:
    """The links to write, the stubs they need, and in words what of the links is not written."""

    links: tuple[PlannedLink, ...]
    stubs: tuple[Stub, ...]
    left_out: tuple[str, ...]


def match(manuscript: Manuscript, newsroom: Newsroom, existing: Existing | None) -> Mentions:
    """Match what the manuscript mentions with our articles; stubs for what we do not have."""
    itself = normalise(manuscript.headline)
    teasers = {normalise(teaser.title): teaser for teaser in manuscript.teasers}
    mentioned = {normalise(link.title): link.title for link in manuscript.links if not link.url}
    mentioned |= {key: teaser.title for key, teaser in teasers.items()}
    stubs = {
        key: Stub(key, title, teasers[key].text if key in teasers else "")
        for key, title in mentioned.items()
        if key and key != itself and key not in newsroom.titles
    }
    links: dict[int | str, PlannedLink] = {}
    left_out: list[str] = []
    for link in manuscript.links:
        planned = _link(link, newsroom, stubs)
        to_itself = normalise(link.title) == itself or (existing and planned.target == existing.pk)
        if to_itself:
            text = _("Line %(line)d links to the article itself and was left out.")
            left_out += [text % {"line": link.line}, *_address(link)]
            continue
        first = links.setdefault(planned.target or planned.stub or planned.url, planned)
        if not planned.url:
            left_out += _address(link)
        elif first.label != planned.label:
            text = _("Line %(line)d links to the same address again: %(title)s")
            left_out.append(text % {"line": link.line, "title": planned.label})
    return Mentions(tuple(links.values()), tuple(stubs.values()), tuple(left_out))


def by_place(
    manuscript: Manuscript, newsroom: Newsroom, existing: Existing, pairs: Sequence[Pair]
) -> dict[str, int]:
    """Article ids by normalised title, of links that the first language has at the same slide.

    A title that no article of ours has is most likely the translation of the one that stands
    there: where a place has as many such links in both languages, they are taken in order.
    """
    places = {pair.incoming: pair.existing for pair in pairs if pair.existing} | {0: 0}
    new: dict[int | None, list[str]] = {}
    for link in manuscript.links:
        key = normalise(link.title)
        if key and not link.url and key not in newsroom.titles:
            new.setdefault(places.get(link.after), []).append(key)
    found: dict[str, int] = {}
    for place, keys in new.items():
        targets = [link.target for link in existing.unnamed_links if link.after == place]
        if len(targets) == len(keys):
            found |= dict(zip(keys, targets, strict=True))
    return found


def _address(link: ManuscriptLink) -> Iterator[str]:
    """Tell the address of a link that goes to an article of ours instead."""
    if link.url:
        text = _("Line %(line)d: the address is not used, since the title is ours: %(url)s")
        yield text % {"line": link.line, "url": link.url}


def _link(link: ManuscriptLink, newsroom: Newsroom, stubs: Mapping[str, Stub]) -> PlannedLink:
    key = normalise(link.title)
    if key in newsroom.titles:
        return PlannedLink(link.after, target=newsroom.titles[key])
    if key in stubs:
        return PlannedLink(link.after, stub=key)
    url = link.url if "://" in link.url else f"https://{link.url}"
    return PlannedLink(link.after, url=url, label=link.title or link.url[: limits.LINK])
