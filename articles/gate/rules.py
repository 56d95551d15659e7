"""The rules without which a page is not a page."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.document.schema import Document, PhotoFacts
from articles.gate.registry import Remark, World, rule
from articles.gate.texts import stands_in_slides
from articles.gate.wording import filled, quotation, the_day, the_moment
from articles.text.sanitise import plain


@rule(
    "headline.missing",
    final=True,
    about=_("A page without a headline."),
    example="The headline is empty.",
)
def headline_missing(document: Document, world: World) -> Iterator[Remark]:
    if not document.headline:
        yield "", "headline", _("There is no headline. Write one.")


@rule(
    "standfirst.missing",
    about=_("A page without a standfirst."),
    example="The standfirst is empty.",
)
def standfirst_missing(document: Document, world: World) -> Iterator[Remark]:
    if not document.standfirst:
        yield "", "standfirst", _("There is no standfirst. Write one or two sentences.")


@rule(
    "topic.missing",
    final=True,
    about=_("An article without a topic, or with one that has no address in this language."),
    example="No topic is chosen.",
)
def topic_missing(document: Document, world: World) -> Iterator[Remark]:
    if document.topic is None:
        yield "", "topic", _("The article has no topic, and so no address. Choose one.")
    elif not world.topic_slug:
        yield (
            "",
            "topic",
            _("The topic has no address in this language. Give it one, or choose another."),
        )


@rule(
    "slug.missing",
    final=True,
    about=_("A page without an address."),
    example="The headline is “???”, and no address is typed.",
)
def slug_missing(document: Document, world: World) -> Iterator[Remark]:
    if document.headline and not document.slug:
        yield (
            "",
            "slug",
            _("No address can be made from the headline. Type one, in letters a to z."),
        )


@rule(
    "slug.taken",
    final=True,
    about=_("An address that another article has."),
    example="Another article was published as “the-last-rung”.",
)
def slug_taken(document: Document, world: World) -> Iterator[Remark]:
    if world.slug_owner not in (None, document.article):
        yield (
            "",
            "slug",
            filled(
                _("“%(slug)s” is the address of another article. Type a different one."),
                slug=quotation(document.slug),
            ),
        )


@rule(
    "embargo.early",
    final=True,
    about=_("Publication before the embargo ends."),
    example="Published at 05.00, with an embargo until 06.00.",
)
def embargo_early(document: Document, world: World) -> Iterator[Remark]:
    if world.embargo_until and world.as_of < world.embargo_until:
        yield (
            "",
            "embargo_until",
            filled(
                _("The article is under embargo until %(moment)s. Publish it then, or later."),
                moment=the_moment(world.embargo_until),
            ),
        )


@rule(
    "sponsor.missing",
    final=True,
    about=_("Sponsored content without the name of its sponsor."),
    example="“Sponsored” is chosen and the sponsor is empty.",
)
def sponsor_missing(document: Document, world: World) -> Iterator[Remark]:
    if document.commercial == "sponsored" and not document.sponsor:
        yield "", "sponsor", _("Sponsored content must name its sponsor. Fill in who paid.")


@rule(
    "slides.missing",
    final=True,
    about=_("A page without a slide in its language."),
    example="All slides stand in English alone, and the Danish is published.",
)
def slides_missing(document: Document, world: World) -> Iterator[Remark]:
    if not document.slides:
        text = {
            "en": _("There is no English slide yet. Write at least one."),
            "da": _("There is no Danish slide yet. Write at least one."),
        }[document.language]
        yield "", "slides", text


@rule(
    "slide.heading.missing",
    about=_("A slide without a heading."),
    example="The slide's heading is empty.",
)
def slide_heading_missing(document: Document, world: World) -> Iterator[Remark]:
    for slide in document.slides:
        if not slide.heading:
            yield slide.key, "heading", _("The slide has no heading. Write one.")


@rule(
    "slide.text.missing",
    about=_("A slide without a text."),
    example="The slide's text is an empty paragraph.",
)
def slide_text_missing(document: Document, world: World) -> Iterator[Remark]:
    for slide in document.slides:
        if not plain(slide.body):
            yield slide.key, "body", _("The slide has no text. Write it, or delete the slide.")


@rule(
    "slide.photo.missing",
    about=_("A slide without a photo."),
    example="The photo's place is empty.",
)
def slide_photo_missing(document: Document, world: World) -> Iterator[Remark]:
    for slide in document.slides:
        if slide.photo is None:
            yield slide.key, "photo", _("The slide has no photo. Choose one.")


@rule(
    "slide.alt.missing",
    about=_("A photo without an alt text in this language, the slide’s or the library’s."),
    example="Both alt texts are empty.",
)
def slide_alt_missing(document: Document, world: World) -> Iterator[Remark]:
    for slide in document.slides:
        if slide.photo and not slide.alt:
            yield (
                slide.key,
                "alt",
                _("The photo has no alt text in this language. Write what it shows."),
            )


@rule(
    "photo.credit.missing",
    final=True,
    about=_("A photo that nobody is credited for."),
    example="Neither photographer nor agency is filled in.",
)
def photo_credit_missing(document: Document, world: World) -> Iterator[Remark]:
    for slide in document.slides:
        if slide.photo and not (slide.photo.creator or slide.photo.credit):
            yield (
                slide.key,
                "photo",
                _("Nobody is credited for the photo. Name its photographer or agency."),
            )


@rule(
    "photo.expired",
    final=True,
    about=_("A photo whose licence has ended when the page goes out."),
    example="The licence ended on 1 November.",
)
def photo_expired(document: Document, world: World) -> Iterator[Remark]:
    for slide in document.slides:
        if slide.photo and _has_expired(slide.photo, world):
            yield slide.key, "photo", _expired(slide.photo)


@rule(
    "lead.expired",
    final=True,
    about=_("A lead photo whose licence has ended when the page goes out."),
    example="The licence ended on 1 November.",
)
def lead_expired(document: Document, world: World) -> Iterator[Remark]:
    lead = document.lead
    if lead and _has_expired(lead, world) and not stands_in_slides(document):
        yield "", "lead_photo", _expired(lead)


@rule(
    "lead.alt.missing",
    about=_("A lead photo that stands in no slide, without an alt text in this language."),
    example="The lead's alt text is empty.",
)
def lead_alt_missing(document: Document, world: World) -> Iterator[Remark]:
    if document.lead and not document.lead_alt and not stands_in_slides(document):
        yield (
            "",
            "lead_photo",
            _("The lead photo has no alt text in this language. Write what it shows."),
        )


@rule(
    "lead.credit.missing",
    final=True,
    about=_("A lead photo that nobody is credited for."),
    example="Neither photographer nor agency is filled in.",
)
def lead_credit_missing(document: Document, world: World) -> Iterator[Remark]:
    lead = document.lead
    if lead and not (lead.creator or lead.credit) and not stands_in_slides(document):
        yield (
            "",
            "lead_photo",
            _("Nobody is credited for the lead photo. Name its photographer or agency."),
        )


def _has_expired(photo: PhotoFacts, world: World) -> bool:
    """That it was taken down, which also ends its rights, is another rule's."""
    expiry = photo.expires_at
    is_over = bool(expiry) and dt.datetime.fromisoformat(expiry) <= world.as_of
    return is_over and photo.id not in world.taken_down


def _expired(photo: PhotoFacts) -> str:
    message = _("The licence allows the photo until %(date)s only. Choose another photo.")
    return filled(message, date=the_day(photo.expires_at))
