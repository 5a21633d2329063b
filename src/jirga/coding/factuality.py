"""Whether it happened at all, by the nearest speaker's commitment: polarity, modality, certainty, aspect.

From the trigger upwards through what governs it: each auxiliary, negation, marker and governing word may take
something from the bare assertion. The innermost modality stands. The rule above all: nothing counts as having
happened that its clause does not assert.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jirga.coding import conditions, syntax
from jirga.coding.clauses import is_juxtaposed, is_present
from jirga.coding.closing import disputed_name
from jirga.coding.complements import is_denied, is_pause, is_perfect, keeps_from, lent, undoes, was_done
from jirga.coding.granting import of_subject, stands_granted
from jirga.coding.negation import NOBODY, is_called_false, is_nobody, is_not_so, is_told_wrongly
from jirga.coding.nominals import (
    Climb,
    climb_noun,
    is_definite,
    is_ones_part,
    is_thought_ahead,
    is_unclaimed,
    is_word_given,
    is_would_be,
    only_doer_is_open,
    with_particle,
)
from jirga.coding.occurring import is_cut_off, is_going_on, is_over, never_took_place, took_place
from jirga.coding.pretences import is_pretence
from jirga.coding.preventing import (
    but_for,
    came_to_nothing,
    come_of,
    failed_at,
    foiled,
    has_no_part,
    is_prevention,
    left_no_choice,
    near_to,
    short_of,
)
from jirga.coding.relative_clauses import has_been, is_of_any_kind, is_placed, pointing
from jirga.coding.stance import Reader, is_indefinite, is_ranked, own_words, performs, tense
from jirga.coding.tellings import TELLING, belied, denial_of, denial_of_report, says_what, unsaid
from jirga.lexicon.embedding import AUXILIARIES, Effect, effect

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What a governing noun may lend that "no" before the noun takes back.
_MEANT = frozenset({"intended", "wished", "feared", "possible"})
_ATTEMPTS = frozenset({"attempt", "bid", "try"})


def read_verb(token: Token) -> Reader:
    """Return what is committed to of the clause headed by the verb `token`."""
    reader = Reader()
    _clause(reader, token, 0)
    if is_pretence(token):
        reader.modality, reader.polarity, reader.settled = "asserted", "negated", True
    return reader


def read_noun(token: Token, carrier: Token | None) -> Reader:
    """Return what is committed to of an event noun; `carrier` is the verb that carries it ("launched")."""
    reader = Reader()
    if token.dep_ == "compound" and token.head.lemma_ in _ATTEMPTS:
        reader.aspect = "attempted"  # "escaped an assassination attempt"
        token = token.head
    step = None if only_doer_is_open(token, carrier) else climb_noun(token, carrier)
    _modifiers(reader, token, step)
    carried = effect(with_particle(carrier), "v", "noun") if carrier is not None else None
    if carried is not None:  # "ended its ceasefire" ends it, "launched an attack" begins one
        reader.aspect = carried.aspect
    if carrier is not None and carried is not None and _goes_on(token, carrier, carried):
        reader.aspect, reader.settled = "unstated", True
        return reader
    reader.granted = step is None and is_definite(token)
    while step is not None:
        step = _take_step(reader, step)
    if conditions.is_in_case_of(token):
        reader.take(Effect("conditional"), token.head)
        reader.settled = True
    if is_ones_part(token) or is_unclaimed(token):
        reader.settled = reader.result().happened  # whoever was not behind it
    elif (denial := denial_of_report(token)) is not None and reader.result().happened:
        reader.take(Effect(polarity="negated"), denial)  # "denied reports of the shelling"
    if but_for(token) or is_word_given(token):
        return Reader(granted=True, settled=True)
    verb = carrier or token.head
    if took_place(token, verb) and reader.polarity == "affirmed":
        reader.modality = "asserted"  # "the promised release took place"
    if is_over(token, verb) or took_place(token, verb):
        reader.settled = reader.result().happened
    if is_called_false(token) or is_pretence(token) or never_took_place(token) or is_cut_off(token, verb):
        reader.polarity, reader.settled = "negated", True
    return reader


def _goes_on(noun: Token, carrier: Token, carried: Effect) -> bool:
    """Whether a happening was not stopped, by who could have: "could have stopped the massacre"."""
    if noun.head != carrier or noun.dep_ not in {"dobj", "nsubjpass"} or not is_prevention(carrier, carried):
        return False
    around = Reader()
    _clause(around, carrier, 1)
    return came_to_nothing(carrier, around)


def _take_step(reader: Reader, step: Climb) -> Climb | None:
    if step.effect is not None:
        reader.take(step.effect, step.governor)
        _negated_governor(reader, step.governor, step.effect)
        return None
    if step.governor is not None and step.clause:
        before = reader.polarity
        _clause(reader, step.governor, 1)
        if step.apart:  # "talks produced nothing" were held all the same
            reader.polarity = before
        return None
    if step.governor is None:
        return None
    further = climb_noun(step.governor, None)
    _modifiers(reader, step.governor, further)
    return further


def _modifiers(reader: Reader, noun: Token, step: Climb | None) -> None:
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in NOBODY:
            if not _is_denied_by(step, noun):
                reader.negate()
        elif child.dep_ == "det" and child.lower_ == "any":
            reader.take(Effect("possible"), child)
        elif child.dep_ in {"amod", "advmod"} and (found := effect(child.lower_, "a", "noun")):
            reader.take(found, child)
        elif is_would_be(child):
            reader.take(Effect("intended"), child)
        elif is_thought_ahead(child):
            found = effect(child.lemma_, "v", "noun")
            if found is not None and found.modality in {"intended", "demanded", "feared", "wished"}:
                reader.take(found, child)


def _is_denied_by(step: Climb | None, noun: Token) -> bool:
    """Whether the clause that a noun climbs to counts its "no" already: "no talks took place"."""
    beside = noun.dep_ in {"nsubj", "nsubjpass", "dobj"} and step is not None and step.governor == noun.head
    return beside and step is not None and step.clause and not step.apart


def _clause(reader: Reader, verb: Token, depth: int) -> None:
    """Take in what stands in the verb's own clause, then what governs that clause."""
    if syntax.is_infinitive(verb) and conditions.marked(verb, frozenset({"for"})):
        reader.purpose = True  # "eager for them to sign": nobody's own commitment
    if syntax.is_infinitive(verb) and any(c.tag_ in {"WP", "WRB", "WDT"} for c in verb.children):
        reader.take(Effect("possible"), verb)  # "knows what to demand"
    own_words(reader, verb)
    tense(reader, verb)
    if depth < 8:
        _governed(reader, verb, depth)


def _governed(reader: Reader, verb: Token, depth: int) -> None:
    head, dep = verb.head, verb.dep_
    if head.i == verb.i:
        return
    if left_no_choice(verb):
        reader.take(Effect("demanded"), head)
        return
    if stands_granted(verb):
        reader.granted = depth == 0 and head.dep_ != "dobj"  # "had no doubt that …" is theirs to say
        reader.settled |= depth == 0 and reader.result().happened
        return
    if dep in {"xcomp", "ccomp", "acomp", "oprd"}:
        _complement(reader, verb, head, depth)
    elif dep == "advcl":
        _adverbial(reader, verb, head, depth)
    elif dep in {"acl", "relcl"}:
        _attributive(reader, verb, head)
    elif dep == "pcomp":
        _after_preposition(reader, verb, depth)
    elif dep == "conj":
        _coordinated(reader, verb, head, depth)
    elif dep in {"csubj", "csubjpass"} and not is_going_on(head):
        judged = of_subject(verb, head)
        reader.take(judged, head)
        reader.settled |= judged.polarity == "unknown"


def _complement(reader: Reader, verb: Token, governor: Token, depth: int) -> None:
    if conditions.leaves_open(verb):
        return  # "nobody knows whether they did": that is all
    known = effect(with_particle(governor), "v", "clause") if governor.pos_ in {"VERB", "AUX"} else Effect()
    if is_juxtaposed(verb, loosely=known is None) or disputed_name(governor) is not None:
        return  # "they shot four; nobody denies it": a sentence of its own
    found = lent(verb, governor)
    if is_told_wrongly(governor) and found.transparent:
        reader.polarity, reader.settled = "negated", True
        return
    reader.settled |= found.modality == "generic"  # "used to behead its captives"
    reader.purpose |= syntax.is_infinitive(verb) and is_pause(governor)
    reader.take(found, governor)
    _negated_governor(reader, governor, found)
    if found.transparent and governor.lemma_ not in TELLING:
        _clause(reader, governor, depth + 1)
    elif found.transparent:
        unsaid(reader, governor)
    elif found.modality == "asserted" and syntax.is_infinitive(verb):
        _not_done(reader, governor, depth)


def _not_done(reader: Reader, governor: Token, depth: int) -> None:
    """Let a condition or a modal over "fail" reach what is not done: "if they fail to withdraw"."""
    around = Reader()
    _clause(around, governor, depth + 1)
    if around.modality in {"conditional", "intended", "possible", "feared"}:
        reader.take(Effect(around.modality))


def _negated_governor(reader: Reader, governor: Token | None, change: Effect) -> None:
    """A negated "plan to" negates what was planned; a negated "say" leaves it open (`unsaid`)."""
    if governor is None:
        return
    if is_prevention(governor, change):
        around = Reader()
        _clause(around, governor, 1)
        come_of(reader, governor, around)
        return
    if change.transparent:
        return  # the climb goes on through the governor and meets its negation there
    if governor.pos_ == "NOUN" and change.modality in _MEANT and is_nobody(governor):
        reader.negate()  # "there are no plans to negotiate", "no hope of a truce"
    elif is_denied(governor):
        if change.polarity == "negated" and change.modality == "asserted":
            reader.polarity = "unknown"
        else:
            reader.negate()


def _adverbial(reader: Reader, verb: Token, governor: Token, depth: int) -> None:
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}}
    if syntax.is_infinitive(verb) and any(foiled(c) for c in governor.children):
        reader.take(Effect(aspect="attempted"), governor)  # "foiled a plot to bomb the shrine"
        _negated_governor(reader, governor, Effect(aspect="attempted"))
    elif conditions.is_turn_of_events(verb):
        _clause(reader, governor, depth + 1)  # "took the town, only to lose it": so it went
    elif syntax.is_infinitive(verb) and is_perfect(verb) and governor.lemma_ in {"be", "do"}:
        return  # "it was folly to have struck"
    elif syntax.is_infinitive(verb) and performs(verb, governor):
        _clause(reader, governor, depth + 1)  # "marched to demand his release": they demanded it
    elif syntax.is_infinitive(verb) or (marks & {"until", "before", "once"} and is_present(verb)):
        reader.take(Effect("intended"), governor)
    elif marks & {"when", "whenever"} and conditions.in_general(verb) and conditions.in_general(governor):
        reader.take(Effect("generic"), governor)  # "when they attack a village, people flee"
    elif marks & {"when", "after", "as"} and verb.tag_ in {"VBZ", "VBP"}:
        if any(c.dep_ == "aux" and c.lower_ in AUXILIARIES for c in governor.children):
            reader.take(Effect("intended"), governor)
    elif is_not_so(marks, governor):
        reader.take(Effect(polarity="negated"), governor)
    elif not marks and verb.tag_ == "VBG" and undoes(governor):
        reader.take(Effect(polarity="negated"), governor)  # "put off calling on them"
    elif not marks and verb.tag_ == "VBG" and governor.pos_ in {"VERB", "AUX"}:
        _clause(reader, governor, depth + 1)


def _attributive(reader: Reader, verb: Token, noun: Token) -> None:
    if verb.dep_ == "acl" and syntax.is_infinitive(verb):
        over = noun if (undone := foiled(noun)) is None else noun.head
        if failed_at(noun):
            undone, reader.settled = Effect(aspect="attempted"), True
        found = undone or effect(noun.lemma_.lower(), "n", "clause")
        found = found or Effect("asserted" if is_perfect(verb) or is_ranked(noun) else "intended")
        reader.take(found, over)
        _negated_governor(reader, over, found)
    elif verb.dep_ == "relcl" and syntax.is_infinitive(verb):
        known = Effect() if is_ranked(noun) else effect(noun.lemma_.lower(), "n", "clause")
        reader.take(known or Effect("intended"), noun)
    elif says_what(verb, noun):  # "fears that …", "the rumour that …"
        reader.take(effect(noun.lemma_.lower(), "n", "clause") or Effect(), noun)
        if (untrue := belied(noun)) is not None:
            reader.take(untrue, noun)
        elif (denial := denial_of(noun)) is not None:  # "denied a report that …", "scoffed at talk that …"
            reader.take(Effect(polarity="negated"), denial)
    elif verb.dep_ == "relcl" and noun.lemma_ == "time" and noun.dep_ == "attr" and verb.tag_ == "VBD":
        reader.take(Effect("demanded"), noun)  # "it is time they left"
    elif verb.dep_ == "relcl" and (copula := pointing(noun)) is not None:
        _clause(reader, copula, 1)  # "it was not the rebels who ambushed it": so it was not, or whether
    elif verb.dep_ == "relcl":
        _relative(reader, verb, noun)
    elif verb.dep_ == "acl" and verb.tag_ == "VBG" and noun.dep_ == "dobj" and keeps_from(noun.head):
        reader.take(Effect(polarity="negated"), noun.head)  # "the snow stopped them attacking"
        _negated_governor(reader, noun.head, Effect(polarity="negated"))
    elif noun.dep_ == "pobj" and noun.head.lower_ == "without":  # "without agreements being reached"
        reader.take(Effect(polarity="negated"), noun.head)
    elif (
        verb.tag_ == "VBN" and is_of_any_kind(noun) and not is_placed(verb)
    ):  # "it was to stop missiles fired by Iran"
        around = Reader()
        _clause(around, noun.head, 1)
        if around.modality in {"intended", "conditional", "possible", "generic"}:
            reader.take(Effect("generic"), noun.head)


def _relative(reader: Reader, verb: Token, noun: Token) -> None:
    """A relative clause stands by itself over a definite noun, and with what is around over another."""
    if is_nobody(noun):  # "there was no hour at which the road was blocked"
        reader.negate()
    elif not is_indefinite(noun):
        reader.granted = True
    elif noun.head.pos_ in {"VERB", "AUX"}:
        around = Reader()  # "if you had an organisation that killed people", "there is no group that did"
        _clause(around, noun.head, 1)
        nobody = around.polarity == "negated" and noun.dep_ in {"attr", "dobj"}
        ahead = around.modality in {"questioned", "demanded"}
        ahead = ahead or (around.modality == "intended" and noun.head.head.tag_ in {"VBZ", "VBP"})
        if has_been(verb) and ahead:
            return  # "why should we free prisoners who killed our soldiers?"
        reader.take(Effect(around.modality, "negated" if nobody else "affirmed"))
    elif noun.dep_ == "pobj":  # "offered pardon to those who laid down their arms"
        found = effect(with_particle(noun.head.head), "v", "clause")
        if found is not None and found.modality != "asserted":
            reader.take(found, noun.head.head)
        else:  # "ruled out an amnesty for those who killed children"
            reader.granted = has_been(verb)


def _after_preposition(reader: Reader, verb: Token, depth: int) -> None:
    preposition = verb.head
    low, governor = preposition.lower_, preposition.head
    near = near_to(preposition)
    if (coming := near or short_of(preposition)) is not None:
        around = Reader()
        _clause(around, coming, depth + 1)
        reader.take(Effect(around.modality), preposition)
        stopped = near is not None or around.polarity == "affirmed"  # "did not stop short of it": they did it
        reader.polarity, reader.settled = "negated" if stopped else "affirmed", True
        return
    if has_no_part(preposition):
        reader.polarity, reader.settled = "negated", True
        return
    if governor.lower_ == "out" and governor.head.pos_ == "VERB":
        low, governor = f"out_{low}", governor.head  # "talked out of attacking"
    elif governor.pos_ == "ADV" and governor.head.pos_ == "VERB":
        governor = governor.head  # "shied away from attacking"
    if low in {"without", "instead"} or (low == "of" and governor.lower_ == "instead"):
        reader.take(Effect(polarity="negated"), preposition)
        return
    part = "n" if governor.pos_ in {"NOUN", "PROPN"} else "a" if governor.pos_ == "ADJ" else "v"
    lemma = with_particle(governor) if part == "v" else governor.lemma_.lower()
    word: Literal["v", "n", "a"] = "n" if part == "n" else "a" if part == "a" else "v"
    # "kept them from signing", "cleared of having shelled it"
    above = governor.head if governor.dep_ == "dobj" and governor.head.pos_ == "VERB" else governor
    found = effect(f"{above.lemma_.lower()}_{low}", "v" if above is not governor else word, "clause")
    found = found or effect(lemma, word, "clause")
    if found is not None and found.modality == "intended" and was_done(verb):
        found = Effect()
    if low == "by" or (found is None and low in {"in", "after", "before", "while", "for", "with", "about"}):
        if low == "by" and governor.pos_ == "VERB":
            _clause(reader, governor, depth + 1)
        return
    if found is not None:
        reader.take(found, governor)
        _negated_governor(reader, governor, found)
        if found.transparent and governor.pos_ == "VERB":
            _clause(reader, governor, depth + 1)
    elif part == "n":
        step = climb_noun(governor, None)
        while step is not None:
            step = _take_step(reader, step)


def _coordinated(reader: Reader, verb: Token, head: Token, depth: int) -> None:
    """A coordinated verb shares the first one's auxiliaries where it has none and no subject of its own."""
    if head.pos_ not in {"VERB", "AUX"}:
        return
    own = any(c.dep_ in {"aux", "nsubj", "nsubjpass"} for c in verb.children)
    bare = verb.tag_ in {"VB", "VBG", "VBN"} or (verb.tag_ == head.tag_ and verb.tag_ != "VBD")
    if verb.tag_ == "VBP" and head.tag_ == "VB":  # a base form misread: "to lay flowers and meet them"
        bare = True
    if verb.tag_ == "VBD":  # a participle misread: "had not admitted it or implicated anyone"
        shared = any(c.dep_ in {"aux", "auxpass"} and c.lemma_ in {"have", "be"} for c in head.children)
        bare = shared or any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in head.children)
    if not own and bare:
        _clause(reader, head, depth + 1)
        return
    if conditions.in_condition(head):
        reader.conditional, reader.modality = True, "conditional"
    _governed(reader, head, depth + 1)
