"""Claims: arguments that one could check against data - cause, effect, rule, trend, comparison.

Precision first: an ordinary event is no claim, nor is an opinion. Each way of arguing asks for words of its
own: something that happens has an effect on something else; a "because"; every or no truce; what would have
been; a trend tied to what it followed; more than before. Who says it and how surely is read as for events.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.argument_causes import because, caused
from jirga.coding.argument_subjects import abstract, subject_of
from jirga.coding.argument_words import (
    BLOWS,
    BY_PREPOSITION,
    DEADLY,
    DOWN,
    EFFECTS,
    FATES,
    KNOWING,
    MEASURED,
    RULES,
    UP,
)
from jirga.coding.standing_parties import is_party, is_person
from jirga.lexicon.events import event_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis


@dataclass(frozen=True, slots=True)
class ArgumentDraft:
    """An argument: the verb that carries it and the way in which it argues."""

    verb: Token
    way: str


def arguments(analysis: Analysis) -> tuple[ArgumentDraft, ...]:
    """Return the arguments of a document in order, one a clause."""
    found: dict[int, ArgumentDraft] = {}
    for verb in analysis.doc:
        if verb.pos_ not in {"VERB", "AUX"} or analysis.is_skipped(verb.idx) or _asks(verb):
            continue
        way = next(_ways(analysis, verb), None)
        if way is not None:
            found.setdefault(verb.i, ArgumentDraft(verb, way))
    kept = [one for one in found.values() if not _under(one.verb, found)]
    return tuple(kept)


def _ways(analysis: Analysis, verb: Token) -> Iterator[str]:
    if verb.dep_ not in {"relcl", "acl"} and not syntax.is_infinitive(verb) and because(analysis, verb):
        yield "cause"
    if _finite(verb):
        checks = {
            "cause": caused,
            "effect": _effect,
            "rule": _rule,
            "what would have been": _would_have,
            "trend": _trend,
            "comparison": _comparison,
            "origin": _origin,
        }
        yield from (name for name, check in checks.items() if check(analysis, verb))


def _finite(verb: Token) -> bool:
    """Whether a verb heads a clause of its own: the main one, a reported one, a coordinated one."""
    if verb.dep_ not in {"ROOT", "ccomp", "conj", "parataxis", "relcl", "acl", "pcomp", "advcl"}:
        return False
    if verb.dep_ in {"relcl", "acl", "pcomp", "advcl"}:
        return False
    auxiliary = any(c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO" for c in verb.children)
    misread = verb.tag_ == "VBN" and verb.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in verb.children)
    return misread or verb.tag_ in {"VBD", "VBZ", "VBP"} or (auxiliary and not syntax.is_infinitive(verb))


def _asks(verb: Token) -> bool:
    last = verb.sent[-1]
    return any(t.text == "?" for t in verb.sent[-2:]) or last.text == "?"


def _under(verb: Token, found: dict[int, ArgumentDraft]) -> bool:
    """Whether a coordinated clause without a subject of its own belongs to an argument found already."""
    own = any(c.dep_ in {"nsubj", "nsubjpass", "csubj"} for c in verb.children)
    return verb.dep_ == "conj" and verb.head.i in found and not own


def _effect(analysis: Analysis, verb: Token) -> bool:
    """ "Each truce let them regroup", "the ransom bought the rifles"."""
    lemma = verb.lemma_.lower()
    subject = subject_of(verb)
    if subject is None or lemma not in EFFECTS or syntax.is_passive(verb):
        return False
    telling = subject.lower_ in {"nothing", "whoever"} or abstract(analysis, subject) or _of_them(subject)
    if not (telling or _stands_for_what(analysis, subject, verb)) or _would(verb):
        return False
    after = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    if after in {"me", "us", "you"}:
        return False  # "leads me to believe"
    leading = BY_PREPOSITION.get(lemma, frozenset())
    if any(name in leading for name, _ in syntax.prepositions(verb)):
        return not _counted(verb)  # "has resulted in 305 dead": a toll
    if any(c.dep_ == "prt" for c in verb.children):
        return False
    things = [c for c in verb.children if c.dep_ in {"dobj", "dative", "ccomp", "xcomp"} and c.i > verb.i]
    if lemma == "mean":
        things = [t for t in things if t.dep_ == "dobj" and abstract(analysis, t)]
    if lemma in DEADLY or subject.lemma_.lower() in BLOWS:  # a bomb killed two: an event
        things = [t for t in things if abstract(analysis, t)]
    return bool(things)


def _of_them(subject: Token) -> bool:
    """ "each of them", said of what was spoken of."""
    return subject.lower_ in {"each", "none", "all"} and any(
        t.lower_ == "them" for t in syntax.measured(subject)
    )


def _stands_for_what(analysis: Analysis, subject: Token, verb: Token) -> bool:
    """Whether "it" stands for no party, over a verb that did or did not end something."""
    found = analysis.mention_at(subject.i)
    open_ = found is None or found.antecedent is None
    return subject.lower_ == "it" and open_ and verb.lemma_ in {"stop", "end", "prevent", "bring"}


def _would(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in {"would", "could"} for c in verb.children)


def _rules_over(subject: Token) -> bool:
    """Whether a noun phrase stands for all of a kind, or none: "every truce", "none of the truces"."""
    words = {c.lower_ for c in subject.children if c.dep_ in {"det", "neg", "predet", "amod"}}
    if words & RULES or subject.lower_ in {"nothing", "whoever", "each", "none", "every", "all"}:
        return True
    return any(c.lower_ == "whoever" for c in subject.children)


def _rule(analysis: Analysis, verb: Token) -> bool:
    """ "no deal has outlived its signature", "Where they came, the truce held", "only when it pays"."""
    subject = subject_of(verb)
    if subject is None or verb.lemma_ in KNOWING:
        return False
    words = {c.lower_ for c in subject.children if c.dep_ in {"det", "predet", "neg"}}
    partitive = subject.lower_ in {"each", "none", "every", "all", "one"} and bool(syntax.measured(subject))
    partitive = partitive and not any(c.dep_ == "neg" for c in subject.children)
    if subject.lower_ == "one":
        partitive = partitive and any(c.lower_ in {"every", "each"} for c in subject.children)
    thing = next(iter(syntax.measured(subject)), subject) if partitive else subject
    if thing.lower_ in {"this", "that", "it"}:
        return False
    ever = any(c.lower_ in {"yet", "ever", "never", "so"} for c in verb.children)
    floating = any(
        c.lower_ == "all" and c.i > subject.i for t in (subject, verb) for c in t.children if c.i < verb.i
    )
    if floating and verb.lemma_ in FATES and abstract(analysis, subject) and subject.tag_ == "NNS":
        return True  # "previous deals all broke down"
    if (words & {"every", "each", "no"} or partitive) and abstract(analysis, thing) and not _would(verb):
        return ever or partitive or (verb.tag_ in {"VBZ", "VBP"} and "no" not in words)
    for child in verb.children:
        if child.dep_ == "advcl" and child.i < verb.i:
            where = any(
                m.lower_ in {"where", "wherever", "whenever"} and m.i == child.left_edge.i
                for m in child.children
            )
            if where and not is_party(analysis, subject) and not is_person(analysis, subject):
                return subject.pos_ != "NUM"
        if child.dep_ == "advcl" and child.i > verb.i and _only(child):
            return verb.tag_ in {"VBZ", "VBP"} or abstract(analysis, subject)
    never = any(c.lower_ in {"never", "ever"} for c in verb.children)
    return never and abstract(analysis, subject) and _perfect(verb) and not is_party(analysis, subject)


def _only(clause: Token) -> bool:
    first = clause.left_edge
    marks = {m.lower_ for m in clause.children if m.dep_ in {"advmod", "mark"}}
    only = first.lower_ == "only" or (first.i > 0 and first.nbor(-1).lower_ == "only")
    return only and bool(marks & {"when", "where", "if", "after"})


def _perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def _would_have(_: Analysis, verb: Token) -> bool:
    """ "Had they insisted, it would have lasted", "Without the wave there would have been no deal"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if not auxiliaries & {"would", "might", "could"} or event_lexicon().knows(verb.lemma_.lower(), "v"):
        return False  # what would have been done to somebody is an event, conditional
    opening = next((t for t in verb.sent if not t.is_punct and not t.is_space), verb)
    if opening.lower_ == "had" and opening.i < verb.i:
        return True
    for child in verb.children:
        if child.dep_ == "advcl" and child.i < verb.i:
            first = child.left_edge.lower_
            had = any(c.lower_ == "had" and c.dep_ == "aux" for c in child.children)
            if had and (first == "had" or first == "if"):
                return True
        if child.dep_ == "prep" and child.lower_ == "without" and "have" in auxiliaries:
            return True
    return False


def _trend(analysis: Analysis, verb: Token) -> bool:
    """ "attacks rose after the takeover", "deaths have fallen in most years": tied to what it followed."""
    lemma = verb.lemma_.lower()
    subject = subject_of(verb)
    if subject is None or lemma not in UP | DOWN:
        return False
    things = [subject, *(t for name, t in syntax.prepositions(subject) if name in {"of", "in"})]
    if not any(t.lemma_.lower() in MEASURED for t in things):
        return False
    return _tied(analysis, verb) or (_perfect(verb) and not _counted(verb))


def _tied(analysis: Analysis, verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "advcl" and {m.lower_ for m in child.children} & {"after", "since", "when", "once"}:
            return True
    leading = {"after", "since", "during", "under", "following", "with", "in"}
    return any(
        name in leading and t.ent_type_ not in {"DATE", "TIME"} and abstract(analysis, t)
        for name, t in syntax.prepositions(verb)
    )


def _counted(verb: Token) -> bool:
    return any((t.like_num and t.ent_type_ != "DATE") or t.text in {"%", "percent"} for t in verb.subtree)


def _comparison(analysis: Analysis, verb: Token) -> bool:
    """ "did more than any shipment", "was followed by more violence than", "the only one that has never"."""
    subject = subject_of(verb)
    if subject is None:
        return False
    telling = abstract(analysis, subject) or _rules_over(subject)
    if telling and _more_than(verb) and verb.lemma_ not in {"say", "be"}:
        return True
    if verb.lemma_ == "do" and telling and any(c.dep_ == "ccomp" or c.lower_ == "what" for c in verb.subtree):
        return any(c.lower_ in {"no", "could"} for c in verb.subtree)
    return verb.lemma_ == "be" and _only_one(verb)


def _more_than(verb: Token) -> bool:
    words = list(verb.subtree)
    for i, word in enumerate(words):
        if word.lower_ in {"more", "fewer", "less", "longer"}:
            than = next((k for k, t in enumerate(words[i : i + 14], i) if t.lower_ == "than"), None)
            if than is not None and not _counts(words[than + 1 : than + 2]):
                return True
    return False


def _counts(after: list[Token]) -> bool:
    """Whether "than" leads to a number: "more than fifty" is a figure, "more than once" a count."""
    return any(t.like_num or t.lower_ == "once" or t.is_currency for t in after)


def _only_one(verb: Token) -> bool:
    """ "are the only party that has never broken a truce"."""
    for noun in (c for c in verb.children if c.dep_ == "attr"):
        only = any(c.lower_ == "only" for c in noun.children)
        clauses = [t for t in noun.subtree if t.dep_ == "relcl"]
        if only and any({c.lower_ for c in clause.children} & {"never", "ever"} for clause in clauses):
            return True
    return False


def _origin(analysis: Analysis, verb: Token) -> bool:
    """ "the chief cause was", "what ended the war was", "it was X that made it", "blamed the split for"."""
    subject = subject_of(verb)
    if verb.lemma_ == "be" and subject is not None:
        if subject.lemma_.lower() in {"cause", "reason", "root", "source"}:
            return any(c.dep_ in {"attr", "ccomp"} for c in verb.children)
        if subject.pos_ == "VERB" and any(c.lower_ == "what" and c.dep_ == "nsubj" for c in subject.children):
            return subject.lemma_.lower() in EFFECTS
        if subject.lower_ == "it":
            clauses = [t for c in verb.children if c.dep_ == "attr" for t in c.subtree if t.dep_ == "relcl"]
            clauses += [c for c in verb.children if c.dep_ == "relcl"]
            attr = [c for c in verb.children if c.dep_ == "attr"]
            return any(c.lemma_.lower() in EFFECTS for c in clauses) and any(
                abstract(analysis, a) for a in attr
            )
    if verb.lemma_ == "blame":
        things = [c for c in verb.children if c.dep_ == "dobj"]
        harms = [t for name, t in syntax.prepositions(verb) if name == "for"]
        below = [verb, *(t for thing in things for t in thing.subtree)]
        # "blames the rise in attacks on the talks", wherever the parse hangs "on"
        causes = [t for word in below for name, t in syntax.prepositions(word) if name == "on"]
        to_blame = causes or (things if harms else [])
        return any(abstract(analysis, t) and not is_party(analysis, t) for t in to_blame)
    return False
