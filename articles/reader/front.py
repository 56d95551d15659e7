"""The front page of one language from its slots: what readers get, and what the desk's screen shows."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from articles.reader import find, find_lists, lists
from articles.reader.reads.ranking import most_read
from articles.reader.rights import Rights
from articles.reader.rows import Listed


@dataclass(frozen=True, slots=True)
class Arranged:
    """{position: article} of what is pinned, and the articles that stay off the front page."""

    pins: Mapping[int, int] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()


def arranged(language: str, as_of: dt.datetime) -> Arranged:
    """What the slots that run now say: one query."""
    pins, hidden = find_lists.slots(language, as_of, lists.PLACES)
    return Arranged(pins, hidden)


def candidates(
    language: str,
    as_of: dt.datetime,
    front: Arranged,
    *,
    topics: Iterable[int],
    least: int = 0,
    also: Collection[int] = (),
) -> tuple[Listed, ...]:
    """What the page is made from, newest first: enough of each topic to fill every place, and the
    articles of `also`."""
    places = max(lists.TOP, 1 + max(front.pins, default=0), least)
    return find_lists.newest(
        language,
        as_of,
        topics=topics,
        of_each=places + lists.STRAND,
        also={*front.pins.values(), *also},
        without=front.hidden,
    )


def page(language: str, as_of: dt.datetime, front: Arranged, rights: Rights) -> lists.FrontPage:
    """Two queries besides that for the slots, and one a minute for what is read most."""
    sections = find.sections(language, as_of)
    read = most_read(language, as_of)
    topics = [section.id for section in sections.all]
    rows = candidates(language, as_of, front, topics=topics, also=read)
    return lists.front_page(rows, pins=front.pins, most_read=read, sections=sections, rights=rights)
