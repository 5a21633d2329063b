"""What a figure counts, from the verb or noun that governs it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from jirga.lexicon.agents import agent
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


def _by_word(**groups: str) -> MappingProxyType[str, str]:
    return MappingProxyType({word: measure for measure, words in groups.items() for word in words.split()})


#: Verbs whose object (or passive subject) is counted.
OF_OBJECT = _by_word(
    killed="kill slay murder assassinate massacre behead execute martyr slaughter lynch hang annihilate",
    injured="injure wound hurt maim hospitalize hospitalise",
    detained="arrest detain capture apprehend nab jail imprison incarcerate",
    released="release free liberate pardon",
    displaced="displace uproot evacuate expel",
    abducted="abduct kidnap",
    troops="deploy redeploy station garrison",
)
#: Verbs with a particle that kill those they are done to.
DEADLY = frozenset({("gun", "down"), ("mow", "down"), ("cut", "down"), ("blow", "up"), ("finish", "off")})
#: Verbs that displace with "out" or "from".
DRIVING = word_set("drive force chase hound turn")
#: Where a shot hurts and does not kill.
LIMBS = word_set("foot leg arm hand shoulder knee thigh ankle finger toe calf buttock wrist elbow")
#: Verbs whose subject is counted.
OF_SUBJECT = _by_word(
    killed="die perish",
    displaced="flee",
    surrendered="surrender defect",
    demonstrators="protest rally march demonstrate gather",
)
#: Adjectives, as a predicate or beside a number ("12 dead", "30 remain missing").
OF_ADJECTIVE = _by_word(
    killed="dead", injured="wounded injured hurt", missing="missing", displaced="homeless displaced"
)
#: Nouns that name what is counted themselves.
OF_NOUN = _by_word(
    killed="death fatality killing murder",
    injured="injury",
    casualties="casualty",
    detained="arrest detention detainee",
    abducted="abduction kidnapping hostage",
    displaced="refugee idp evacuee",
    demonstrators="protester protestor demonstrator marcher",
    attacks="attack bombing ambush airstrike raid assault incident strike clash blast explosion shelling",
    surrendered="surrender",
)
#: Nouns of a deed that count their "of" phrase: "the killing of 12 men", "the release of 100 prisoners".
OF_DEED = _by_word(
    killed="killing murder death assassination massacre execution beheading",
    casualties="shooting stabbing beating",
    injured="injury wounding injuring",
    detained="arrest detention capture",
    released="release freeing",
    displaced="displacement expulsion evacuation",
    abducted="abduction kidnapping",
    surrendered="surrender",
    troops="deployment",
)
#: Nouns of a deed that is an event itself: their number belongs to that noun, not to the verb over it.
COUNTING_DEEDS = word_set(
    "killing murder arrest detention abduction kidnapping attack bombing ambush airstrike raid assault "
    "strike clash blast explosion shelling surrender"
)
#: Measures that count persons and nothing else.
OF_PERSONS = word_set(
    "killed injured casualties detained released displaced abducted missing surrendered demonstrators"
)
#: Measures that one known person can be: the guidelines count a single one dead or hurt.
OF_VICTIMS = word_set("killed injured casualties")
#: Measures that one alone is not: "a minister protests that …".
OF_CROWDS = word_set("demonstrators displaced fighters troops attacks")
#: Nouns whose "of" phrase has their own fate: "a group of 12", "a total of 30", "a family of five".
COLLECTIVE = word_set(
    "total group number crowd batch dozen score hundred thousand team family party crew contingent gang "
    "upwards upward band maximum minimum average convoy squad unit handful couple pair rest"
)
BODIES = word_set("body corpse remains")
FINDING = word_set("find recover discover retrieve pull unearth exhume locate bring receive")
#: Things that are damaged, seized or counted, and never killed, held or freed.
_THINGS = word_set(
    "vehicle bus car truck lorry motorcycle motorbike bicycle train boat ship vessel aircraft plane jet "
    "helicopter drone tank convoy building house home shop store market mosque church temple school "
    "hospital clinic camp base post checkpoint outpost bridge road village town city district province "
    "area position pound ton tonne weapon rifle gun pistol bomb mine rocket missile mortar shell bullet "
    "round grenade shot explosive device animal cattle cow sheep goat camel horse dog bird fish tree "
    "crop hectare acre account copy document book case charge count shooting incident offence offense "
    "crime operation sortie mission station office line pipeline tower pylon tent shelter wave thing "
    "item location site wound"
)


def is_thing(noun: Token) -> bool:
    """Whether a noun names things or deeds, which person measures never count."""
    if noun.pos_ != "NOUN":
        return False
    lemma = noun.lemma_.lower()
    found = agent(lemma)
    return lemma in _THINGS and (found is None or found.kind == "materiel")


def gives_life(verb: Token) -> bool:
    """Whether a verb says that its subject died: "laid down their lives", "embraced martyrdom"."""
    return has_object(verb, _OF_ONES_DEATH.get(verb.lemma_.lower(), frozenset()))


def takes_lives(verb: Token) -> bool:
    """Return whether a verb says that its subject killed: "the insurgency has claimed 80,000 lives"."""
    taken = [c for c in verb.children if c.dep_ == "dobj"]
    taken += [g for c in taken for p in c.children if p.lower_ == "of" for g in p.children]  # "thousands of"
    return verb.lemma_.lower() in TAKING and any(t.lemma_.lower() in LIVES for t in taken)


def has_object(verb: Token, words: frozenset[str]) -> bool:
    """Whether one of `words` (lemmas) is a verb's direct object."""
    return any(c.dep_ == "dobj" and c.lemma_.lower() in words for c in verb.children)


#: Strength: nouns counted only under verbs of having ("has 6,000 fighters"); elsewhere those it befell.
STRENGTH = _by_word(
    fighters="fighter militant insurgent rebel gunman cadre militiaman",
    troops="troop soldier personnel trooper peacekeeper policeman",
)
HAVING = word_set(
    "have number command boast comprise include field maintain keep muster send deploy withdraw pull base"
)
#: Verbs by which those counted are said to be somewhere: "6,000 fighters live in Kunar".
DWELLING = word_set("live operate hide reside shelter remain stay base")
#: Units and other things that are numbered but are no count of people or events.
NO_COUNT = word_set(
    "year month week night day hour minute second km kilometre kilometer mile metre meter mm cm kg "
    "kilogram tonne ton "
    "percent cent % foot feet inch acre hectare degree time phase round page point calibre "
    "caliber pm am p.m. a.m. "
    "o'clock centimeter yard block decade century per"
)
CURRENCIES = word_set(
    "baht rouble ruble hryvnia rand kwacha naira birr cedi dirham shekel taka won ringgit rupiah dong "
    "dollar rupee euro pound afghani riyal dinar naira shilling peso franc yen yuan lira usd pkr"
)
#: Verbs that hit a body: fatal or not the text must say, so that alone they count casualties.
HITTING = word_set("shoot gun stab beat hack")
#: What one who is hurt suffers.
HARM = word_set("injury wound burn gunshot shrapnel shock")
#: Verbs by which somebody dies, with what he loses or gains by it: "lost their lives", "embraced martyrdom".
_OF_ONES_DEATH = {
    "lose": frozenset({"life"}),
    "sacrifice": frozenset({"life"}),
    "lay": frozenset({"life"}),
    **dict.fromkeys(("embrace", "attain", "achieve", "receive"), frozenset({"martyrdom", "shahadat"})),
}
#: Words for the dead in "claimed 12 lives".
LIVES = word_set("life")
TAKING = word_set("claim lose take cost")
