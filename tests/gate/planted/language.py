"""The wrong language, and translations that say something else."""

from typing import Final

from tests.gate.planted import Fault, add, below, fault, put, swap, without

# fmt: off
FAULTS: Final = (
    fault("a Danish text on the English slide", "iron", "en.2.body", put("Kig på indersiden af dit nederste øjenlåg. Er det næsten hvidt i stedet for lyserødt, er det værd at nævne for lægen." ), "language.wrong"),
    fault("an English headline over the Danish article", "library-hours", "da.headline", put("The library opens at six: meet the people who come before work"), "language.wrong"),
    fault("one Danish sentence among English ones", "flu-jab", "en.4.body", add("Det siger overlægen, der har fulgt sagen i flere år."), "language.wrong"),
    fault("one English sentence among Danish ones", "storm", "da.1.body", add("The worst gusts are expected along the coast after midnight."), "language.wrong"),
    fault("a caption forgotten in English", "bistro-review", "da.1.caption", put("The old car lift hangs over the bar."), "language.wrong language.alike", "blocks"),
    fault("a Danish alt text on the English slide", "gulls", "en.2.alt", put("En række måger på kanten af et fladt tag."), "language.wrong"),
    fault("an English kicker over the Danish article", "cycle-bridge", "da.kicker", put("Questions and answers"), "language.wrong", "warns"),
    fault("the Danish standfirst left as the English one", "novelist", "da.standfirst", put("Karen Vestergaard’s new novel was written at a kitchen table with three children. It took eleven years and has sold 60,000 copies." ), "language.wrong"),
    fault("the same headline in both", "school-vote", "da.headline", put("Vester Skole is saved by one vote"), "language.same language.wrong"),
    fault("an English search title on the Danish article", "heat", "da.seo_title", put("Five tricks for sleeping through hot summer nights"), "language.wrong"),
    fault("a Danish search text on the English article", "heat", "en.seo_description", put("Tropenætter hele ugen. Fem måder at køle et soveværelse ned på uden aircondition."), "language.wrong"),
    fault("a Danish credit in an English caption", "lisbon", "en.1.caption", add("Foto: Shutterstock.com"), "language.interface"),
    fault("an English credit in a Danish caption", "lisbon", "da.2.caption", add("Photo: Getty Images"), "language.interface"),
    fault("a Danish source line under an English text", "viruses-and-relapse", "en.5.body", below("Artiklen er baseret på informationer fra Nordic Medical News"), "language.wrong language.interface"),
    fault("an English source line under a Danish text", "gulls", "da.3.body", below("Based on information from Behaviour Letters"), "language.wrong language.interface"),
    fault("“Also read” in a Danish text", "storm", "da.2.body", below("Also read: Sådan sikrer du huset mod stormen"), "language.interface"),
    fault("“Læs også” in an English text", "storm", "en.2.body", below("Læs også: How to prepare your house"), "language.interface"),
    fault("“Del denne artikel” in an English standfirst", "royal-visit", "en.standfirst", add("Del denne artikel:"), "language.interface leftover.empty.label"),
    fault("“Read more” at the end of a Danish text", "transfer", "da.2.body", add("Read more"), "language.interface"),
    fault("“Kilde:” under an English text", "election", "en.3.body", below("Kilde: Reuters"), "language.interface"),
    fault("“Source:” under a Danish text", "election", "da.3.body", below("Source: Reuters"), "language.interface"),
    fault("two digits changed places", "screens-and-sleep", "da.standfirst", swap("45.202", "54.202"), "translation.numbers", "warns"),
    fault("a percentage is another", "flu-jab", "da.1.caption", swap("78", "87"), "translation.numbers", "warns"),
    fault("a decimal mark is lost", "faroes", "da.seo_description", swap("11,2", "112"), "translation.numbers", "warns"),
    fault("another unit", "satellite", "da.1.body", swap("525 km højde", "525 meters højde"), "translation.numbers", "warns"),
    fault("another currency", "wind-turbines", "da.standfirst", swap("9,4 mia. kr.", "9,4 mia. euro"), "translation.numbers", "warns"),
    fault("millions for billions", "tour-dates", "da.3.body", swap("1,2 milliarder", "1,2 millioner"), "translation.numbers", "warns"),
    fault("another date", "women-painters", "da.4.body", swap("8. februar", "9. februar"), "translation.numbers", "warns"),
    fault("another hour", "storm", "da.2.body", swap("22.30", "23.30"), "translation.numbers", "warns" ),
    fault("another number in words", "women-painters", "da.3.body", swap("elleve", "tolv"), "translation.numbers", "warns"),
    fault("another result", "handball-final", "da.seo_description", swap("31-28", "31-29"), "translation.numbers", "warns"),
    fault("an item of a list is missing", "storm", "da.3.body", swap("<li>Hold dig fra kysten.</li>", ""), "translation.lists", "warns"),
    fault("a link leads elsewhere", "bistro-review", "da.4.body", swap("https://bistroemile.example/", "https://bistro-emilie.example/"), "translation.links", "warns"),
    fault("a Danish caption is missing", "house-prices", "da.2.caption", put(""), "translation.missing", "warns"),
    fault("an English kicker is missing", "concert", "en.kicker", put(""), "translation.missing", "warns"),
    fault("a Danish text is missing", "house-prices", "da.2.body", put(""), "slide.text.missing"),
    fault("an English standfirst is missing", "actor", "en.standfirst", put(""), "standfirst.missing" ),
    Fault("a shared slide has no Danish at all", "satellite", "da.2.heading", without(2, "da"), frozenset({"slide.heading.missing"}), besides=frozenset({"slide.text.missing", "slide.alt.missing"})),
)
# fmt: on
