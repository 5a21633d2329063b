"""What a reporting verb's source is held to, found in the parse: a clause, an infinitive, a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.claims import denied_claim, denied_things
from jirga.coding.clauses import (
    clause_around,
    climbs_to,
    lemma_of,
    passive,
    subject_of,
)
from jirga.coding.closing import disputed_name
from jirga.coding.inserted import ADDRESSING, RAISING, is_inserted, parted
from jirga.coding.phrases import PHRASES, by_preposition
from jirga.coding.rivals import gives_toll, told_number
from jirga.lexicon.cues import Cue, source_kind, verb_cues, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: The frames in the order in which they are tried; prepositions come after them.
_ORDER = ("that", "to", "ing", "name", "as", "obj")
#: Prepositions that lead to what is spoken of, with whatever clause hangs on it.
_OF_TOPICS = word_set("about of for against over regarding concerning")
_AGAINST = word_set("while whereas though although")


def readings(verb: Token) -> tuple[Cue, ...]:
    """Return the cues a verb may be, its particle counted in ("point out" before "point")."""
    lemma = lemma_of(verb)
    if lemma == "have" and _has_it(verb):
        return verb_cues("have it")
    if (lemma == "hold" and not _holds_that(verb)) or (lemma == "run" and not _of_text(verb)):
        return ()
    if denied_claim(verb):
        return (Cue(lemma, "deny"),)  # also what is no cue by itself: "laughed at the notion that"
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    return (verb_cues(f"{lemma} {particle}") if particle else ()) or verb_cues(lemma)


def _holds_that(verb: Token) -> bool:
    """Whether somebody holds "that" something is so, rather than a thing, a town or a meeting."""
    below = (c for host in (verb, *verb.subtree) for c in host.children if c.dep_ in {"ccomp", "acl"})
    return any(g.dep_ == "mark" and g.lower_ == "that" for c in below for g in c.children)


def _of_text(verb: Token) -> bool:
    """Whether it is words that run so: "the reply ran", ""…," it ran"."""
    subject = subject_of(verb)
    word = subject.lemma_.lower() if subject is not None else ""
    return word in {"it", "reply", "slogan", "motto", "headline"} or source_kind(word) == "document"


def _has_it(verb: Token) -> bool:
    """ "The army first had it that they drowned", "rumour has it"."""
    return any(c.dep_ == "dobj" and c.lower_ == "it" and c.i > verb.i for c in verb.children)


def content_of(verb: Token, reading: Cue) -> tuple[set[int], str] | None:
    """Return the tokens of a verb's content and its frame, the surest frame first; None where it has none."""
    if disputed_name(verb) is not None:
        return None  # ", a charge Kabul denies": that is told in a statement of its own (denials.py)
    if denied_claim(verb):
        return {t.i for noun in denied_things(verb) for t in noun.subtree}, "obj"
    for frame in _ORDER + tuple(sorted(reading.frames - {*_ORDER, "quote"})):
        if frame in reading.frames or (frame == "that" and "quote" in reading.frames):
            found = _clause if frame == "that" else PHRASES.get(frame, by_preposition(frame))
            tokens = found(verb)
            if tokens:
                return tokens, frame
    return None


def _clause(verb: Token) -> set[int]:
    """A clause under the verb, or the clause that the verb stands in as a parenthesis."""
    number = told_number(verb)
    if number:
        return number
    for child in verb.children:
        if child.dep_ == "ccomp" and not (_adverbial(child) or _apart(child, verb) or _is_main(child, verb)):
            left_out = _climbing(child) | _contrasted(child, verb) | set_off_source(child)
            whole = _subtree(child) | (_inverted(child, verb) if child.i < verb.i else set())
            return whole - left_out | _carried_on(child, verb)
    strayed = _strayed(verb)
    if strayed is not None:
        return _subtree(strayed) - _contrasted(strayed, verb)
    if passive(verb) and verb.lemma_ in RAISING:
        for child in verb.children:
            if child.dep_ == "xcomp":
                subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
                return _subtree(child) | (_bare(subject) if subject is not None else set())
    fronted = next((c for c in verb.children if c.dep_ == "csubjpass"), None)
    if fronted is not None and any(c.dep_ == "mark" for c in fronted.children):
        return _subtree(fronted)  # "that they fired is denied by the army"
    if verb.dep_ in {"csubj", "nsubj"} and verb.head.lemma_ == "be" and _asks_what(verb):
        said = next((c for c in verb.head.children if c.dep_ == "ccomp" and c.i > verb.head.i), None)
        return _subtree(said) if said is not None else set()  # "what they fear is that he left"
    asked = next((c for c in verb.children if _left_open(c, verb)), None)
    if asked is not None:
        return _subtree(asked)
    if is_inserted(verb):
        clause = clause_around(verb)
        if verb.head.dep_ == "conj" and clause.i < verb.i < verb.head.i:
            clause = verb.head  # "they refused, and the truce, he hopes, will last": only the truce
        return (
            _carried_on(clause, verb)
            | _condition(verb)
            | _subtree(clause) - _subtree(verb) - _contrasted(clause, verb)
        )
    return parted(verb)


def _bare(noun: Token) -> set[int]:
    """A noun phrase without the clauses that tell of it: "the gunman, who was shot, is thought to be"."""
    return _subtree(noun).difference(*(_subtree(c) for c in noun.children if c.dep_ == "relcl"))


def set_off_source(clause: Token) -> set[int]:
    """Return a source that, set off at a sentence's end, tells all of it: "…, according to the text"."""
    for t in clause.subtree:
        if t.lower_ == "according" and t.i > 0 and t.doc[t.i - 1].text == ",":
            rest = t.doc[t.right_edge.i + 1 : t.sent.end]
            if all(r.is_punct or r.is_space for r in rest):
                return _subtree(t)
    return set()


def _strayed(verb: Token) -> Token | None:
    """The content that the parse hung on a noun between: "told a meeting in Kabul that few knew of it"."""
    for host in verb.subtree:
        if host.pos_ in {"NOUN", "PROPN"} and host.i > verb.i and _leads_down(verb, host):
            for clause in host.children:
                if clause.dep_ in {"acl", "relcl"} and _is_content(clause):
                    return clause
    return None


def _leads_down(verb: Token, noun: Token) -> bool:
    """Whether a noun is whom the verb speaks to, or stands in a phrase after it: where, when, in what."""
    over, below = noun.head, noun
    while over.dep_ in {"prep", "pobj"} or (below.dep_ == "pobj" and over.dep_ == "prep"):
        below, over = over, over.head
        if over == verb:
            return below.dep_ == "prep" and below.lower_ not in _OF_TOPICS
    return over == verb and below.dep_ in {"dobj", "dative", "npadvmod"} and lemma_of(verb) in ADDRESSING


def _is_content(clause: Token) -> bool:
    """Whether a clause after "that" lacks nothing, and so is no relative one."""
    first = next((c for c in clause.children if c.lower_ == "that" and c.i == clause.left_edge.i), None)
    own = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.lower_ != "that" for c in clause.children)
    return first is not None and first.dep_ in {"mark", "advmod"} and own


def carried(noun: Token) -> bool:
    """Return whether a noun's clause is what the verb over it says: "said in a statement that they left"."""
    for verb in noun.ancestors:
        if verb.pos_ in {"VERB", "AUX"}:
            told = any("that" in one.frames for one in readings(verb))
            clause = _strayed(verb) if told and not _own_clause(verb) else None
            return clause is not None and clause.head == noun
    return False


def _own_clause(verb: Token) -> bool:
    return any(c.dep_ == "ccomp" for c in verb.children)


def _asks_what(verb: Token) -> bool:
    return any(c.lower_ == "what" and c.i < verb.i for c in verb.children)


def _left_open(child: Token, verb: Token) -> bool:
    """Whether what the parse takes for an adverbial clause is an indirect question: "explained how it fell".

    "When" and "where" could date or place a saying: only where nothing was said ("did not say when").
    """
    if child.dep_ == "advcl" and lemma_of(verb) == "ask" and child.left_edge.lower_ in {"if", "whether"}:
        return child.left_edge.i == verb.i + 1
    first = next((c for c in child.children if c.dep_ == "advmod" and c.i == child.left_edge.i), None)
    if child.dep_ != "advcl" or first is None or first.i < verb.i or verb.doc[first.i - 1].is_punct:
        return False
    silent = any(c.dep_ == "neg" for c in verb.children) and first.i == verb.i + 1
    return first.lower_ in {"how", "why"} or (silent and first.lower_ in {"when", "where"})


def trailing_source(verb: Token, content: set[int]) -> tuple[Token | None, set[int]]:
    """Return the source that the parse drew into the content before it, and the content without it.

    "killed a farmer and a boy, staff at the hospital said": the staff were joined on to the killed.
    """
    doc = verb.doc
    if verb.tag_ not in {"VBD", "VBZ"} or passive(verb) or verb.i - 1 not in content:
        return None, content
    first = verb.i - 1
    while first in content and not doc[first].is_punct:
        first -= 1
    phrase = doc[first + 1 : verb.i]
    heads = [t for t in phrase if t.head.i <= first or t.head.i >= verb.i]
    clausal = any(t.pos_ in {"VERB", "AUX"} or t.dep_ == "cc" for t in phrase)
    if doc[first].text != "," or len(heads) != 1 or clausal or heads[0].pos_ not in {"NOUN", "PROPN"}:
        return None, content
    return heads[0], {i for i in content if i < first}


def _climbing(clause: Token) -> set[int]:
    """Participles of saying that the parse hangs into a content but that go on with its source's words."""
    return {i for t in clause.subtree if climbs_to(t) is not None for i in _subtree(t)}


def _inverted(clause: Token, verb: Token) -> set[int]:
    """The clause that an inverted condition opens: "had he stayed, none would have died, diplomats say"."""
    rest = (c for c in verb.children if c.dep_ == "ccomp" and clause.i < c.i < verb.i)
    return {i for c in rest if clause.left_edge.lower_ in {"had", "should", "were"} for i in _subtree(c)}


def _condition(verb: Token) -> set[int]:
    """The condition that opens what an inserted report tells: "if he does come, she says, he is welcome"."""
    first = next((c for c in verb.children if c.dep_ == "advcl" and c.left_edge.lower_ == "if"), None)
    return _subtree(first) if first is not None and first.i < verb.i else set()


def _carried_on(clause: Token, verb: Token) -> set[int]:
    """What a content goes on with behind its report: "rebels shot two, the radio said, and beat a third".

    Behind quoted words it is the speaker who goes on: "“Enough,” he said, and left".
    """
    rest = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i), None)
    joint = next((c for c in verb.children if c.dep_ == "cc" and c.i > verb.i), None)
    if clause.i > verb.i or rest is None or joint is None or joint.nbor(-1).text != ",":
        return set()
    own = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in rest.children)
    quoted = any(t.is_quote for t in verb.doc[max(clause.left_edge.i - 1, 0) : verb.i])
    direct = joint.i + 1 != rest.left_edge.i or readings(rest)
    return set() if own or quoted or direct else _subtree(rest)


def _contrasted(clause: Token, verb: Token) -> set[int]:
    """A clause set against or beside a content, with a source of its own: "…, but residents said".

    What stands before a report that closes its sentence is told by it.
    """
    found: set[int] = set()
    for child in clause.children:
        aside = child.dep_ in {"conj", "advcl"} and child.i > clause.i and not clause.i < child.i < verb.i
        word = _contrast(child) if aside else None
        if word is not None and (readings(child) or gives_toll(child)) and subject_of(child) is not None:
            found |= _subtree(child) | {word.i}
    return found


def _contrast(clause: Token) -> Token | None:
    """The "but" or "while" that a clause begins with after a comma."""
    words = [c for c in clause.children if c.dep_ == "mark" and c.lower_ in _AGAINST]
    joined = {"but", "and"} if _stranger(clause) else {"but"}
    words += [c for c in clause.head.children if c.dep_ == "cc" and c.lower_ in joined and c.i < clause.i]
    return next((w for w in words if w.i > 0 and w.doc[w.i - 1].is_punct), None)


def _stranger(clause: Token) -> bool:
    """Whether a joined clause has a subject of its own that is no pronoun, and no "that" of the content's."""
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    return (
        subject is not None and subject.pos_ != "PRON" and not any(c.dep_ == "mark" for c in clause.children)
    )


def _apart(clause: Token, verb: Token) -> bool:
    """Whether a semicolon parts a clause from the verb after it: two sentences in one."""
    return clause.i < verb.i and any(t.text == ";" for t in verb.doc[clause.i : verb.i])


def _is_main(clause: Token, verb: Token) -> bool:
    """Whether a clause is its sentence's own: "gunmen believed to be rebels shot an elder"."""
    led = any(c.dep_ == "xcomp" and verb.i < c.i < clause.i for c in verb.children)
    own = any(c.dep_ in {"nsubj", "nsubjpass", "mark", "expl"} for c in clause.children)
    return verb.lemma_ in RAISING and verb.tag_ in {"VBD", "VBN"} and led and not own


def _adverbial(child: Token) -> bool:
    return any(
        c.dep_ == "mark" and c.lower_ in {"because", "although", "while", "so"} for c in child.children
    )


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}
