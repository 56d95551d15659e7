"""The rules about what is said of pictures, how large they are, and how long they may be shown."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.document.schema import Document, PhotoFacts
from articles.gate.photo_rules import photo_rule
from articles.gate.registry import Level, Remark, World, rule
from articles.gate.texts import stands_in_slides
from articles.gate.wording import filled, the_day

# What a slide's picture fills: 56 hundredths of a page of 1,344 pixels, or a whole phone at twice
# its points. An upright one has 34 hundredths, and a phone's width as well.
SLOT: Final = 800
SLOT_UPRIGHT: Final = 600
SOON: Final = dt.timedelta(days=30)


def _key(text: str) -> str:
    """Two texts with the same key say the same."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


@rule(
    "photo.alt.repeats",
    Level.WARNS,
    about=_("An alt text that only repeats the caption or the heading."),
    example="Alt text and caption: “The harbour at dusk.”",
)
def alt_repeats(document: Document, world: World) -> Iterator[Remark]:
    for slide in document.slides:
        alt = _key(slide.alt)
        if not (slide.photo and alt):
            continue
        if alt == _key(slide.caption):
            yield (
                slide.key,
                "alt",
                _("Alt text and caption are the same. Write here what the photo shows."),
            )
        elif alt == _key(slide.heading):
            yield (
                slide.key,
                "alt",
                _("The alt text repeats the heading. Write what the photo shows."),
            )


@rule(
    "photo.caption.repeats",
    Level.WARNS,
    about=_("A caption that only repeats the slide’s heading."),
    example="Heading and caption: “The harbour at dusk”",
)
def caption_repeats(document: Document, world: World) -> Iterator[Remark]:
    for slide in document.slides:
        caption = _key(slide.caption)
        if slide.photo and caption and caption == _key(slide.heading):
            yield (
                slide.key,
                "caption",
                _("The caption repeats the heading. Write another, or leave it empty."),
            )


@rule(
    "lead.alt.repeats",
    Level.WARNS,
    about=_("An alt text of the lead photo that only repeats the headline."),
    example="Alt text and headline: “The harbour at dusk”",
)
def lead_alt_repeats(document: Document, world: World) -> Iterator[Remark]:
    alt = _key(document.lead_alt)
    if document.lead and alt and alt == _key(document.headline) and not stands_in_slides(document):
        yield (
            "",
            "lead_photo",
            _("The lead photo’s alt text repeats the headline. Write what the photo shows."),
        )


@photo_rule(
    "small",
    Level.WARNS,
    about=_("A photo with fewer pixels than its place on the page takes."),
    example="A photo 320 pixels wide",
)
def photo_small(photo: PhotoFacts, document: Document, world: World) -> str | Promise | None:
    needed = SLOT_UPRIGHT if photo.height > photo.width else SLOT
    if photo.width >= needed:
        return None
    return filled(
        _(
            "The photo is %(width)s pixels wide and will look soft. Choose one of %(needed)s or more."
        ),
        width=photo.width,
        needed=needed,
    )


@photo_rule(
    "expiring",
    Level.WARNS,
    about=_("A photo that expires within 30 days, and nothing to show after it."),
    example="The licence ends in nine days",
)
def photo_expiring(photo: PhotoFacts, document: Document, world: World) -> str | Promise | None:
    if not photo.expires_at or photo.id in world.taken_down:
        return None
    end = dt.datetime.fromisoformat(photo.expires_at)
    if not world.as_of < end <= world.as_of + SOON or _takes_over(photo.substitute, end):
        return None
    return filled(
        _("The licence allows the photo until %(date)s only. Extend it, or choose a substitute."),
        date=the_day(photo.expires_at),
    )


def _takes_over(spare: PhotoFacts | None, end: dt.datetime) -> bool:
    """Whether there is something to show from `end` on."""
    if spare is None:
        return False
    return not spare.expires_at or dt.datetime.fromisoformat(spare.expires_at) > end
