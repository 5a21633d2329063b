"""Whether a clause depends on something: if, unless, should they, had they, so long as, on condition that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.negation import SUBJECTS, is_nobody
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = word_set("if unless provided providing supposing assuming")
#: Verbs with which "if" asks whether, and adjectives with which it leaves it open.
_NOT_KNOWING = word_set(
    "know ask wonder determine check establish confirm learn discover doubt question inquire enquire see say"
)
_KNOWN = frozenset({"unclear", "clear", "unknown", "known", "uncertain", "certain", "unsure", "sure"})
_COMING = word_set("wake awake awaken return come arrive emerge")
_FAILING = frozenset({"failing", "absent", "barring", "pending"})
_PROVISOS = word_set("condition understanding proviso premise assumption case event")
_AHEAD = word_set("will would shall 'll ’ll may might can must should")


def in_condition(verb: Token) -> bool:
    """Return whether the clause is itself the condition ("if they attack", "had they signed")."""
    if leaves_open(verb):
        return False
    if marked(verb, _MARKS) or _as_long_as(verb) or _as_though(verb):
        return True
    if verb.dep_ not in {"advcl", "ccomp", "csubj", "dep"}:
        return verb.dep_ == "relcl" and _the_day(verb)
    return _inverted(verb) or _once_it_has(verb)


def leaves_open(verb: Token) -> bool:
    """Return whether a clause is what is asked or not known: "whether they did", "nobody knows if they"."""
    if marked(verb, frozenset({"whether"})):
        return True
    if verb.dep_ not in {"ccomp", "advcl"} or not marked(verb, frozenset({"if"})):
        return False
    over = verb.head
    if over.lemma_ in _NOT_KNOWING and verb.dep_ == "ccomp":
        return True
    known = over.children if over.pos_ == "AUX" else [over]
    return any(c.lower_ in _KNOWN for c in known)


def on_condition(verb: Token) -> bool:
    """Return whether the clause holds only under a condition told beside it."""
    if verb.tag_ in {"VBD", "VBN"} and not _is_ahead(verb):
        return False
    for child in verb.children:
        if _unless_it_comes(child):
            return True
        if child.dep_ in {"advcl", "ccomp"} and child.pos_ in {"VERB", "AUX"} and in_condition(child):
            return child.dep_ == "advcl" or _inverted(child)
        if child.dep_ == "prep" and any(
            c.dep_ == "pobj" and c.lemma_ in _PROVISOS and not is_nobody(c) for c in child.children
        ):
            return child.lower_ in {"on", "in", "under"}
        if child.dep_ == "npadvmod" and any(c.dep_ == "relcl" and _the_day(c) for c in child.children):
            return True
    return False


def is_in_case_of(noun: Token) -> bool:
    """Return whether a bare noun tells in which case something will be: "faces five years on conviction".

    In the past it was so: "on arrest he was beaten".
    """
    bare = noun.tag_ == "NN" and not any(c.dep_ in {"det", "poss", "nummod"} for c in noun.children)
    if not (bare and noun.dep_ == "pobj" and noun.head.lower_ in {"on", "upon"}):
        return False
    over = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), noun)
    return over.tag_ in {"VBZ", "VBP"} or _is_ahead(over)


def _is_ahead(verb: Token) -> bool:
    """Whether an auxiliary says that something is still to come: "will", "may", "should"."""
    return any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in verb.children)


def _as_though(verb: Token) -> bool:
    """ "as though they had attacked": said of what was not so; "it is not as though they had" denies it."""
    denied = verb.head.lemma_ == "be" and any(n.dep_ == "neg" for n in verb.head.children)
    return not denied and any(
        c.lower_ == "though" and c.i and c.nbor(-1).lower_ == "as" for c in verb.children
    )


def _unless_it_comes(child: Token) -> bool:
    """ "failing an answer", "absent an accord", "subject to agreement": what the rest depends on."""
    if child.lower_ in _FAILING and child.dep_ in {"advcl", "prep", "advmod", "dep"}:
        return True
    to = any(c.lower_ == "to" and c.dep_ == "prep" for c in child.children)
    return child.lower_ == "subject" and child.dep_ in {"advcl", "advmod", "dep", "acomp"} and to


def marked(verb: Token, words: frozenset[str]) -> bool:
    """Return whether one of `words` opens the clause."""
    return any(c.dep_ in {"mark", "advmod", "prep"} and c.lower_ in words for c in verb.children)


def _as_long_as(verb: Token) -> bool:
    """ "so long as", "as long as": the words just before the clause's subject."""
    opening = [t.lower_ for t in verb.subtree if t.i < verb.i][:4]
    before = [t.lower_ for t in verb.doc[max(verb.left_edge.i - 3, 0) : verb.left_edge.i]]
    return any(words[i : i + 2] == ["long", "as"] for words in (before + opening,) for i in range(len(words)))


def _inverted(verb: Token) -> bool:
    """ "Should the talks fail", "Had they signed", "Were it to refuse": no question, for a clause follows."""
    subjects = [c.i for c in verb.children if c.dep_ in SUBJECTS]
    helpers = [
        c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.lower_ in {"should", "had", "were"}
    ]
    return bool(subjects and helpers) and min(h.i for h in helpers) < min(subjects)


def _once_it_has(verb: Token) -> bool:
    """ "once the guns are stored", "only after they have left": not yet, where the main clause lies ahead."""
    if verb.dep_ != "advcl" or not marked(verb, frozenset({"once", "until", "after", "when", "before"})):
        return False
    tense = {c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"}} | {verb.tag_}
    return _is_ahead(verb.head) and bool(tense & {"VBZ", "VBP"})


def _the_day(verb: Token) -> bool:
    """ "The day they disarm, the doors will open"."""
    noun = verb.head
    if noun.lemma_ not in {"day", "moment", "minute", "hour"} or noun.dep_ not in {
        "npadvmod",
        "nsubj",
        "dep",
    }:
        return False
    return _is_ahead(noun.head)


def is_turn_of_events(verb: Token) -> bool:
    """Return whether an infinitive tells what came of it: "signed it, only to break it", "woke to find"."""
    if verb.lemma_ in {"find", "discover", "learn", "hear"} and verb.head.lemma_ in _COMING:
        return verb.head.tag_ in {"VBD", "VBN"}
    to = next((c for c in verb.children if c.tag_ == "TO"), None)
    told = to is not None and to.i > 1 and to.nbor(-1).lower_ == "only" and to.nbor(-2).lower_ == ","
    return told and verb.head.tag_ == "VBD"


def in_general(verb: Token) -> bool:
    """Return whether a verb stands in the bare present, with no day of its own."""
    return verb.tag_ in {"VBZ", "VBP"} and not any(
        c.dep_ in {"aux", "auxpass", "npadvmod"} or c.ent_type_ == "DATE" for c in verb.children
    )
