"""Slips of the keyboard."""

from typing import Final

from tests.gate.planted import add, fault, put, swap

# fmt: off
FAULTS: Final = (
    fault("a teaser without a space", "viruses-and-relapse", "en.standfirst", swap("influenza. Data", "influenza.Data"), "typo.space.missing", "warns"),
    fault("no space after a full stop in a text", "flu-jab", "da.1.body", swap("danskere: alle", "danskere.Det er alle"), "typo.space.missing", "warns"),
    fault("no space after a comma", "lisbon", "da.4.body", swap("nortada, kender", "nortada,kender"), "typo.space.missing", "warns"),
    fault("no space after a closing quotation", "actor", "da.2.body", swap("”hygge” uden", "”hygge”uden"), "typo.space.missing typo.quotes.style typo.quotes.unbalanced", "warns"),
    fault("two spaces in a text", "beaches", "en.1.body", swap("you have", "you  have"), "typo.space.doubled", "warns"),
    fault("two spaces in a headline", "beaches", "da.headline", swap("danske strande", "danske  strande"), "typo.space.doubled", "warns"),
    fault("a space before a comma", "canteen", "en.6.body", add("So far , so good."), "typo.space.before", "warns"),
    fault("a word twice", "canteen", "da.1.body", swap("langs buffeten", "langs langs buffeten"), "typo.word.doubled", "warns"),
    fault("“the the”", "canteen", "en.7.body", swap("So: no", "So the the rule is no"), "typo.word.doubled", "warns"),
    fault("a hyphen for a dash", "wind-turbines", "en.3.body", add("The bank - one of the largest - will not comment."), "typo.dash", "warns"),
    fault("a Danish hyphen for a dash", "school-vote", "da.4.body", swap("juletræet – nej", "juletræet - nej"), "typo.dash", "warns"),
    fault("a quotation that does not end", "swimming-record", "en.2.body", swap("again,”", "again,"), "typo.quotes.unbalanced", "warns"),
    fault("a Danish quotation that does not end", "swimming-record", "da.2.body", swap("igen,«", "igen,"), "typo.quotes.unbalanced", "warns"),
    fault("a bracket that does not close", "waste-sorting", "en.2.body", swap("ones)", "ones"), "typo.brackets.unbalanced", "warns"),
    fault("straight quotation marks", "royal-visit", "en.1.body", swap("“That’s the tide, not me,”", '"That’s the tide, not me,"'), "typo.quotes.style", "warns"),
    fault("English quotation marks in Danish", "royal-visit", "da.1.body", swap("»Det er tidevandet, ikke mig,«", "“Det er tidevandet, ikke mig,”"), "typo.quotes.style", "warns"),
    fault("Danish quotation marks in English", "divided-village", "en.1.body", add("»Two doorbells,« she says."), "typo.quotes.style", "warns"),
    fault("a straight apostrophe", "library-hours", "en.1.body", swap("can’t", "can't"), "typo.apostrophe", "warns"),
    fault("capitals in the headline", "cycle-bridge", "en.headline", put("NEW CYCLE BRIDGE OPENS ON SATURDAY"), "typo.caps", "warns"),
    fault("a word shouted in Danish", "mould", "da.8.body", swap("Udlejer har", "Udlejer HAR ALTSÅ"), "typo.caps", "warns"),
    fault("two full stops", "house-prices", "en.2.body", swap("41.", "41.."), "typo.punctuation", "warns"),
    fault("two commas", "house-prices", "da.3.body", swap("pendlingen, så", "pendlingen,, så"), "typo.punctuation", "warns"),
)
# fmt: on
