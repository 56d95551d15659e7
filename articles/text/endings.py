"""What the rules of stems.py do not know: words that bend in their own way, and words to leave be.

Everything is in the plain form of `stems.fold`: small letters, ae oe aa.
"""

from typing import Final


def _bent(lines: str) -> dict[str, str]:
    """{form: stem} of lines like `mand maend`: the first is the stem of all."""
    forms = {}
    for line in lines.strip().splitlines():
        stem, *others = line.split()
        forms.update(dict.fromkeys((stem, *others), stem))
    return forms


# Each line: the stem, and what else leads to it. Danish forms may stand here without their endings.
PECULIAR: Final = {
    "en": _bent("""
        man men
        woman women
        child children
        person people persons
        foot feet
        tooth teeth
        goose geese
        mouse mice
        louse lice
        ox oxen
        life lives
        wife wives
        knife knives
        leaf leaves
        half halves
        calf calves
        wolf wolves
        shelf shelves
        loaf loaves
        thief thieves
        scarf scarves
        elf elves
        bus buses busses
        gas gases gasses
        lens lenses
        shoe shoes
        toe toes
        movie movies
        cookie cookies
        zombie zombies
        analysis analyses
        crisis crises
        basis bases
        thesis theses
        criterion criteria
        phenomenon phenomena
        cactus cacti
        fungus fungi
        news
        series
        species
        means
        physics
        politics
        economics
        athletics
        wales
        texas
        hans
        james
    """),
    "da": _bent("""
        bog boeg
        mand maend
        barn boern
        fod foedd
        haand haend
        nat naet
        tand taend
        and aend
        bond boend
        stang staeng
        tang taeng
        rod roedd
        far faedr faed
        mor moedr
        bror broedr
        datt doetr doet datter
        gaas gaes
        oej oejn
        museum museet museer museerne museets museernes museums
        kollega kolleg
        foraeld foraeldr foraelder
        billet
        hans
        jens
        niels
        mads
    """),
}
# Surnames that look like somebody's: Hansen is no form of Hans, nor Petersen of Peter's.
NAMES: Final = frozenset(
    "hansen jensen nielsen pedersen andersen christensen larsen soerensen rasmussen joergensen "
    "petersen madsen kristensen olsen thomsen christiansen poulsen johansen mortensen knudsen "
    "jakobsen jacobsen mikkelsen frederiksen laursen henriksen lassen eriksen clausen simonsen "
    "svendsen andreasen iversen jeppesen nissen paulsen mogensen lauridsen jespersen frandsen "
    "kjeldsen carlsen bertelsen ibsen gregersen villadsen danielsen davidsen mathiesen karlsen "
    "steffensen antonsen josefsen michaelsen nicolaisen ottosen sivertsen therkelsen thorsen "
    "toft peter peders".split()
)
# Words that a question is built of, and not what it is about.
SMALL: Final = {
    "en": frozenset(
        "a about after all also am an and any are as at be because been before but by can could did "
        "do does for from had has have he her him his how i if in into is it its may me more most my "
        "no nor not of off on or our out over she should so some such than that the their them then "
        "there these they this those to too under up us was we were what when where which while who "
        "whom whose why will with would you your".split()
    ),
    "da": frozenset(
        "af alle alt anden andet andre at blev bliver da de dem den denne der deres det dette dig din disse dog "
        "du efter eller en end er et for fordi fra faa faar foer ham han hans har havde have hende "
        "hendes her hos hun hvad hvem hver hvilken hvilke hvis hvor hvordan hvorfor hvornaar i ikke "
        "ind jeg jer jo kan kom kunne man mange med meget men mig min mine mit mod naar noget nogen "
        "nogle nu ned og ogsaa om op os over paa saa sig sin sine sit skal skulle som thi til ud "
        "under var ved vi vil ville vor vores vaere vaeret".split()
    ),
}
