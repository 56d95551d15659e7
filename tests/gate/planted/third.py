"""A third planting, by somebody who had mended the rules and tried to get past them."""

from dataclasses import replace
from typing import Final

from articles.document.working_copy import WorkingLink
from articles.gate.registry import Level
from tests.gate.clean import key
from tests.gate.planted import Fault, add, below, fault, in_text, put, swap, with_photo

WARNS: Final = Level.WARNS

# fmt: off
FAULTS: Final = (
    fault("a Danish half-sentence after an English one", "coin", "en.2.body", add("Ring til banken, hvis du er i tvivl om reglerne."), "language.wrong"),
    fault("an English list item in a Danish list", "poll", "da.1.body", swap("<li>15,1 procent vil ikke</li>", "<li>15.1 per cent do not want the day back</li>"), "language.wrong"),
    fault("an English heading in Danish", "herbs", "da.3.heading", put("Cut above a pair of leaves"), "language.wrong"),
    fault("the same alt text in both", "bridge-collapse", "en.3.alt", put("Et vejskilt, der peger til venstre, foran fyrretræer."), "language.wrong"),
    fault("a Danish kicker", "heat-records", "en.kicker", put("Vejret lige nu"), "language.wrong", "warns"),
    fault("the Danish search text in English", "wedding", "da.seo_description", put("Singer Thea Lykke and cellist Ib Sonne were married on Saturday in Thy."), "language.wrong"),
    fault("“Billede:” in an English caption", "marathon", "en.1.caption", put("Billede: Bodil Ravn on her usual morning run."), "language.interface"),
    fault("“Related articles” in Danish", "marathon", "da.3.body", below("Related articles"), "language.interface"),
    fault("“Opdateret:” in English", "bridge-collapse", "en.standfirst", add("Opdateret: 10.15"), "language.interface"),
    fault("“Sign up for our newsletter” in Danish", "poll", "da.3.body", below("Sign up for our newsletter"), "language.wrong language.interface"),
    fault("an age is another", "wedding", "da.standfirst", swap("29 år", "39 år"), "translation.numbers", "warns"),
    fault("a weekday is another", "bridge-collapse", "da.seo_description", swap("onsdag", "torsdag"), "translation.numbers", "warns"),
    fault("a fraction is another", "coin", "da.standfirst", swap("En kvart million", "En halv million"), "translation.numbers", "warns"),
    fault("a half past is an hour late", "wedding", "da.3.body", swap("halv to", "halv tre"), "translation.numbers", "warns"),
    fault("degrees are wrong", "heat-records", "da.2.body", swap("34 grader", "43 grader"), "translation.numbers", "warns"),
    fault("miles are wrong", "marathon", "da.2.heading", swap("42,195 km", "24,195 km"), "translation.numbers", "warns"),
    fault("three in four became two in four", "poll", "da.headline", swap("Tre ud af fire", "To ud af fire"), "translation.numbers", "warns"),
    fault("dollars became kroner", "gaming", "da.3.body", swap("5 mio. dollar", "5 mio. kroner"), "translation.numbers", "warns"),
    fault("a theme’s demo text", "gaming", "en.1.body", put("This is a sample paragraph. Replace it with your own content."), "leftover.placeholder"),
    fault("“Tilføj undertitel her”", "gaming", "da.standfirst", put("Tilføj undertitel her"), "leftover.placeholder"),
    fault("“Skriv noget …”", "gaming", "da.2.body", put("Skriv noget …"), "leftover.placeholder"),
    fault("“Sample Page”", "herbs", "en.seo_title", put("Sample Page"), "leftover.placeholder"),
    fault("a Beaver Builder shortcode", "herbs", "en.2.body", below("[fl_builder_insert_layout slug=\"promo\"]"), "leftover.placeholder"),
    fault("a JavaScript expression", "herbs", "da.seo_title", put("${article.title} | Avisen"), "leftover.placeholder"),
    fault("“TKTK”", "coin", "en.3.caption", put("TKTK"), "leftover.placeholder"),
    fault("“??? kroner”", "coin", "da.3.body", swap("1.500 kroner", "??? kroner"), "leftover.placeholder typo.punctuation", "warns"),
    fault("“(NAVN)”", "poll", "da.2.body", add("Det siger [NAVN], [TITEL]."), "leftover.placeholder", "warns"),
    fault("“Video:” with nothing", "marathon", "en.2.body", below("Video:"), "leftover.empty.label"),
    fault("“Læs også:” with nothing", "marathon", "da.2.body", below("Læs også:"), "leftover.empty.label"),
    fault("a text that stops at “that”", "wedding", "en.2.body", put("The bridegroom had learnt his by heart, and the bride had decided that"), "leftover.unfinished", "warns"),
    fault("a text cut with …", "wedding", "da.3.body", put("Fish and chips på havnen og derefter lagkage i forsam [...]"), "leftover.unfinished leftover.placeholder", "warns"),
    fault("a broken é", "coin", "en.1.body", add("The cafÃ© next door takes cards."), "leftover.mojibake"),
    fault("broken guillemets", "poll", "da.2.body", swap("»Man", "Â»Man"), "leftover.mojibake"),
    fault("an encoded apostrophe", "gaming", "en.2.heading", put("What don&amp;#39;t you do?"), "leftover.html"),
    fault("a style attribute", "gaming", "da.1.caption", put("<span style=\"font-size:12px\">Frida og Silje Kold</span>"), "leftover.html"),
    fault("a right-to-left mark", "herbs", "da.headline", swap("basilikum", "basili\u200fkum"), "leftover.invisible", "warns"),
    fault("no space after an exclamation mark", "marathon", "da.1.body", add("Hurra!Hun er i mål."), "typo.space.missing", "warns"),
    fault("a space inside brackets", "herbs", "en.2.body", swap("(Botrytis cinerea)", "( Botrytis cinerea )"), "typo.space.before", "warns"),
    fault("two hyphens", "bridge-collapse", "en.headline", swap(" – ", " -- "), "typo.dash", "warns"),
    fault("Polish quotation marks", "bridge-collapse", "da.1.body", swap("»folde sig sammen som et brev«", "„folde sig sammen som et brev”"), "typo.quotes.style", "warns"),
    fault("an accent for an apostrophe", "coin", "da.3.body", swap("1990’erne", "1990´erne"), "typo.apostrophe", "warns"),
    fault("a kicker that shouts", "wedding", "da.kicker", put("SÆSONENS BRYLLUP"), "typo.caps", "warns"),
    fault("a scan’s name as an alt text", "coin", "da.1.alt", put("scan0042.tif"), "photo.alt.filename"),
    fault("a telephone’s name as a caption", "coin", "en.2.caption", put("IMG-20260812-WA0007"), "photo.caption.filename"),
    fault("one word as an alt text", "poll", "en.2.alt", put("image"), "photo.alt.filename"),
    Fault("an upright photo too narrow", "marathon", "da.2.photo", with_photo(2, width=480, height=720), frozenset({"photo.small"}), WARNS),
    fault("a link with a space in it", "poll", "en.3.body", below('<a href="https://poll.example/the full table">The full table</a>'), "link.address"),
    fault("a link to a folder of one’s own", "poll", "da.1.body", below('<a href="file:///C:/Users/maja/tal.pdf">Alle tal</a>'), "link.address translation.links"),
    fault("“click here” as the text of a link", "heat-records", "da.3.body", below('<a href="https://cafe.example/">Click here</a>'), "language.interface"),
    Fault("the article’s own address as a link", "heat-records", "en.link1.url", lambda working: replace(working, links=(WorkingLink(key(2), url="https://diptych.example/en/health/death-valley-129-degrees/", labels={"en": "Hot stuff", "da": "Varme sager"}, key="link1"),)), frozenset({"link.itself"})),
    Fault("two slides with one text", "bridge-collapse", "da.3.body", lambda working: in_text("da.3.body", put(working.slides[1].texts["da"].body))(working), frozenset({"text.repeated"}), WARNS),
    fault("twelve ways over four slides", "herbs", "en.headline", put("12 ways to keep supermarket basil alive"), "headline.promise"),
)
# fmt: on
