"""Words whose ties the parser mistakes: after "a day after", before a semicolon, behind commas, after "over".

Of "a day after a jirga had flown to Kabul" it makes "a day after a jirga" and a clause without a subject,
which then seems to have that of the main clause. Of "Kyiv offered a truce; Moscow rejected it" it makes the
first clause what Moscow rejected. Of "the truce, brokered by clerics, lapsed" it makes a truce lapsed, and no
sentence; of "freed over 2,000 of them" a deed over two thousand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEADING = frozenset({"after", "before", "since", "until"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
#: What may stand between a subject and its verb.
_BETWEEN = frozenset({"aux", "auxpass", "neg", "advmod"})


#: Verbs without a passive: what they tell of ended, or went on, by itself.
_INTRANSITIVE = word_set("lapse expire collapse falter crumble founder persist ensue erupt fail die")
#: What makes a number rough, and is a preposition elsewhere.
_BOUNDS = frozenset({"over", "about", "around"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})


def rehang_subjects(doc: Doc) -> None:
    """Hang the object of "after" on the finite verb right behind it that has no subject; changes `doc`."""
    for token in doc:
        if token.lower_ in _LEADING and token.dep_ == "prep":
            noun = next((c for c in token.children if c.dep_ == "pobj" and c.i > token.i), None)
            verb = _verb_behind(noun) if noun is not None else None
            if noun is not None and verb is not None:
                passive = any(c.dep_ == "auxpass" for c in verb.children)
                token.head, token.dep_ = verb, "mark"
                noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"


def part_at_semicolons(doc: Doc) -> None:
    """Make a sentence before a semicolon none of what follows takes for content; changes `doc` in place."""
    for token in doc:
        over = token.head
        if token.dep_ != "ccomp" or token.i > over.i or token.pos_ not in {"VERB", "AUX"}:
            continue
        parted = any(c.text == ";" and token.i < c.i < over.i for c in over.children)
        if parted and all(any(c.dep_ in _SUBJECTS for c in verb.children) for verb in (token, over)):
            token.dep_ = "parataxis"


def set_comments_apart(doc: Doc) -> None:
    """Make what a sentence is called at its end no object of its verbs; changes `doc` in place.

    Of "India armed and trained them, a claim Delhi dismisses" the parser makes a claim that India armed.
    """
    for token in doc:
        first = token.left_edge
        if token.dep_ != "dobj" or first.i <= token.head.i + 1 or first.nbor(-1).text != ",":
            continue
        called = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in token.children)
        said = any(c.dep_ == "relcl" for c in token.children)
        if called and said and any(t.dep_ == "dobj" for t in doc[token.head.i : first.i]):
            token.dep_ = "appos"


def rehang_names(doc: Doc) -> None:
    """Make a name its verb's subject, and a noun after a name's comma its apposition; changes `doc`.

    Of "Kigali backs them, experts say" the parser may make a kind of backing; of "accuses X of arming Y, a
    militia" it makes a militia that is accused.
    """
    for token in doc:
        verb = token.head
        finite = verb.pos_ == "VERB" and verb.tag_ in {"VBZ", "VBD", "VBP"} and token.i == verb.i - 1
        if token.dep_ in {"amod", "compound", "nmod"} and finite and token.text[:1].isupper():
            if not any(c.dep_ in _SUBJECTS for c in verb.children):
                token.dep_, token.pos_, token.tag_ = "nsubj", "PROPN", "NNP"
        elif token.dep_ == "dobj" and _is_apposed(token):
            token.head, token.dep_ = doc[token.left_edge.i - 2], "appos"


def rehang_people(doc: Doc) -> None:
    """Hang a clause with "who" on the people before a place, for no place is anybody; changes `doc`.

    Of "farmers in Badakhshan, who clashed with police" the parser makes a Badakhshan that clashed.
    """
    for token in doc:
        who = any(c.lower_ == "who" and c.dep_ in _SUBJECTS for c in token.children)
        noun = token.head
        if who and token.dep_ == "relcl" and noun.ent_type_ in _PLACES and noun.dep_ == "pobj":
            over = noun.head.head
            if noun.head.lower_ in {"in", "from", "of", "near", "at"} and over.pos_ in {"NOUN", "PROPN"}:
                token.head = over


def _is_apposed(noun: Token) -> bool:
    """Whether a second object stands right after a name and a comma, with an article."""
    first, verb = noun.left_edge, noun.head
    if first.i < 2 or first.nbor(-1).text != "," or first.lower_ not in {"a", "an", "the", "its", "their"}:
        return False
    name = first.nbor(-2)
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i < noun.i]
    return bool(objects) and name.pos_ == "PROPN" and verb.is_ancestor(name)


def raise_main_verbs(doc: Doc) -> None:
    """Make the verb of a sentence that was taken for its subject's participle its root; changes `doc`.

    Only of verbs that have no passive, so that "lapsed" behind a comma can be nothing else.
    """
    for noun in [s.root for s in doc.sents]:
        verb = next((c for c in noun.children if c.dep_ == "acl" and c.lemma_ in _INTRANSITIVE), None)
        if verb is None or noun.pos_ not in {"NOUN", "PROPN"} or verb.nbor(-1).lower_ != ",":
            continue
        if any(t.pos_ == "VERB" and t.i > verb.i and t.dep_ == "acl" for t in noun.children):
            continue
        verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
        noun.head, noun.dep_ = verb, "nsubj"


def rehang_bounds(doc: Doc) -> None:
    """Make a bare number under "over", "about" or "around" right behind a verb its object; changes `doc`."""
    for word in doc:
        verb = word.head
        if word.lower_ not in _BOUNDS or word.dep_ != "prep" or verb.pos_ != "VERB" or word.i != verb.i + 1:
            continue
        number = next((c for c in word.children if c.dep_ == "pobj" and c.tag_ == "CD"), None)
        if number is None or number.ent_type_ in _TIMES or any(c.dep_ == "dobj" for c in verb.children):
            continue
        number.head, number.dep_ = verb, "dobj"
        word.head, word.dep_ = number, "quantmod"


def _verb_behind(noun: Token) -> Token | None:
    """Return the finite verb of a clause, right behind a noun phrase, that lacks a subject."""
    at = noun.right_edge.i + 1
    first = noun.doc[at] if at < len(noun.doc) else None
    if first is None:
        return None
    verb = first.head if first.dep_ in _BETWEEN else first
    if verb.pos_ != "VERB" or verb.dep_ not in {"advcl", "relcl", "ccomp"} or verb.i < at:
        return None
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ == "aux" and c.i >= at for c in verb.children)
    own = any(c.dep_ in _SUBJECTS for c in verb.children)
    timed = any(c.dep_ == "npadvmod" and c.is_ancestor(noun) for c in verb.children)
    return verb if finite and timed and not own else None
