"""What readers of a small newsroom search for, and what they must find: shared by all engines."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from articles.models.article import Article
from tests import newsroom
from tests.newsroom import MONDAY


@dataclass(frozen=True, slots=True)
class Story:
    """One article: (English, Danish) of each text."""

    headline: tuple[str, str]
    standfirst: tuple[str, str]
    body: tuple[str, str]
    topic: tuple[str, str] = ("City", "By")
    kicker: tuple[str, str] = ("", "")
    by: str = newsroom.STAND_IN
    age: int = 0  # days; 0: as old as its place in the list


STORIES = {
    "hum": Story(
        ("The bridge that sings at night", "Broen, der synger om natten"),
        ("When the wind is in the west, it hums.", "Når vinden er i vest, brummer den."),
        ("<p>Nobody knows why.</p>", "<p>Ingen ved hvorfor.</p>"),
    ),
    "count": Story(
        ("Copenhagen counts what it crosses", "København tæller det, den krydser"),
        ("There are more bridges than anyone believed.", "Der er flere broer, end nogen troede."),
        ("<p>The smallest is a plank.</p>", "<p>Den mindste er en planke.</p>"),
    ),
    "whales": Story(
        ("The whales came back to the fjord", "Hvalerne kom tilbage til fjorden"),
        ("Three winters passed without one.", "Der gik tre vintre uden en eneste."),
        ("<p>They passed under the old bridge.</p>", "<p>De svømmede under den gamle bro.</p>"),
        ("Climate", "Klima"),
    ),
    "lithium": Story(
        ("The oldest metal in the medicine cabinet", "Medicinskabets ældste metal"),
        ("What lithium may do for an ageing brain.", "Hvad litium måske gør for hjernen."),
        ("<p>A study of 1.2 million health records.</p>", "<p>En undersøgelse af journaler.</p>"),
        ("Health", "Sundhed"),
    ),
    "rye": Story(
        ("Five open sandwiches from Århus", "Fem stykker smørrebrød fra Aarhus"),
        ("The rye is older than the harbour.", "Rugen er ældre end havnen."),
        ("<p>It is called smørrebrød.</p>", "<p>Det hedder smørrebrød.</p>"),
        ("Food", "Mad"),
    ),
    "cold": Story(
        ("Four degrees and no regrets", "Fire grader og ingen fortrydelse"),
        ("A year at the ladder of the bathers.", "Et år ved badegæsternes stige."),
        (
            "<p>Many began during COVID-19, when the swimming pools were closed.</p>",
            "<p>Mange begyndte under covid-19, da svømmehallerne var lukket.</p>",
        ),
        ("Health", "Sundhed"),
        ("Winter bathing", "Vinterbadning"),
    ),
    "quay": Story(
        ("The women who mended the quay", "Kvinderne, der reparerede kajen"),
        ("Stone by stone, at low tide.", "Sten for sten, når der var lavvande."),
        ("<p>One woman began alone.</p>", "<p>En kvinde begyndte alene.</p>"),
    ),
    "cellars": Story(
        ("Three museums open their cellars", "Tre museer åbner kældrene"),
        ("What is kept is not always shown.", "Det, der gemmes, vises ikke altid."),
        ("<p>A museum is mostly shelves.</p>", "<p>Et museum er mest hylder.</p>"),
        age=400,
    ),
    "draw": Story(
        ("Children draw the cities to come", "Børn tegner fremtidens byer"),
        ("There are no cars in any of them.", "Der er ingen biler i nogen af dem."),
        ("<p>A child of six drew a river.</p>", "<p>Et barn på seks tegnede en å.</p>"),
    ),
    "island": Story(
        ("Life on the smallest island", "Livet på den mindste ø"),
        ("Nine people and a café.", "Ni mennesker og en café."),
        ("<p>The winter ferry comes twice.</p>", "<p>Øens færge kommer to gange.</p>"),
    ),
    "path": Story(
        ("Who owns the bicycle path?", "Hvem ejer cykelstien?"),
        ("An argument in six crossings.", "En strid i seks kryds."),
        ("<p>Bicycles fill the bridge at eight.</p>", "<p>Cyklerne fylder broen klokken otte.</p>"),
        by="Bente Hansen",
    ),
    "books": Story(
        ("A library without books", "Et bibliotek uden bøger"),
        ("Its readers lend each other time.", "Læserne låner hinanden tid."),
        (
            "<p>Hans brought his own winter coat; bathing was free.</p>",
            "<p>Hans tog sin egen frakke med.</p>",
        ),
    ),
    "green": Story(
        ("A green roof for every shed", "Et grønt tag til hvert skur"),
        ("Moss is a patient builder.", "Mos er en tålmodig bygmester."),
        ("<p>The broccoli did not survive.</p>", "<p>Broccolien overlevede ikke.</p>"),
        ("Climate", "Klima"),
    ),
}

# (language, what is typed, the stories that are found: the best first)
PAIRS: list[tuple[str, str, str]] = [
    # A word where it says most comes first: headline, standfirst, then anywhere, the newest first.
    ("en", "bridge", "hum count whales path"),
    ("da", "bro", "hum count whales path green"),
    ("en", "museum", "cellars"),
    ("en", "winter", "whales cold island books"),
    # Singular and plural, definite and indefinite, genitive.
    ("en", "bridges", "hum count whales path"),
    ("en", "bridge's", "hum count whales path"),
    ("en", "whale", "whales"),
    ("en", "city", "draw"),
    ("en", "child", "draw"),
    ("en", "woman", "quay"),
    ("en", "book", "books"),
    ("en", "sandwich", "rye"),
    ("en", "person", "island"),
    ("da", "broen", "hum count whales path"),
    ("da", "broerne", "hum count whales path"),
    ("da", "broernes", "hum count whales path"),
    ("da", "hval", "whales"),
    ("da", "hvalen", "whales"),
    ("da", "museet", "cellars"),
    ("da", "museum", "cellars"),
    ("da", "barn", "draw"),
    ("da", "børnene", "draw"),
    ("da", "by", "draw"),
    ("da", "byen", "draw"),
    ("da", "ø", "island"),
    ("da", "øerne", "island"),
    ("da", "bog", "books"),
    ("da", "bøgerne", "books"),
    ("da", "kvinde", "quay"),
    ("da", "å", "draw"),
    ("da", "cyklen", "path"),
    ("da", "cykel", "path"),
    # Both spellings, accents, capitals.
    ("en", "smorrebrod", ""),
    ("en", "smoerrebroed", "rye"),
    ("da", "smørrebrød", "rye"),
    ("da", "SMOERREBROED", "rye"),
    ("en", "aarhus", "rye"),
    ("da", "Århus", "rye"),
    ("da", "oe", "island"),
    ("da", "koebenhavn", "count"),
    ("da", "boern", "draw"),
    ("da", "groent", "green"),
    ("en", "cafe", "island"),
    ("en", "CAFÉ", "island"),
    # Beginnings of words.
    ("en", "lith", "lithium"),
    ("en", "bath", "cold books"),
    ("en", "medic", "lithium"),
    ("da", "cykels", "path"),
    ("da", "medicin", "lithium"),
    ("en", "li", ""),
    # Several words: all of them; small words do not matter, unless there are no others.
    ("en", "bridge whales", "whales"),
    ("en", "the bridge of the whales", "whales"),
    ("en", "what about lithium", "lithium"),
    ("en", "bicycle bridge", "path"),
    ("en", "bridge lithium", ""),
    # Side by side.
    ("en", '"winter bathing"', "cold"),
    ("en", "winter bathing", "cold books"),
    ("en", '"bathing winter"', ""),
    ("en", "covid-19", "cold"),
    ("en", "“open sandwiches”", "rye"),
    ("en", '"one began"', ""),
    ("da", "»gamle broer«", "whales"),
    ("en", "1.2", "lithium"),
    # Who made it, and whom it is not.
    ("en", "Hansen", "path"),
    ("en", "hans", "books path"),
    (
        "en",
        "Signe Brandt",
        "hum count whales lithium rye cold quay draw island path books green cellars",
    ),
    # Each language by itself.
    ("en", "hvaler", ""),
    ("da", "whales", ""),
    # Signs mean nothing.
    ("en", "whale*", "whales"),
    ("en", "-whales", "whales"),
    ("en", "whales AND NOT (fjord)", "whales"),
    ("en", "(whales)", "whales"),
    ("en", "headline:whales", ""),
]


def publish_all() -> dict[str, Article]:
    """All of STORIES, each a day older than the one before."""
    return dict(_published())


def _published() -> Iterator[tuple[str, Article]]:
    for days, (name, story) in enumerate(STORIES.items(), 1):
        with newsroom.at(MONDAY - dt.timedelta(days=story.age or days)):
            made = newsroom.article(
                *story.headline,
                slides=0,
                by=story.by,
                topic=newsroom.topic(*story.topic),
                slug_en=name,
                slug_da=name,
                standfirst_en=story.standfirst[0],
                standfirst_da=story.standfirst[1],
                kicker_en=story.kicker[0],
                kicker_da=story.kicker[1],
            )
            newsroom.slide(
                made,
                1,
                order="5",
                body_en=story.body[0],
                body_da=story.body[1],
            )
            newsroom.publish(made)
            yield name, made
