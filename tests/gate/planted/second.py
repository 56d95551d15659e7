"""A second planting: written before the first was tried, and tried after it was mended."""

import datetime as dt
from typing import Final

from articles.document.working_copy import WorkingLink, WorkingSource
from articles.gate.registry import Level
from tests.documents import NOW
from tests.gate.clean import key
from tests.gate.planted import (
    Fault,
    add,
    article_with,
    below,
    fault,
    put,
    swap,
    with_photo,
    without,
)

WARNS: Final = Level.WARNS

# fmt: off
FAULTS: Final = (
    fault("a Danish aside in an English text", "greenland", "en.4.body", add("Husk at bestille i god tid, hvis du vil rejse i juli."), "language.wrong"),
    fault("an English quotation with no marks in Danish", "pension", "da.2.body", add("They have never carried tiles in February."), "language.wrong"),
    fault("an English alt text on the Danish slide", "dog-training", "da.6.alt", put("A muddy dog sits in front of a pair of wellingtons."), "language.wrong language.alike"),
    fault("a Danish heading on the English slide", "bathing-water", "en.3.heading", put("Hvad hvis jeg har slugt noget?"), "language.wrong"),
    fault("an English standfirst over the Danish opera", "opera", "da.standfirst", put("Director Iben Storm moves Bizet’s Seville to a Copenhagen car park. The voices save the evening."), "language.wrong language.same"),
    fault("“Illustration:” is the same, “Arkivfoto:” is not", "fossil", "en.1.caption", add("Arkivfoto: Kystfoto"), "language.interface"),
    fault("“Share this article” in a Danish text", "ferry-strike", "da.3.body", below("Share this article:"), "language.interface leftover.empty.label"),
    fault("“Foto:” before an English caption", "coffee", "en.2.caption", put("Foto: Jens Rønnow"), "language.interface"),
    fault("“Advertisement” between Danish paragraphs", "scam-calls", "da.2.body", below("Advertisement"), "language.interface language.wrong"),
    fault("“Læs mere” below an English text", "tv-drama", "en.4.body", below("Læs mere"), "language.interface"),
    fault("a rating of another year", "chess", "da.1.body", swap("2.087", "2.078"), "translation.numbers", "warns"),
    fault("a price in another currency", "allotments", "da.2.body", swap("62.000 kroner", "62.000 euro"), "translation.numbers", "warns"),
    fault("minus became plus", "greenland", "da.4.body", swap("-5 og +8", "5 og 8"), "translation.numbers", "warns"),
    fault("a year is another", "fossil", "da.2.body", swap("1989", "1998"), "translation.numbers", "warns"),
    fault("a step of a list is missing", "charging", "en.4.body", swap("<li>Avoid the rush hour between 5 and 9 pm.</li>", ""), "translation.lists", "warns"),
    Fault("an English slide is blank", "derby", "en.3.body", without(3, "en"), frozenset({"slide.text.missing"}), besides=frozenset({"slide.heading.missing", "slide.alt.missing"})),
    fault("Gutenberg’s prompt", "charging", "en.1.body", put("Type / to choose a block"), "leftover.placeholder"),
    fault("a theme’s Danish box", "charging", "da.2.body", below("Html-kode her! Erstat dette med din egen html-kode."), "leftover.placeholder"),
    fault("a name for anyone", "pension", "da.3.caption", put("Navn Efternavn, titel"), "leftover.placeholder"),
    fault("“[indsæt citat]”", "pension", "da.1.body", add("[indsæt citat fra ministeren]"), "leftover.placeholder"),
    fault("question marks in a row", "allotments", "en.3.body", swap("38 years", "?? years"), "leftover.placeholder typo.punctuation", "warns"),
    fault("“undefined” of a script", "allotments", "en.2.caption", put("undefined"), "leftover.placeholder"),
    fault("an Elementor shortcode", "dog-training", "en.2.body", below("[elementor-template id=\"312\"]"), "leftover.placeholder"),
    fault("a liquid tag", "dog-training", "da.kicker", put("{% if page.kicker %}Kæledyr"), "leftover.placeholder"),
    fault("an editor’s note in brackets", "bathing-water", "da.2.body", add("(FAKTATJEK!!)"), "leftover.placeholder typo.caps typo.punctuation", "warns"),
    fault("“Kilde:” with nothing behind it", "bathing-water", "da.3.body", below("Kilde:"), "leftover.empty.label"),
    fault("“Byline:” with nothing behind it", "opera", "en.1.body", below("Byline:"), "leftover.empty.label"),
    fault("Windows letters read as DOS", "opera", "da.2.body", swap("løbehjul", "l›behjul"), "leftover.mojibake"),
    fault("broken dash", "greenland", "en.3.body", swap("cakes – count", "cakes â€“ count"), "leftover.mojibake"),
    fault("numeric entities", "greenland", "da.1.caption", put("Sermeq Kujalleq set fra en helikopter&amp;#8230;"), "leftover.html"),
    fault("a non-breaking hyphen’s ghost", "tv-drama", "da.headline", swap("Færgen", "Fær\u200dgen"), "leftover.invisible", "warns"),
    fault("three spaces in a Danish alt text", "tv-drama", "da.2.alt", swap("smal gang", "smal   gang"), "typo.space.doubled", "warns"),
    fault("no space after a question mark", "ferry-strike", "en.2.heading", put("I have a ticket.What now?"), "typo.space.missing", "warns"),
    fault("“og og”", "ferry-strike", "da.1.body", swap("afgang og 17", "afgang og og 17"), "typo.word.doubled", "warns"),
    fault("a quotation opened twice", "coffee", "en.3.body", swap("“Maybe", "““Maybe"), "typo.quotes.unbalanced typo.punctuation typo.word.doubled", "warns"),
    fault("straight quotation marks in Danish", "fossil", "da.1.heading", put('"Det lignede tyggede søliljer"'), "typo.quotes.style", "warns"),
    fault("a filename with a size as an alt text", "puffy-face", "en.1.alt", put("noodles-bowl-1024x683.jpg"), "photo.alt.filename"),
    fault("an agency’s number as a caption", "puffy-face", "da.3.caption", put("GettyImages-1189472203"), "photo.caption.filename"),
    fault("Danish stock words run together", "puffy-face", "da.6.caption", put("Lakrids,,Sort,Marmor,Slik,Bunke"), "photo.caption.filename"),
    Fault("the licence ran out this morning", "chess", "en.3.photo", with_photo(3, expires_at=(NOW - dt.timedelta(hours=4)).isoformat()), frozenset({"photo.expired"})),
    fault("a link through an advertiser", "charging", "en.3.body", below('<a href="https://clk.tradedoubler.com/click?p=123&amp;a=456&amp;url=https://box.example">Wall boxes</a>'), "ad.link"),
    fault("an address without http", "scam-calls", "en.3.body", below('<a href="www.police.example/fraud">Report fraud</a>'), "link.address"),
    Fault("an English source line in Danish", "coffee", "en.sources", article_with(sources=(WorkingSource({"en": "Artiklen er baseret på informationer fra European Heart Review", "da": "European Heart Review"}, "https://heart.example/coffee"),)), frozenset({"language.wrong", "language.interface"})),
    Fault("a Danish label on an English link", "opera", "en.link1.label", article_with(links=(WorkingLink(key(3), url="https://theatre.example/", labels={"en": "Køb billetter til forestillingen her", "da": "Køb billetter"}, key="link1"),)), frozenset({"language.wrong", "language.interface"}), WARNS),
    fault("six foods became eight", "puffy-face", "da.headline", swap("disse 6", "disse 8"), "headline.promise headline.count", "warns"),
    fault("seven tips became nine", "dog-training", "en.headline", swap("7 tips", "Nine tips"), "headline.promise"),
    fault("a slug of a draft", "derby", "en.slug", put("draft-3-copy"), "slug.poor", "warns"),
)
# fmt: on
