"""Words of arguments: what something that happens does to something else, what it is that happens, trends."""

from __future__ import annotations

from types import MappingProxyType

from jirga.lexicon.cues import word_set

#: What a happening does to others, as a claim puts it.
EFFECTS = word_set(
    """
    let allow enable help teach cost buy bring make raise lower cut reduce drive force strengthen weaken
    embolden reward license licence serve suit prolong shorten lengthen feed fuel save stop leave turn
    lead cause result undermine encourage discourage deter invite produce push explain decide calm
    enlist gain empower legitimise legitimize radicalise radicalize alienate isolate hasten delay pave
    ensure guarantee breed spoil doom wreck sink kill end win give set mean create change prevent stoke
    harden bolster
    """
)
#: What may happen to a truce, talks, a deal or a town, for a reason.
FATES = word_set(
    "fail founder collapse last hold end break succeed stop fall rise drop survive die come happen"
)
#: Nouns of what happens, is agreed or is done; besides those of the event lexicon.
ABSTRACT = word_set(
    """
    truce ceasefire cease-fire talk negotiation deal accord agreement amnesty pause lull ban withdrawal
    pullback war fighting violence hunger exhaustion impatience split delay deadline end failure
    surrender disarmament deportation barricade barrier release peace dialogue offensive quiet victory
    defeat operation policy strategy money ransom payment settlement understanding demand calendar wave
    failure storming diplomacy sanction aid year month week decade fall takeover collapse absence
    presence return silence reform election round compromise concession pardon prosecution punishment
    neglect corruption poverty drought blockade siege demobilisation demobilization pact attempt
    initiative this that exile occupation intervention support surge rise increase spike drop decline
    militancy insurgency unrest instability extremism
    """
)
#: Effects told by what stands under a preposition.
BY_PREPOSITION = MappingProxyType(
    {"lead": word_set("to"), "result": word_set("in"), "gain": word_set("from"), "contribute": word_set("to")}
)
#: Effects that are events where people suffer them.
DEADLY = word_set("kill end stop sink leave set spoil win raise change")
#: What strikes is no argument by what it strikes.
BLOWS = word_set(
    "bomb blast explosion shell mortar rocket missile drone raid attack assault strike shelling shot"
)
#: Verbs of knowing and telling, whose "because" is a story's.
KNOWING = word_set("know recall remember tell say bury mean")
RULES = frozenset({"every", "each", "no", "previous", "past"})
#: What leads to a cause, with "of" or "to" after it.
BECAUSE = frozenset({"because", "owing", "due", "thanks"})
#: What a cause does, where a passive tells its effect.
CAUSING = word_set(
    "cause drive trigger spark fuel feed prompt precipitate provoke weaken strengthen embolden hasten "
    "prolong undermine worsen deepen stoke inspire"
)
#: What one calls an effect, over "of" its cause.
OUTCOMES = word_set("result consequence product outcome legacy")
UP = word_set("rise increase surge spike jump soar climb grow double triple escalate multiply worsen")
DOWN = word_set("fall drop decline decrease halve dip plummet plunge shrink subside diminish ease improve")
#: What rises and falls.
MEASURED = word_set(
    """
    attack violence death killing bombing raid casualty incident kidnapping abduction detention arrest
    clash militancy insurgency terrorism number toll fatality recruitment shelling strike displacement
    crime ambush assassination protest fighting
    """
)
