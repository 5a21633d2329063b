"""Questions and answers in words, from what the record knows: names, measures, dates; no verdict in them."""

from __future__ import annotations

import re

from jirga.model import Event, Figure, Statement

#: What a measure asks after: "how many were killed".
_ASKED = {
    "killed": "were killed",
    "injured": "were injured",
    "casualties": "were killed or injured",
    "detained": "were detained",
    "released": "were released",
    "displaced": "were displaced",
    "abducted": "were abducted",
    "missing": "are missing",
    "surrendered": "gave themselves up",
    "fighters": "fighters were there",
    "troops": "troops were there",
    "demonstrators": "took part",
    "attacks": "attacks were there",
}

#: A type of event as a noun, and as what somebody may have done.
_NOUN = {
    "AGREE": ("agreement", "agree"),
    "CONSULT": ("meeting", "meet"),
    "SUPPORT": ("support", "give support"),
    "CONCEDE": ("concession", "concede anything"),
    "COOPERATE": ("cooperation", "cooperate"),
    "AID": ("aid", "help"),
    "RETREAT": ("retreat", "retreat"),
    "REQUEST": ("demand", "demand it"),
    "ACCUSE": ("accusation", "make the accusation"),
    "REJECT": ("refusal", "refuse"),
    "THREATEN": ("threat", "threaten"),
    "PROTEST": ("protest", "protest"),
    "SANCTION": ("sanction", "impose the sanction"),
    "MOBILIZE": ("mobilisation", "mobilise"),
    "COERCE": ("coercion", "coerce"),
    "ASSAULT": ("attack", "attack"),
}
_NOUN_OF_MODE = {
    ("RETREAT", "ceasefire"): ("ceasefire", "cease fire"),
    ("RETREAT", "release"): ("release", "release anybody"),
    ("RETREAT", "withdraw"): ("withdrawal", "withdraw"),
    ("RETREAT", "disarm"): ("disarmament", "give up weapons"),
    ("RETREAT", "access"): ("opening", "let anybody in"),
    ("ASSAULT", "abduct"): ("abduction", "abduct anybody"),
    ("ASSAULT", "aerial"): ("air strike", "attack from the air"),
    ("ASSAULT", "drone"): ("drone strike", "attack by drone"),
    ("ASSAULT", "explosives"): ("bombing", "bomb it"),
    ("ASSAULT", "suicide-attack"): ("suicide attack", "carry out the suicide attack"),
    ("ASSAULT", "heavy-weapons"): ("shelling", "shell it"),
    ("COERCE", "arrest"): ("arrest", "arrest anybody"),
    ("COERCE", "seize"): ("seizure", "seize it"),
    ("COERCE", "restrict"): ("restriction", "impose the restriction"),
    ("SANCTION", "expel"): ("expulsion", "drive anybody out"),
}


#: A word that ends a truce, at most two words before it.
_ENDS = re.compile(
    r"\b(?:call\w* off|end(?:s|ed|ing)?|scrap\w*|abandon\w*|renounc\w+|abrogat\w+|suspend\w*|terminat\w+"
    r"|cancel\w*)"
    r"\W+(?:(?:an?|the|its|their|his|that|this) )?(?:[\w-]+ ){0,2}$",
    re.I,
)

#: Types of event that somebody suffers or is let go by: "attack on", "release of".
_SUFFERED = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})


def noun(type_: str, modes: tuple[str, ...]) -> str:
    """Return what kind of happening an event is, as a noun: `ceasefire`, `air strike`, `attack`."""
    return _words(type_, modes)[0]


def deed(type_: str, modes: tuple[str, ...]) -> str:
    """Return the same as a deed, for a question: "did … attack from the air"."""
    return _words(type_, modes)[1]


def happening(event: Event, *, by: bool = False) -> str:
    """Return an event as a phrase, with whom, place and date where known: `attack on X, Khost, 2022-04-16`.

    `by` names who is said to have done it, too, for questions that do not ask after him.
    """
    kind = noun(event.type, event.modes)
    whom = " and ".join(dict.fromkeys(one.name for one in event.recipient[:2]))
    who = " and ".join(dict.fromkeys(one.name for one in event.actor[:2])) if by else ""
    link = "on" if event.type == "ASSAULT" and "abduct" not in event.modes else "of"
    known = event.type in _SUFFERED
    phrase = " ".join((kind, *((link, whom) if whom and known else ()), *(("by", who) if who else ())))
    return ", ".join(part for part in (phrase, _place(event), event.when.edtf or "") if part)


def _place(event: Event) -> str:
    return event.where.name or event.where.country or ""


def how_many(measure: str, counted: str, subject: str, period: str | None = None) -> str:
    """Return the question of a number: `How many civilians were killed (attack, Khost, 2022-04-16)?`."""
    asked = _ASKED.get(measure, f"{'' if counted else 'were there'}".strip() or "were there")
    whom = f" {counted}" if counted else ""
    about = ", ".join(part for part in (subject, period or "") if part)
    if measure == "attacks":
        return f"How many attacks were there{f' ({about})' if about else ''}?"
    if measure == "money":
        return f"How much money was it{f' ({about})' if about else ''}?"
    return f"How many{whom} {asked}{f' ({about})' if about else ''}?"


def number(figure: Figure) -> str:
    """Return the range a figure allows in words: `9`, `about 100`, `at least 20`, `9 to 12`."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        told = _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"
        return f"about {told}" if figure.approximate else told
    if low is not None:
        return f"at least {_plain(low)}"
    return f"at most {_plain(high)}" if high is not None else "an unstated number"


def counting(figure: Figure) -> str:
    """Return the number with what it counts: `at least 47 civilians`, in the text's own noun."""
    return " ".join(part for part in (number(figure), figure.of or "") if part)


def deny(statement: Statement) -> bool:
    """Whether a statement denies: negated, and meant as a fact; a truce that is called off has been one."""
    fact = statement.factuality
    return fact.polarity == "negated" and fact.modality == "asserted" and not _called_off(statement)


def _called_off(one: Statement) -> bool:
    """Whether a truce stands right behind the word that ends it: "the rebels called off a truce"."""
    if one.event is None or "ceasefire" not in one.event.modes:
        return False
    before = one.sentence.quote[: max(0, one.trigger.start - one.sentence.start)]
    return _ENDS.search(before) is not None


def _words(type_: str, modes: tuple[str, ...]) -> tuple[str, str]:
    return next(
        (_NOUN_OF_MODE[type_, mode] for mode in modes if (type_, mode) in _NOUN_OF_MODE),
        _NOUN.get(type_, ("happening", "do it")),
    )


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")
