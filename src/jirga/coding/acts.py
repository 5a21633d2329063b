"""Acts and their content: requests, threats, refusals, accusations, promises; PLOVER's foldings of intent.

An act is asserted once performed; what it asks, threatens or promises is a statement of its own, content of
the act, and no event. Who announces a deed of his own performs the act that PLOVER 2 folds it into: to meet
is agreed to (section AGREE), a retreat conceded (sections CONCEDE and RETREAT), an attack threatened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.complements import having
from jirga.coding.granting import is_tensed
from jirga.coding.nominals import is_done_part, is_only_told_of
from jirga.coding.stance import Reader
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.triggers import Trigger

#: Acts whose complement is content. (To investigate or disapprove takes the object for granted.)
ACTS = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE", "ACCUSE"})
#: Acts whose object noun is content ("demanded a ceasefire"), not part of their frame; and the types of
#: noun that are so for acts of yielding and refusing ("declared a truce", "cancelled the talks").
_CONTENT_OF_NOUN = frozenset({"REQUEST", "THREATEN", "AGREE", "ACCUSE"})
_YIELDED_OR_REFUSED = frozenset({"RETREAT", "CONSULT"})
#: What one may be freed of: a ban, sanctions, a warrant.
_BURDENS = frozenset({"COERCE", "SANCTION", "THREATEN"})
_GRANTING_MODES = frozenset({"disapprove", "investigate"})
#: Nouns of speech acts: what is rejected or answered was made before ("rejected the demand").
_MADE_BEFORE = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN"})
_FOLDS = {
    "CONSULT": "AGREE",
    "SUPPORT": "AGREE",
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "RETREAT": "CONCEDE",
    "CONCEDE": "CONCEDE",
    "ASSAULT": "THREATEN",
    "COERCE": "THREATEN",
    "SANCTION": "THREATEN",
    "MOBILIZE": "THREATEN",
    "PROTEST": "THREATEN",
}
_REFUSED_MODES: dict[str, tuple[str, ...]] = {
    "CONSULT": ("meet",),
    "AID": ("assist",),
    "COOPERATE": ("assist",),
    "RETREAT": ("yield",),
    "CONCEDE": ("yield",),
}
_THREAT_MODES = {
    "arrest": "arrest",
    "expel": "expel",
    "deport": "expel",
    "restrict": "restrict",
    "curfew": "restrict",
}
_THREAT_MODE_OF_TYPE = {"ASSAULT": "violence", "PROTEST": "restrict", "SANCTION": "relations"}
#: Governors under which an intention of the doer's own stands as its commitment.
_COMMITTING = word_set(
    """
    plan intend ready willing prepared set due schedule scheduled poised determined decide go be
    will shall 'll wo would 'd want agree prepare
    """
)
#: Words by which one side binds itself. What it binds itself to tells agreeing from yielding.
_BINDING = word_set(
    """
    promise pledge offer undertake undertaking commit commitment assure assurance guarantee word vow announce
    declare consent volunteer tell say proclaim hold bid swear oath
    """
)
#: Of these, those that say with what weight and not whether for good or ill: by them one threatens, too.
_VOWING = word_set("promise pledge vow swear oath word assure assurance guarantee undertake commit")
_DOWN = word_set(
    """
    acl pcomp dative conj prep xcomp relcl nsubjpass advcl pobj ccomp dobj attr obj
    """
)


def is_content_noun(act: str, noun: str | None) -> bool:
    """Return whether a noun of type `noun` in the frame of an act of type `act` is a statement of its own."""
    if noun is None or noun == act:
        return False
    return act in _CONTENT_OF_NOUN or (act in {"CONCEDE", "REJECT"} and noun in _YIELDED_OR_REFUSED)


def enclosing_act(trigger: Trigger, by_token: dict[int, Trigger]) -> Trigger | None:
    """Return the act whose content `trigger` is, None where it stands for itself."""
    top = trigger.carrier if trigger.carrier is not None else trigger.token
    for below, above in _upwards(top):
        act = by_token.get(above.i)
        if (
            below.dep_ == "conj"
            and act is not None
            and above.dep_ in {"xcomp", "ccomp", "conj", "pobj", "dobj"}
        ):
            continue  # a sister: "agreed to lay down arms and release them" has one act over both
        if act is None or act.token.i == trigger.token.i or above.i == getattr(trigger.carrier, "i", -1):
            continue
        return act if _holds_content(act, trigger, below) else None
    return None


def _upwards(token: Token) -> list[tuple[Token, Token]]:
    pairs = []
    below = token
    while below.dep_ in _DOWN and below.head.i != below.i:
        if below.dep_ == "relcl" or (below.dep_ == "acl" and below.tag_ == "VBN"):
            break
        pairs.append((below, below.head))
        below = below.head
    return pairs


def _holds_content(act: Trigger, trigger: Trigger, below: Token) -> bool:
    if act.type not in ACTS or (set(act.modes) & _GRANTING_MODES and below.dep_ != "ccomp"):
        return False
    if below.dep_ == "conj" or is_only_told_of(trigger.token):
        return False
    if act.type in {"CONCEDE", "SUPPORT", "AGREE"} and (
        having(trigger.token)
        or is_done_part(trigger.token.head)
        or (act.type == "CONCEDE" and below.dep_ == "ccomp" and is_tensed(below))
    ):
        return False  # "regretted having freed them", "that it shot them", "responsibility for shooting them"
    if act.type == "CONCEDE" and trigger.pos == "n" and trigger.type in _BURDENS:
        return False  # what is lifted has been
    if below.dep_ == "advcl":  # "demanded X as it released Y" is no content; "asked them to release" may be
        return act.type == "REQUEST" and any(c.tag_ == "TO" for c in below.children)
    if below.dep_ == "prep" and below.lower_ in {
        "after",
        "since",
        "during",
        "in",
        "following",
        "amid",
        "over",
        "despite",
        "at",
        "on",
        "before",
        "by",
    }:
        return False
    if trigger.pos == "n" and trigger.type in _MADE_BEFORE and act.type in {"REJECT", "CONCEDE", "AGREE"}:
        return False
    if act.type == "ACCUSE" and below.dep_ in {"dobj", "nsubjpass"}:
        return trigger.token.dep_ == "pcomp"  # "accused the column of kidnapping", hung on the column
    return True


def yielding(found: Sequence[Trigger]) -> list[Trigger]:
    """Return the triggers, each promise told by what it promises: to free them is yielding, to meet is not.

    Our guidelines, section 2: "a promise to give, help, meet: AGREE; to give up what one holds (open, let in,
    release, cease): CONCEDE"; one to strike or punish is a threat.
    """
    by_token = {word.i: t for t in found for word in (t.token, *t.also)}
    promised: dict[int, list[Trigger]] = {}
    for trigger in found:
        act = enclosing_act(trigger, by_token)
        if act is not None and act.type in {"AGREE", "CONCEDE", "THREATEN"}:
            promised.setdefault(act.token.i, []).append(trigger)
    return [_as_promised(t, promised.get(t.token.i, ())) for t in found]


def _as_promised(act: Trigger, contents: Sequence[Trigger]) -> Trigger:
    if act.judge == "rules" and (refused := _sworn_off(act, contents)) is not None:
        return replace(act, type="REJECT", modes=refused)
    word = act.word.lemma_.lower()
    if act.type == "THREATEN" and word not in _VOWING:
        return act
    if act.judge == "model" or not (word in _BINDING or _agreed_alone(act)):
        return act
    if any(_given_up(one) for one in contents):
        kind = "CONCEDE"
    elif contents and all(_FOLDS.get(one.type) == "AGREE" for one in contents):
        kind = "AGREE"
    elif contents and word in _VOWING and all(_is_hostile(one) for one in contents):
        kind = "THREATEN"
    else:
        return act
    return act if act.type == kind else replace(act, type=kind, modes=_modes(kind, contents[0]))


def _is_hostile(content: Trigger) -> bool:
    """Whether to promise it is to threaten: what harms somebody, or brings him to court.

    Our guidelines, section 2: "so is a promise to punish".
    """
    if content.reader.polarity == "negated" or content.type == "MOBILIZE":
        return False
    tried = content.type == "ACCUSE" and not set(content.modes) & _GRANTING_MODES
    return tried or _FOLDS.get(content.type) == "THREATEN"


def _sworn_off(act: Trigger, contents: Sequence[Trigger]) -> tuple[str, ...] | None:
    """Return the modes of refusing what one binds oneself never to do: "vowed never to talk to them"."""
    if act.word.lemma_.lower() not in _BINDING or act.reader.polarity != "affirmed" or not contents:
        return None
    off = all(_never_done(one, act) and one.type in _REFUSED_MODES for one in contents)
    return _REFUSED_MODES[contents[0].type] if off else None


def _never_done(content: Trigger, act: Trigger) -> bool:
    """Whether a content is what one binds oneself not to do."""
    own = content.token.dep_ == "xcomp" and content.token.head == act.token
    return own and content.reader.polarity == "negated"


def _given_up(content: Trigger) -> bool:
    """Whether something is given up by doing it, or by leaving a deed off that would be a threat."""
    negated = content.reader.polarity == "negated"
    return _FOLDS.get(content.type) == ("THREATEN" if negated else "CONCEDE")


def _agreed_alone(act: Trigger) -> bool:
    """Whether one side agrees to something, rather than several with each other."""
    subjects = [c for c in act.token.children if c.dep_ == "nsubj"]
    alone = [s for s in subjects if s.pos_ == "PROPN" or s.tag_ == "NN"]
    to_do = any(c.dep_ == "xcomp" for c in act.token.children)  # "agreed a truce" takes two
    return act.word.lemma_ == "agree" and to_do and bool(alone) and not any(s.conjuncts for s in alone)


def folded(trigger: Trigger) -> Trigger | None:
    """Return the act that announcing a deed is for whoever would do it; None where it is none."""
    kind = _folded_type(trigger)
    if kind is None:
        return None
    modes = _REFUSED_MODES.get(trigger.type, ()) if kind == "REJECT" else _modes(kind, trigger)
    return replace(trigger, type=kind, modes=modes, reader=_performed(trigger.reader))


def _folded_type(trigger: Trigger) -> str | None:
    reader = trigger.reader
    kind = _FOLDS.get(trigger.type)
    if kind is None or reader.purpose or not _committed(reader):
        return None
    if reader.modality == "conditional" and reader.future:
        hostile = kind == "THREATEN" or _unless(trigger)
        return "THREATEN" if hostile and reader.polarity == "affirmed" else None
    if reader.modality != "intended":
        return None
    if reader.polarity == "negated":
        return "REJECT" if reader.future and kind != "THREATEN" else None
    return kind if reader.polarity == "affirmed" else None


def _unless(trigger: Trigger) -> bool:
    clauses = [c for c in trigger.token.children if c.dep_ == "advcl"]
    return any(m.lower_ == "unless" for c in clauses for m in c.children if m.dep_ == "mark")


def _committed(reader: Reader) -> bool:
    return all(g.lemma_.lower() in _COMMITTING or g.lower_ in _COMMITTING for g in reader.governors)


def _modes(kind: str, trigger: Trigger) -> tuple[str, ...]:
    if kind != "THREATEN":
        return ()
    modes = [_THREAT_MODES[m] for m in trigger.modes if m in _THREAT_MODES]
    return tuple(modes[:1]) or (
        (_THREAT_MODE_OF_TYPE[trigger.type],) if trigger.type in _THREAT_MODE_OF_TYPE else ()
    )


def _performed(reader: Reader) -> Reader:
    return Reader(certainty=reader.certainty, future=False, governors=list(reader.governors))
