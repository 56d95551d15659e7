"""What readers will notice: the differences between two documents, in an editor's words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.conflicts import difference
from articles.document.compare import Difference, differences
from articles.document.schema import Document, LinkDocument, PhotoFacts, SlideDocument
from articles.models.article import Article, Byline, Slide
from articles.models.newsroom import Topic
from articles.text.sanitise import plain

FIELDS: Final = {
    "kicker": gettext_lazy("Kicker"),
    "headline": gettext_lazy("Headline"),
    "slug": gettext_lazy("Address"),
    "standfirst": gettext_lazy("Standfirst"),
    "seo_title": gettext_lazy("Title for search engines"),
    "seo_description": gettext_lazy("Description for search engines"),
    "topic": gettext_lazy("Topic"),
    "commercial": gettext_lazy("Commercial content"),
    "sponsor": gettext_lazy("Sponsor"),
    "lead": gettext_lazy("Lead photo"),
    "lead_alt": gettext_lazy("Alt text"),
    "bylines": gettext_lazy("Bylines"),
    "sources": gettext_lazy("Sources"),
    "links": gettext_lazy("Also read"),
    "notices": gettext_lazy("Notices"),
    "order": gettext_lazy("Order of the slides"),
    "heading": gettext_lazy("Heading"),
    "body": gettext_lazy("Text"),
    "caption": gettext_lazy("Caption"),
    "alt": gettext_lazy("Alt text"),
    "photo": gettext_lazy("Photo"),
    "languages": gettext_lazy("stands in"),
    # Fields that findings name besides.
    "embargo_until": gettext_lazy("Embargo"),
    "lead_photo": gettext_lazy("Lead photo"),
    "slides": gettext_lazy("Slides"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """`where` says what changed; `text` has the words that went and came, marked."""

    where: str
    text: SafeString


def changes(before: Document, after: Document) -> tuple[Change, ...]:
    """Every difference as an editor reads it; at most two queries, for names."""
    return told(before, after, differences(before, after))


def told(before: Document, after: Document, found: Iterable[Difference]) -> tuple[Change, ...]:
    """Some of their differences as an editor reads them."""
    return tuple(_Reader(before, after).changes(found))


class _Reader:
    def __init__(self, before: Document, after: Document) -> None:
        self.before = before
        self.after = after
        self.old = {slide.key: slide for slide in before.slides}
        self.new = {slide.key: slide for slide in after.slides}

    def changes(self, found: Iterable[Difference]) -> Iterator[Change]:
        told: set[str] = set()
        for each in found:
            if each.slide and (each.slide not in self.old or each.slide not in self.new):
                if each.slide not in told:
                    told.add(each.slide)
                    yield self._whole(each.slide)
            else:
                yield Change(self._where(each), difference(*self._values(each)))

    def _whole(self, key: str) -> Change:
        """A slide that came or went is one change, not five."""
        if key in self.new:
            return Change(
                _("Slide %(number)s added") % {"number": _number(self.after, key)},
                difference("", self.new[key].heading),
            )
        return Change(
            _("Slide %(number)s taken out") % {"number": _number(self.before, key)},
            difference(self.old[key].heading, ""),
        )

    def _where(self, each: Difference) -> str:
        name = str(FIELDS[each.field])
        if not each.slide:
            return name
        return _("Slide %(number)s: %(field)s") % {
            "number": _number(self.after, each.slide),
            "field": name.lower(),
        }

    def _values(self, each: Difference) -> tuple[str, str]:
        if each.field == "order":
            return each.before, each.after
        if each.slide:
            pair: tuple[Any, Any] = (self.old[each.slide], self.new[each.slide])
        else:
            pair = (self.before, self.after)
        said = self._said(pair[0], each.field), self._said(pair[1], each.field)
        # What differs behind the same words (a link, a licence) is told in full.
        return said if said[0] != said[1] else (each.before, each.after)

    def _said(self, of: Document | SlideDocument, field: str) -> str:
        if field == "languages":
            stands_in = "both" if isinstance(of, SlideDocument) and of.shared else None
            return str(dict(Slide.Languages.choices)[stands_in or self.after.language])
        value = getattr(of, field)
        match field:
            case "topic":
                return str(Topic.objects.filter(pk=value or 0).first() or "")
            case "commercial":
                return str(dict(Article.Commercial.choices).get(value, value))
            case "body":
                return plain(value)
            case "lead" | "photo":
                return _photo(value)
            case "bylines":
                roles = dict(Byline.Role.choices)
                return ", ".join(f"{each.name} ({roles.get(each.role, '')})" for each in value)
            case "sources":
                return ", ".join(each.name for each in value)
            case "links":
                return self._links(value)
            case "notices":
                return " ".join(each.text for each in value)
        return str(value)

    def _links(self, links: tuple[LinkDocument, ...]) -> str:
        names: Mapping[int, Article] = Article.objects.in_bulk(
            [link.article for link in links if link.article]
        )
        return ", ".join(
            link.label or (str(names.get(link.article, "–")) if link.article else link.url)
            for link in links
        )


def _number(document: Document, key: str) -> int:
    return [slide.key for slide in document.slides].index(key) + 1


def _photo(photo: PhotoFacts | None) -> str:
    if photo is None:
        return ""
    credit = "/".join(part for part in (photo.creator, photo.credit) if part)
    return _("no. %(number)s (%(credit)s)") % {"number": photo.id, "credit": credit or "–"}
