"""Photos, advertising, links, and the form of the page."""

import datetime as dt
from dataclasses import replace
from typing import Final

from articles.document.working_copy import WorkingCopy, WorkingLink
from articles.gate.registry import Level
from tests.documents import NOW
from tests.gate.clean import clean_articles, key
from tests.gate.planted import (
    Fault,
    Plant,
    article_with,
    below,
    fault,
    in_text,
    put,
    swap,
    with_photo,
    with_slide,
)

WARNS: Final = Level.WARNS
STOCK: Final = "Cancer,,Nurse,And,Help,With,Old,Woman,In,Hospital,For"


def codes(*names: str) -> frozenset[str]:
    return frozenset(names)


def with_link(*links: WorkingLink) -> Plant:
    return article_with(links=links)


def same_photo(one: int, other: int) -> Plant:
    def plant(working: WorkingCopy) -> WorkingCopy:
        return with_slide(other, lambda each: replace(each, photo=working.slides[one - 1].photo))(
            working
        )

    return plant


def photo_of(article: str, slide: int) -> int:
    photo = clean_articles()[article].slides[slide - 1].photo
    assert photo
    return photo.facts.id


def in_days(days: float) -> str:
    return (NOW + dt.timedelta(days=days)).isoformat()


# fmt: off
PHOTOS: Final = (
    fault("an agency’s keywords as a caption", "viruses-and-relapse", "en.2.caption", put(STOCK), "photo.caption.filename"),
    fault("the same in Danish", "viruses-and-relapse", "da.2.caption", put(STOCK), "photo.caption.filename"),
    fault("keywords as an alt text", "beaches", "en.5.alt", put("beach, sea, sand, cyclist, summer, holiday, denmark"), "photo.alt.filename"),
    fault("Danish keywords as an alt text", "beaches", "da.5.alt", put("strand, hav, sand, cyklist, sommer, ferie"), "photo.alt.filename"),
    fault("a camera’s file name as an alt text", "lisbon", "en.2.alt", put("DSC_4411.JPG"), "photo.alt.filename"),
    fault("an agency’s file name as a caption", "lisbon", "da.3.caption", put("shutterstock_1184422017"), "photo.caption.filename"),
    fault("a screenshot’s name as an alt text", "transfer", "da.1.alt", put("Skærmbillede 2026-08-02 kl. 10.22.11"), "photo.alt.filename"),
    fault("a hyphenated file name as a caption", "transfer", "en.1.caption", put("line-ostergaard-goal-final-2-scaled"), "photo.caption.filename"),
    fault("the alt text is the caption", "heat", "en.2.alt", put("An old trick from Andalusia."), "photo.alt.repeats", "warns"),
    fault("the caption is the heading", "heat", "da.4.caption", put("Bomuld, ikke polyester"), "photo.caption.repeats", "warns"),
    fault("no alt text", "novelist", "da.4.alt", put(""), "slide.alt.missing"),
    Fault("no photo", "novelist", "en.3.photo", with_slide(3, lambda each: replace(each, photo=None)), codes("slide.photo.missing"), besides=codes("slide.photo.missing")),
    Fault("no credit", "concert", "en.2.photo", with_photo(2, creator="", credit=""), codes("photo.credit.missing")),
    Fault("the agency wants a name", "concert", "da.2.photo", with_photo(2, creator="", byline_required=True), codes("photo.byline.missing")),
    Fault("a photo too small", "court-case", "en.2.photo", with_photo(2, width=320, height=213), codes("photo.small"), WARNS),
    Fault("a licence that has ended", "court-case", "da.1.photo", with_photo(1, expires_at=in_days(-1)), codes("photo.expired")),
    Fault("a licence that ends next week", "court-case", "en.1.photo", with_photo(1, expires_at=in_days(7)), codes("photo.expiring"), WARNS),
    Fault("the same photo twice", "gulls", "en.3.photo", same_photo(1, 3), codes("photo.repeated"), WARNS),
    Fault("nearly the same photo twice", "gulls", "da.2.photo", lambda working: working, codes("photo.repeated"), WARNS, world={"similar": frozenset({frozenset({photo_of("gulls", 1), photo_of("gulls", 2)})})}),
    Fault("a photo still in work", "satellite", "en.1.photo", lambda working: working, codes("photo.in_work"), world={"in_work": frozenset({photo_of("satellite", 1)})}),
    Fault("a photo that was taken down", "satellite", "da.3.photo", lambda working: working, codes("photo.taken_down"), world={"taken_down": frozenset({photo_of("satellite", 3)})}),
    Fault("a photo seen too often", "satellite", "da.2.photo", lambda working: working, codes("photo.often"), WARNS, world={"often": {photo_of("satellite", 2): 4}}),
)
# fmt: on
# fmt: off
ADVERTISING: Final = (
    Fault("sponsored by nobody", "canteen", "en.sponsor", article_with(commercial="sponsored"), codes("sponsor.missing")),
    Fault("an editorial photo in sponsored content", "canteen", "da.3.photo", lambda working: with_photo(3, editorial_only=True)(replace(working, commercial="sponsored", sponsor="Kantinen A/S") ), codes("photo.editorial_only")),
    fault("an affiliate network’s link", "bike-chain", "en.2.body", below('<a href="https://www.awin1.com/cread.php?awinmid=1234&amp;awinaffid=5678">Chains from DKK 149</a>' ), "ad.link"),
    fault("a shop’s link with a tag", "bike-chain", "da.2.body", below('<a href="https://www.amazon.de/dp/B07XYZ1234?tag=diptych-21">Kæder fra 149 kr.</a>'), "ad.link"),
    fault("a Danish network’s link", "passwords", "da.3.body", below('<a href="https://www.partner-ads.com/dk/klikbanner.php?partnerid=123&amp;bannerid=456">Prøv gratis</a>' ), "ad.link"),
)
# fmt: on
# fmt: off
LINKS: Final = (
    Fault("a link to the article itself", "canteen", "en.link1.target", lambda working: replace(working, links=(WorkingLink(key(4), article=working.article, key="link1"),)), codes("link.idle"), WARNS),
    Fault("the same link twice", "canteen", "da.link2.target", with_link(WorkingLink(key(4), article=12, key="link1"), WorkingLink(key(6), article=12, key="link2")), codes("link.idle"), WARNS),
    Fault("the same address twice", "film-festival", "en.link2.url", with_link(WorkingLink(key(2), url="https://festival.example/programme", labels={"en": "Programme", "da": "Program"}, key="link1"), WorkingLink(key(5), url="https://festival.example/programme?utm_source=feed", labels={"en": "The full programme", "da": "Hele programmet"}, key="link2")), codes("link.twice"), WARNS),
    Fault("a link to a withdrawn article", "viruses-and-relapse", "en.link1.target", lambda working: working, codes("link.withdrawn"), WARNS, world={"withdrawn": frozenset({11})}),
    fault("a link without a colon", "house-prices", "en.3.body", below('<a href="https//boliga.example/vordingborg">See the houses</a>'), "link.address"),
    fault("a link into the house", "house-prices", "da.3.body", below('<a href="http://localhost:8000/da/bolig/">Se husene</a>'), "link.address"),
    fault("an insecure link", "night-trains", "en.2.body", below('<a href="http://trains.example/prices">See the prices</a>'), "link.doubtful", "warns"),
    fault("a shortened link", "night-trains", "da.2.body", below('<a href="https://bit.ly/3nattog">Se priserne</a>'), "link.doubtful", "warns"),
    fault("a link without words", "night-trains", "en.3.body", below('<a href="https://trains.example/menu">.</a>'), "link.text.missing"),
    fault("the same link twice in a slide", "night-trains", "da.3.body", below('<a href="https://trains.example/menu">Se menuen</a> eller <a href="https://trains.example/menu">bestil</a>.' ), "link.twice", "warns"),
)
# fmt: on
# fmt: off
FORM: Final = (
    fault("eleven signs over nine slides", "iron", "en.headline", swap("9 signs", "11 signs"), "headline.promise"),
    fault("eleven signs in words, in Danish", "mould", "da.headline", swap("8 tegn", "Elleve tegn"), "headline.promise"),
    fault("a headline of two hundred characters", "election", "en.headline", put("Exit poll: neck and neck in Bratislava as the two largest parties both claim that they have won an election in which more people voted than at any time since the year 2002, and in which nobody knows who will govern" ), "text.long", "warns"),
    fault("a search text that will be cut", "election", "da.seo_description", put("Exitpollen giver de to største partier i Slovakiet 23,4 og 22,9 procent af stemmerne, og dermed er det stadig helt åbent, hvem der kommer til at regere landet efter valget, fordi op mod ni partier kan komme ind, og fordi en koalition uden et af de to store partier næsten ikke kan tælles sammen." ), "text.long", "warns"),
    fault("an address that says nothing", "faroes", "en.slug", put("untitled-2"), "slug.poor", "warns" ),
    fault("an English address on the Danish page", "heat", "da.slug", put("too-hot-to-sleep-5-tricks"), "slug.poor", "warns"),
    Fault("an address that is taken", "heat", "en.slug", lambda working: working, codes("slug.taken"), world={"slug_owner": 3}),
    Fault("a study without a source", "screens-and-sleep", "en.sources", article_with(sources=()), codes("source.missing"), WARNS),
    Fault("nobody wrote it", "screens-and-sleep", "da.bylines", article_with(bylines=()), codes("byline.missing"), WARNS),
    Fault("no topic", "screens-and-sleep", "da.topic", article_with(topic=None), codes("topic.missing"), world={"topic_slug": ""}, besides=codes("topic.missing")),
    Fault("two slides", "strawberries", "en.slides", lambda working: replace(working, slides=working.slides[:2]), codes("slides.few"), WARNS),
    Fault("published before the embargo ends", "satellite", "en.embargo_until", lambda working: working, codes("embargo.early"), world={"embargo_until": NOW + dt.timedelta(hours=1)}),
    Fault("one slide far longer than the rest", "beaches", "en.3.body", in_text("en.3.body", put(" ".join(["The road down is steep, the hotel’s apple cake is famous, and the sea is cold even in August, when the wind turns west and the gulls come in over the heath to see what is left on the plates outside." ] * 6 ) )), codes("slide.long"), WARNS),
)
# fmt: on
FAULTS: Final = (*PHOTOS, *ADVERTISING, *LINKS, *FORM)
