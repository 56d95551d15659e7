"""A newsroom of hard cases, published by the real verbs: `python -m tests.site.hard_cases`.

What the demo is too well behaved for: one slide and sixty, tall photos and tiny ones, none at all,
headlines of 140 characters, quotes in other languages, markup in plain text. It is written into the
database and the media folder that the environment names.
"""

import colorsys
import datetime as dt
import io
import random
from typing import Any, Final

import django

django.setup()

from django.db import transaction  # noqa: E402
from PIL import Image, ImageDraw  # noqa: E402

from articles.models.article import Article, Slide  # noqa: E402
from articles.models.clock import database_now, pinned  # noqa: E402
from articles.models.edition import Edition, Notice  # noqa: E402
from articles.models.generation import advance  # noqa: E402
from articles.models.photo import ImageCredit, Photo  # noqa: E402
from articles.models.staff import User  # noqa: E402
from articles.models.translated import write  # noqa: E402
from articles.photos.intake import take_in  # noqa: E402
from articles.photos.work_off import work_off  # noqa: E402
from articles.publishing.publish import publish  # noqa: E402
from articles.publishing.withdraw import withdraw  # noqa: E402
from articles.text.languages import LANGUAGES  # noqa: E402
from articles.text.ranks import spread  # noqa: E402
from tests import newsroom  # noqa: E402

# What a photo is called here: its size.
SIZES: Final = {
    "tall": (1200, 1800),
    "taller": (900, 2000),
    "wide": (1600, 1067),
    "wider": (2400, 800),
    "square": (1000, 1000),
    "tiny": (420, 280),
} | {f"plain-{number}": (900, 600) for number in range(6)}
# 140 characters each, and words that fit on no phone in one piece.
LONG: Final = {
    "en": "How the harbour’s counterrevolutionaries and the telecommunications committee at last came to "
    "an understanding about the lighthouse’s colours",
    "da": "Sådan blev kommunalbestyrelsens speciallægepraksisplanlægningsstabiliseringsudvalg og "
    "fyrtårnsforeningen langt om længe enige om farverne her",
}
# What goes out in one language alone.
ONLY: Final = {"english": ["en"], "danish": ["da"]}
NAMES: Final = {
    "en": ("quay", "lock", "mast", "crane", "buoy", "winch"),
    "da": ("kaj", "sluse", "mast", "kran", "bøje", "spil"),
}


def main() -> None:
    chief = User.objects.create_user("chief", is_staff=True, is_superuser=True)
    pictures = photos(by=chief)
    with transaction.atomic():
        write_all(pictures, by=chief)
        advance()


def photos(*, by: User) -> dict[str, Photo]:
    """The photos of `SIZES`, drawn, taken in and rendered."""
    credit = ImageCredit.objects.create(
        name="Kystfoto",
        url="https://kystfoto.example/",
        license_url="https://kystfoto.example/terms/",
        acquire_url="https://kystfoto.example/buy/",
    )
    taken = []
    for number, (name, size) in enumerate(SIZES.items()):
        photo = take_in(drawn(size, number), filename=f"{name}.jpg", by=by).photo
        photo.byline, photo.credit, photo.basis = "Signe Brandt", credit, Photo.Basis.AGENCY
        write(photo, "alt", "en", f"Coloured boxes on a quay, stacked in way number {number + 1}.")
        write(photo, "alt", "da", f"Farvede kasser på en kaj, stablet på måde nummer {number + 1}.")
        photo.save()
        taken.append(photo)
    made = work_off(taken, progress=lambda done: None)
    return dict(zip(SIZES, made, strict=True))


def drawn(size: tuple[int, int], seed: int) -> bytes:
    """A JPEG of coloured boxes, another one for each seed."""
    chance = random.Random(seed)
    image = Image.new("RGB", size, colour(chance.random(), 0.3, 0.9))
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        box = (x, y, x + chance.randrange(20, 300), y + chance.randrange(20, 300))
        draw.rectangle(box, colour(chance.random(), 0.6, chance.random()))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()


def colour(*hsv: float) -> tuple[int, int, int]:
    red, green, blue = (round(255 * part) for part in colorsys.hsv_to_rgb(*hsv))
    return red, green, blue


# --- Texts ---------------------------------------------------------------------------------------


def heading(number: int, language: str) -> str:
    name = NAMES[language][number % 6]
    return f"The {name} at berth {number}" if language == "en" else f"Plads {number} har en {name}"


def body(number: int, language: str) -> str:
    if language == "en":
        return (
            f"<p>At {number} minutes past six the ferry leaves berth {number}, and whoever is late "
            f"has to wait for {number + 7} minutes in the rain with all the others.</p>"
        )
    return (
        f"<p>Klokken {number} minutter over seks sejler færgen fra plads {number}, og den, der kommer "
        f"for sent, må vente {number + 7} minutter i regnen sammen med alle de andre.</p>"
    )


QUOTES: Final = {
    "en": "<p>The harbour master has a saying of his own for days like these.</p>"
    '<p lang="da">»Vinden spørger ikke om lov, og det gør jeg heller ikke.«</p>'
    "<p>His colleague from Kiel puts it more shortly: "
    '<em lang="de">„Der Wind fragt nicht.“</em></p>'
    "<ul><li>Boats out on the water: 14</li><li>Boats back by the evening: 13</li></ul>",
    "da": "<p>Havnefogeden har sit eget ordsprog til den slags dage.</p>"
    '<p lang="en">»The wind does not ask, and neither do I.«</p>'
    "<p>Hans kollega fra Kiel siger det kortere: "
    '<em lang="de">„Der Wind fragt nicht.“</em></p>'
    "<ul><li>Både ude på vandet: 14</li><li>Både hjemme igen om aftenen: 13</li></ul>",
}


def story(english: str, danish: str, pictures: list[Photo | None], **fields: Any) -> Article:
    """An article with one slide for each of `pictures`; where there is none, of words alone."""
    made = newsroom.article(english, danish, slides=0, **fields)
    for number, (order, photo) in enumerate(zip(spread(len(pictures)), pictures, strict=True), 1):
        slide = Slide(article=made, order=order, photo=photo)
        for language in LANGUAGES:
            write(slide, "heading", language, heading(number, language))
            write(slide, "body", language, body(number, language))
        if photo:
            write(slide, "caption", "en", f"Seen from the bridge in week {number}.")
            write(slide, "caption", "da", f"Set fra broen i uge {number}.")
        slide.save()
    return made


# --- The cases -----------------------------------------------------------------------------------


def write_all(pictures: dict[str, Photo], *, by: User) -> None:
    now = database_now()
    made = cases(list(pictures.values()), pictures)
    for hours, (name, article) in enumerate(made.items(), 1):
        with pinned(now - dt.timedelta(hours=6 * hours)):
            languages = ONLY.get(name, LANGUAGES)
            publish(article=article, languages=languages, by=by, overrule=overruled())
    correct(made["quoted"], by=by, at=now - dt.timedelta(hours=2))
    with pinned(now - dt.timedelta(hours=1)):
        withdraw(article=made["gone"], languages=LANGUAGES, by=by)
        withdraw(article=made["half"], languages=["da"], by=by)


def overruled() -> dict[str, str]:
    """A slide without a photo goes out for a reason alone."""
    return dict.fromkeys(LANGUAGES, "Some stories have no pictures.")


def cases(every: list[Photo], named: dict[str, Photo]) -> dict[str, Article]:
    health = newsroom.topic()
    harbour = newsroom.topic("Harbour and transport", "Havn og transport")
    tall, wide = named["tall"], named["wide"]
    made = {
        "one": story("One box and no more", "Kun en enkelt kasse", [tall], topic=health),
        "sixty": story(
            "Sixty berths in one long walk",
            "Tres pladser på en lang gåtur",
            [every[number % len(every)] for number in range(60)],
            topic=harbour,
        ),
        "words": story("A story without a picture", "En historie uden billeder", [None] * 3),
        "long": story(LONG["en"], LONG["da"], [named["taller"], tall], topic=harbour),
        "quoted": story("The wind does not ask", "Vinden spørger ikke", [wide, None, tall]),
        "paid": story(
            "A paid morning on the quay",
            "En betalt morgen på kajen",
            [wide, named["square"]],
            commercial="sponsored",
            sponsor="Havnens Tehus & Søn",
        ),
        "linked": story(
            "Five lamps for the pier",
            "Fem lamper til molen",
            [named["tiny"], named["wider"]],
            commercial="affiliate",
        ),
        "marked": story(
            "R&D at the harbour: “1 < 2”, says the crew of ‘</script>’",
            "F&U på havnen: »1 < 2«, siger holdet bag ‘</script>’",
            [named["square"], wide],
        ),
        "english": story("Only for those abroad", "Kun for udlandet", [wide]),
        "danish": story("Only for those at home", "Kun for dem hjemme", [tall]),
        "gone": story("What was taken back", "Det blev taget tilbage", [wide]),
        "half": story("Half of it was taken back", "Halvdelen blev taget tilbage", [wide]),
    }
    first = made["quoted"].slides.all()[0]
    for language in LANGUAGES:
        write(first, "body", language, QUOTES[language])
    first.save()
    newsroom.link(made["quoted"], made["long"])
    newsroom.link(made["quoted"], made["english"], after=first)
    newsroom.link(
        made["quoted"],
        "https://harbour.example/tides",
        label_en="Tides of the week",
        label_da="Ugens tidevand",
    )
    newsroom.source(made["quoted"], "Harbour Board", "Havnebestyrelsen", "https://board.example/")
    newsroom.source(made["quoted"], "the port’s own diary", "havnens egen dagbog")
    return made


def correct(article: Article, *, by: User, at: dt.datetime) -> None:
    """A correction on top, and a reply that stands at a slide."""
    slide = article.slides.all()[1]
    said = {
        "en": "The board asks us to say that it never promised to paint the crane.",
        "da": "Bestyrelsen beder os skrive, at den aldrig har lovet at male kranen.",
    }
    for language, text in said.items():
        newsroom.notice(
            article, text, language=language, kind=Notice.Kind.REPLY, slide=slide.key, date=at
        )
    notes = {
        "en": "An earlier version gave the wrong number of boats.",
        "da": "I en tidligere udgave stod der et forkert antal både.",
    }
    with pinned(at):
        publish(
            article=article,
            languages=LANGUAGES,
            by=by,
            kind=Edition.Kind.CORRECTION,
            notes=notes,
            overrule=overruled(),
        )


if __name__ == "__main__":
    main()
