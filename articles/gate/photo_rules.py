"""The rules about pictures: for those of slides, and for a lead photo that stands in no slide."""

from collections.abc import Callable, Iterator
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.document.schema import Document, PhotoFacts
from articles.gate.registry import Level, Remark, World, rule
from articles.gate.texts import stands_in_slides
from articles.gate.wording import filled, later, quotation
from articles.text.filenames import looks_like_filename

Message = str | Promise
PhotoCheck = Callable[[PhotoFacts, Document, World], Message | None]

# On so many other articles of the last 30 days a picture is worn out.
OFTEN: Final = 3


def photo_rule(
    name: str,
    level: Level = Level.BLOCKS,
    *,
    about: Message,
    example: str,
    final: bool = False,
) -> Callable[[PhotoCheck], PhotoCheck]:
    """Register a check of one photo twice: as `photo.…` at slides, as `lead.…` at the lead."""

    def register(check: PhotoCheck) -> PhotoCheck:
        @rule(f"photo.{name}", level, about=about, example=example, final=final)
        def at_slides(document: Document, world: World) -> Iterator[Remark]:
            for slide in document.slides:
                if slide.photo and (message := check(slide.photo, document, world)):
                    yield slide.key, "photo", message

        @rule(f"lead.{name}", level, about=about, example=example, final=final)
        def at_the_lead(document: Document, world: World) -> Iterator[Remark]:
            lead = document.lead
            own = lead and not stands_in_slides(document)
            if lead and own and (message := check(lead, document, world)):
                yield "", "lead_photo", message

        return check

    return register


# --- Its files and rights ------------------------------------------------------------------------


@photo_rule(
    "in_work",
    final=True,
    about=_("A photo that is not prepared yet."),
    example="The photo was uploaded a second ago.",
)
def photo_in_work(photo: PhotoFacts, document: Document, world: World) -> Message | None:
    if photo.id in world.in_work:
        return _("The photo is still being prepared. Wait a few seconds, then publish.")
    return None


@photo_rule(
    "failed",
    final=True,
    about=_("A photo that could not be prepared."),
    example="The file is damaged.",
)
def photo_failed(photo: PhotoFacts, document: Document, world: World) -> Message | None:
    if photo.id in world.failed:
        return _("The photo could not be prepared. Try again on its page, or choose another.")
    return None


@photo_rule(
    "taken_down",
    final=True,
    about=_("A photo that was taken down."),
    example="The photographer has withdrawn the photo.",
)
def photo_taken_down(photo: PhotoFacts, document: Document, world: World) -> Message | None:
    if photo.id in world.taken_down:
        return _("The photo was taken down and may not be shown. Choose another.")
    return None


@photo_rule(
    "byline.missing",
    final=True,
    about=_("A credit that requires a photographer’s name, and none is given."),
    example="The agency asks for a name, and there is none.",
)
def photo_byline_missing(photo: PhotoFacts, document: Document, world: World) -> Message | None:
    if photo.byline_required and not photo.creator:
        return filled(
            _("“%(credit)s” requires the photographer’s name. Add it to the photo."),
            credit=quotation(photo.credit),
        )
    return None


@photo_rule(
    "editorial_only",
    final=True,
    about=_("A photo for editorial use only, in sponsored content."),
    example="An editorial photo in a sponsored article.",
)
def photo_editorial_only(photo: PhotoFacts, document: Document, world: World) -> Message | None:
    if photo.editorial_only and document.commercial == "sponsored":
        return _(
            "The photo is for editorial use only, and this article is sponsored. Choose another."
        )
    return None


@photo_rule(
    "substitute.alt.missing",
    Level.WARNS,
    about=_("A photo’s substitute without an alt text in this language."),
    example="The substitute has no Danish alt text.",
)
def substitute_alt_missing(photo: PhotoFacts, document: Document, world: World) -> Message | None:
    if photo.substitute and not photo.substitute.alt:
        return _(
            "The photo’s substitute has no alt text in this language. Write it on that photo’s page."
        )
    return None


@photo_rule(
    "substitute.unfit",
    final=True,
    about=_("A substitute that may not be shown there: no credit, or for editorial use only."),
    example="The substitute’s agency asks for a name, and there is none.",
)
def substitute_unfit(photo: PhotoFacts, document: Document, world: World) -> Message | None:
    spare = photo.substitute
    if spare is None:
        return None
    if not (spare.creator or spare.credit):
        return _("Nobody is credited for the photo’s substitute. Name its photographer or agency.")
    if spare.byline_required and not spare.creator:
        return filled(
            _("“%(credit)s” requires the name of the substitute’s photographer. Add it."),
            credit=quotation(spare.credit),
        )
    if spare.editorial_only and document.commercial == "sponsored":
        return _(
            "The photo’s substitute is for editorial use only, and this is sponsored."
            " Give the photo another substitute."
        )
    return None


# --- Shown too often -----------------------------------------------------------------------------


def _often(count: int) -> str:
    return ngettext(
        "Readers have seen this photo on %(count)s other article within 30 days. Use another if you can.",
        "Readers have seen this photo on %(count)s other articles within 30 days. Use another if you can.",
        count,
    ) % {"count": count}


@photo_rule(
    "often",
    Level.WARNS,
    about=_("A photo that readers have seen on three or more other articles within 30 days."),
    example="The photo stood on three other articles this month.",
)
def photo_often(photo: PhotoFacts, document: Document, world: World) -> Message | None:
    count = world.often.get(photo.id, 0)
    return later(_often, count) if count >= OFTEN else None


def _repeated(number: int, *, is_same: bool) -> str:
    text = (
        gettext("Slide %(number)s has the same photo. Choose another.")
        if is_same
        else gettext(
            "The photo looks almost like that of slide %(number)s. Choose one that differs more."
        )
    )
    return text % {"number": number}


@rule(
    "photo.repeated",
    Level.WARNS,
    about=_("The same picture twice in an article, or two that look almost alike."),
    example="Slides 2 and 5 show the same photo.",
)
def photo_repeated(document: Document, world: World) -> Iterator[Remark]:
    seen: dict[int, int] = {}
    for number, slide in enumerate(document.slides, 1):
        if slide.photo is None:
            continue
        photo = slide.photo.id
        like = next((each for each in seen if frozenset((each, photo)) in world.similar), photo)
        if photo in seen or like != photo:
            at = seen[photo if photo in seen else like]
            yield slide.key, "photo", later(_repeated, at, is_same=photo in seen)
        seen.setdefault(photo, number)


# --- What is said of it --------------------------------------------------------------------------

_NAMED: Final = _("“%(words)s” is a file name or keywords. Write what the photo shows.")


@rule(
    "photo.alt.filename",
    about=_("An alt text that is a file name or a list of keywords."),
    example="DSC_0042.jpg",
)
def alt_is_a_filename(document: Document, world: World) -> Iterator[Remark]:
    for slide in document.slides:
        if slide.photo and looks_like_filename(slide.alt):
            yield (
                slide.key,
                "alt",
                filled(_NAMED, words=quotation(slide.alt)),
            )


@rule(
    "photo.caption.filename",
    about=_("A caption that is a file name or a list of keywords."),
    example="Beach,,Woman,And,Towel",
)
def caption_is_a_filename(document: Document, world: World) -> Iterator[Remark]:
    for slide in document.slides:
        if slide.photo and looks_like_filename(slide.caption):
            yield (
                slide.key,
                "caption",
                filled(
                    _(
                        "“%(words)s” is a file name or keywords. Write a caption, or leave it empty."
                    ),
                    words=quotation(slide.caption),
                ),
            )


@rule(
    "lead.alt.filename",
    about=_("An alt text of the lead photo that is a file name or a list of keywords."),
    example="IMG_2206.HEIC",
)
def lead_alt_is_a_filename(document: Document, world: World) -> Iterator[Remark]:
    named = document.lead and looks_like_filename(document.lead_alt)
    if named and not stands_in_slides(document):
        yield (
            "",
            "lead_photo",
            filled(_NAMED, words=quotation(document.lead_alt)),
        )
