"""What a figure counts, from the verb or noun that governs it."""

from __future__ import annotations

from types import MappingProxyType

from jirga.lexicon.cues import word_set


def _by_word(**groups: str) -> MappingProxyType[str, str]:
    return MappingProxyType({word: measure for measure, words in groups.items() for word in words.split()})


#: Verbs whose object (or passive subject) is counted.
OF_OBJECT = _by_word(
    killed="kill slay murder assassinate massacre behead execute martyr slaughter lynch hang",
    injured="injure wound hurt maim hospitalize hospitalise",
    detained="arrest detain capture apprehend nab jail imprison incarcerate",
    released="release free liberate pardon",
    displaced="displace uproot evacuate expel",
    abducted="abduct kidnap",
    troops="deploy redeploy station garrison",
)
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
#: Strength: nouns counted only under verbs of having ("has 6,000 fighters"); elsewhere those it befell.
STRENGTH = _by_word(
    fighters="fighter militant insurgent rebel gunman cadre militiaman",
    troops="troop soldier personnel trooper peacekeeper policeman",
)
HAVING = word_set(
    "have number command boast comprise include field maintain keep muster send deploy withdraw pull base"
)
#: Units and other things that are numbered but are no count of people or events.
NO_COUNT = word_set(
    "year month week day hour minute second km kilometre kilometer mile metre meter mm cm kg "
    "kilogram tonne ton "
    "percent cent % foot feet inch acre hectare degree time phase round page point calibre "
    "caliber pm am p.m. a.m. "
    "o'clock centimeter yard block decade century per"
)
CURRENCIES = word_set(
    "dollar rupee euro pound afghani riyal dinar naira shilling peso franc yen yuan lira usd pkr"
)
#: Verbs that hit a body: fatal or not the text must say, so that alone they count casualties.
HITTING = word_set("shoot gun stab beat hack")
#: What one who is hurt suffers.
HARM = word_set("injury wound burn gunshot shrapnel")
#: Words for the dead in "claimed 12 lives".
LIVES = word_set("life")
TAKING = word_set("claim lose take cost")
