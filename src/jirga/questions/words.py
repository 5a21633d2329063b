"""PLOVER's codes, factuality and figures in plain words, for screens and codebooks.

The words follow the field lists of the PLOVER 2 manual (types, modes); they are ours.
"""

from __future__ import annotations

from jirga.model import EventCode, Factuality, Figure, QuantityCode, RelationCode, Statement, When, Where

#: One verb phrase a type: what the actor did to the recipient.
TYPE_WORDS: dict[str, str] = {
    "AGREE": "agreed",
    "CONSULT": "met or consulted",
    "SUPPORT": "expressed support",
    "CONCEDE": "conceded",
    "COOPERATE": "cooperated",
    "AID": "gave aid",
    "RETREAT": "retreated or released",
    "REQUEST": "requested or demanded",
    "ACCUSE": "accused or criticised",
    "REJECT": "rejected",
    "THREATEN": "threatened",
    "PROTEST": "protested",
    "SANCTION": "sanctioned",
    "MOBILIZE": "mobilised",
    "COERCE": "coerced",
    "ASSAULT": "attacked",
}

#: One phrase a mode, where it says more than the type does.
MODE_WORDS: dict[tuple[str, str], str] = {
    ("CONSULT", "visit"): "visited",
    ("CONSULT", "third-party"): "met at a third party's",
    ("CONSULT", "multilateral"): "met in a multilateral setting",
    ("CONSULT", "phone"): "spoke by telephone",
    ("RETREAT", "withdraw"): "withdrew forces",
    ("RETREAT", "release"): "released captives",
    ("RETREAT", "disarm"): "gave up weapons",
    ("RETREAT", "ceasefire"): "ceased fire",
    ("RETREAT", "access"): "let in aid or observers",
    ("RETREAT", "resign"): "resigned",
    ("REQUEST", "assist"): "asked for help",
    ("REQUEST", "change"): "demanded change",
    ("REQUEST", "yield"): "demanded that the other side yield",
    ("REQUEST", "meet"): "asked for talks",
    ("REJECT", "assist"): "refused help",
    ("REJECT", "change"): "refused change",
    ("REJECT", "yield"): "refused to yield",
    ("REJECT", "meet"): "refused talks",
    ("ACCUSE", "disapprove"): "criticised",
    ("ACCUSE", "investigate"): "opened an inquiry",
    ("ACCUSE", "allege"): "accused",
    ("THREATEN", "restrict"): "threatened restrictions",
    ("THREATEN", "arrest"): "threatened arrest",
    ("THREATEN", "relations"): "threatened to cut relations",
    ("THREATEN", "expel"): "threatened expulsion",
    ("THREATEN", "territory"): "threatened to take territory",
    ("THREATEN", "violence"): "threatened violence",
    ("PROTEST", "demo"): "demonstrated",
    ("PROTEST", "riot"): "rioted",
    ("PROTEST", "strike"): "went on strike",
    ("PROTEST", "hunger"): "went on hunger strike",
    ("PROTEST", "boycott"): "boycotted",
    ("PROTEST", "obstruct"): "blocked roads or buildings",
    ("PROTEST", "vandalize"): "damaged property in protest",
    ("SANCTION", "convict"): "convicted or sentenced",
    ("SANCTION", "expel"): "expelled",
    ("SANCTION", "withdraw"): "withdrew from or left",
    ("SANCTION", "discontinue"): "broke off or suspended",
    ("MOBILIZE", "troops"): "mobilised troops",
    ("MOBILIZE", "weapons"): "readied weapons",
    ("MOBILIZE", "police"): "deployed police",
    ("MOBILIZE", "militia"): "mobilised militia",
    ("COERCE", "seize"): "seized",
    ("COERCE", "restrict"): "restricted or banned",
    ("COERCE", "censor"): "censored",
    ("COERCE", "curfew"): "imposed a curfew",
    ("COERCE", "martial-law"): "imposed martial law",
    ("COERCE", "arrest"): "arrested",
    ("COERCE", "deport"): "deported",
    ("COERCE", "withhold"): "withheld",
    ("COERCE", "misinformation"): "spread false information",
    ("COERCE", "cyber"): "attacked computers",
    ("ASSAULT", "abduct"): "abducted",
    ("ASSAULT", "beat"): "beat",
    ("ASSAULT", "torture"): "tortured",
    ("ASSAULT", "sexual"): "committed sexual violence",
    ("ASSAULT", "targeted"): "killed or attacked a chosen target",
    ("ASSAULT", "destroy"): "destroyed property",
    ("ASSAULT", "primitive"): "attacked with simple weapons",
    ("ASSAULT", "firearms"): "attacked with firearms",
    ("ASSAULT", "explosives"): "attacked with explosives",
    ("ASSAULT", "suicide-attack"): "carried out a suicide attack",
    ("ASSAULT", "aerial"): "attacked from the air",
    ("ASSAULT", "drone"): "attacked by drone",
    ("ASSAULT", "heavy-weapons"): "shelled or attacked with heavy weapons",
    ("ASSAULT", "crowd-control"): "used force on a crowd",
    ("ASSAULT", "unconventional"): "used unconventional weapons",
}

#: What stands before an entry that did not, according to its speaker, plainly happen.
MODALITY_MARK: dict[str, str] = {
    "intended": "intended",
    "conditional": "if",
    "possible": "may",
    "demanded": "demanded",
    "wished": "wished",
    "feared": "feared",
    "questioned": "in question",
    "generic": "in general",
}

#: Which way a quantity goes.
TREND_WORDS: dict[str, str] = {"up": "rising", "down": "falling", "steady": "steady"}

_CERTAINTY: dict[str, str] = {"certain": "certain", "probable": "probably", "possible": "possibly"}


def event_words(event: EventCode) -> str:
    """Return what happened in plain words: the modes' where there are any, else the type's."""
    modes = [MODE_WORDS.get((event.type, mode), mode) for mode in event.modes]
    return ", ".join(modes) or TYPE_WORDS.get(event.type, event.type)


def event_code(code: str, modes: tuple[str, ...]) -> str:
    """Return PLOVER's own code: `RETREAT: release`."""
    return f"{code}: {', '.join(modes)}" if modes else code


def relation_words(relation: RelationCode) -> str:
    """Return the relation as words between two names: `splinter of`, with its dates where stated."""
    words = relation.type.replace("_", " ")
    since = f" since {relation.since}" if relation.since else ""
    until = f" until {relation.until}" if relation.until else ""
    return f"{words}{since}{until}"


#: What of an event its words alone do not tell: that it is over, or that it did not succeed.
_SHORT_OF_IT = frozenset({"ended", "attempted"})


def mark(statement: Statement) -> str:
    """Return the word that must stand before an entry which did not plainly happen, else an empty string.

    `denied` is a negation with a speaker, `negated` one in the document's own voice; what is only the content
    of another act, though affirmed and asserted in it, is `alleged` (an accusation has such a content: that
    of a demand, a threat or a promise is marked by its modality).
    """
    words = [mark_of(statement.factuality, spoken=bool(statement.said_by))]
    if statement.content_of and statement.factuality.happened:
        words.append("alleged")
    if statement.kind == "event" and statement.factuality.aspect in _SHORT_OF_IT:
        words.append(statement.factuality.aspect)  # "ended its ceasefire" is no ceasefire
    return ", ".join(word for word in words if word)


def mark_of(factuality: Factuality, *, spoken: bool) -> str:
    """Return the mark for a factuality; `spoken` says whether someone other than the document says it."""
    modal = MODALITY_MARK.get(factuality.modality, "")
    if factuality.polarity == "negated":
        return f"{modal} not" if modal else ("denied" if spoken else "negated")
    if factuality.polarity == "unknown":
        return f"{modal}, unclear whether" if modal else "unclear whether"
    return modal


def factuality_words(statement: Statement) -> str:
    """Return the speaker's commitment as one phrase, for `show`."""
    factuality = statement.factuality
    said = mark_of(factuality, spoken=bool(statement.said_by)) or "happened, according to its speaker"
    certainty = _CERTAINTY.get(factuality.certainty, "")
    aspect = "" if factuality.aspect == "unstated" else factuality.aspect
    history = "told as history" if factuality.historical else ""
    return " · ".join(part for part in (said, certainty, aspect, history) if part)


def number(value: float) -> str:
    """Return a count with thousands separated, without a needless fraction."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


def bounds(figure: Figure) -> str:
    """Return a figure's range as words: `9`, `about 100`, `9 to 12`, `at least 20`, `an unstated number`."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        exact = number(low) if low == high else f"{number(low)} to {number(high)}"
        return f"about {exact}" if figure.approximate else exact
    if low is not None:
        return f"at least {number(low)}"
    if high is not None:
        return f"at most {number(high)}"
    return "an unstated number"


#: How a measure follows the people counted: "300 people demonstrating", "2,000 soldiers deployed".
_AS_PARTICIPLE = {
    "demonstrators": "demonstrating",
    "troops": "deployed",
    "fighters": "fighting",
    "casualties": "killed or hurt",
}


def figure_words(figure: Figure) -> str:
    """Return a figure as words: `about 100 militants released`, `4,000 fighters`, `10 airstrikes`."""
    unit = figure.unit if figure.unit and figure.unit != figure.of else None
    measure = _AS_PARTICIPLE.get(figure.measure, figure.measure) if figure.of else figure.measure
    measure = "" if figure.measure in ("other", "money") or _says_measure(figure) else measure
    counted = "" if figure.of and figure.of.casefold() == measure else figure.of
    period = f"in {figure.period}" if figure.period else None
    return " ".join(part for part in (bounds(figure), unit, counted, measure, period) if part)


def counted_words(figure: Figure) -> str:
    """Return who or what is counted, for beside the measure; empty where that would only say it again."""
    return "" if not figure.of or figure.of.casefold() == figure.measure else figure.of


def _says_measure(figure: Figure) -> bool:
    """What is counted is the measure itself: "46 attacks", "4,000 fighters", "10 airstrikes"."""
    counted = (figure.of or "").casefold().split()
    return bool(counted) and (counted[-1] == figure.measure or figure.measure == "attacks")


def quantity_words(figure: Figure, quantity: QuantityCode | None) -> str:
    """Return a figure's range and the way it goes: `30 percent, rising`, or `rising` without a number."""
    trend = TREND_WORDS[quantity.trend] if quantity and quantity.trend else ""
    told = "" if trend and figure.low is None and figure.high is None else bounds(figure)
    counted = " ".join(part for part in (told, figure.unit) if part and told)
    return ", ".join(part for part in (counted, trend) if part)


def when_words(when: When) -> str:
    """Return the date as EDTF, or `date unknown`; never the date of publication."""
    return when.edtf or "date unknown"


def where_words(where: Where) -> str:
    """Return `Khost, AFG`, the country alone, or an empty string where no place is given."""
    return ", ".join(part for part in (where.name, where.country) if part)
