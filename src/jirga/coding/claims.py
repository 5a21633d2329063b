"""Reported speech whose cue is a noun or an adjective: "the army's claim that P", "is confident that P"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.attribution import Attribution
from jirga.coding.building import build
from jirga.coding.clauses import clause_around, performed, subject_of
from jirga.coding.granting import is_beyond_doubt
from jirga.coding.sources import kind_of
from jirga.lexicon.cues import CERTAIN, PLAIN, Commitment, cue, holdings, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

_DENYING = word_set(
    "deny reject dismiss refute rebut dispute repudiate contradict rubbish debunk discount disprove deride "
    "mock"
)
#: Verbs that scorn or undo what is claimed, with the word that leads to it: "laughed at the notion that".
_SCORNING = {
    "laugh": "at off",
    "scoff": "at",
    "sneer": "at",
    "knock": "down",
    "shoot": "down",
    "brush": "aside",
}
#: Participles of what moves somebody over a content ("was convinced that"): the passive's subject holds it.
_MOVED = word_set(
    "convinced persuaded concerned worried alarmed frightened shocked surprised disappointed pleased "
    "delighted determined satisfied troubled dismayed haunted"
)
#: Prepositions that lead from an adjective to what it is about: "aware of", "worried about".
_ABOUT = word_set("of about over at with")


def by_noun(analysis: Analysis, noun: Token) -> Iterator[Attribution]:
    """Yield what a noun hands over: "the army's claim that P", "reports that P", "allegations of P"."""
    found = cue("noun", noun.lemma_.lower())
    held = _held(noun)
    if held is not None and (found is None or held.dep_ == "acl"):
        yield from _holding(analysis, noun, held)
    if found is None:
        return
    clause = _content(noun, found.kind)
    holder = _holder(noun)
    sure = is_beyond_doubt(noun)
    if clause is None or (holder is None and (sure or _denied(noun))):
        return  # "rejected the claim that P" is the denier's alone; "there is no doubt that P" the text's
    made = build(
        analysis,
        kind="noun",
        cue_head=noun,
        cue=(_begins(noun), _cue_end(noun, clause)),
        source=holder,
        content={t.i for t in clause.subtree},
        commitment=CERTAIN if sure else found.commitment,
        asserted=sure or not any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children),
    )
    if made is not None:  # "Moscow denies Kyiv's claim that": it is Moscow that does not say so
        yield replace(made, kind="attitude", commitment=PLAIN, voices=False) if _denied(noun) else made


def gives_content(noun: Token) -> bool:
    """Return whether a noun leads to a content of its own ("support for the truce", "the claim that P")."""
    found = cue("noun", noun.lemma_.lower())
    return _held(noun) is not None or (found is not None and _content(noun, found.kind) is not None)


def _content(noun: Token, kind: str) -> Token | None:
    clause = next((c for c in noun.children if _is_that_clause(c)), None)
    return clause or _said_of(noun) or _deed(noun, kind)


def _begins(noun: Token) -> int:
    """Where a noun's cue begins: at the verb that utters it ("voiced criticism of"), or at the noun."""
    verb = noun.head
    uttered = noun.dep_ == "dobj" and verb.lemma_ in UTTERING and verb.i < noun.i < verb.i + 5
    return verb.doc[_cue_start(verb)].idx if uttered else noun.idx


def _held(noun: Token) -> Token | None:
    """What a noun of will or judgement is of: "their plan to leave", "its criticism of the raid"."""
    frames = frozenset().union(*(one.frames for one in holdings(noun.lemma_.lower())))
    for child in noun.children:
        if "to" in frames and child.dep_ == "acl" and any(c.tag_ == "TO" for c in child.children):
            return child
        if child.dep_ == "prep" and child.lower_ in frames and child.i == noun.i + 1:
            return next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
    return None


def _holding(analysis: Analysis, noun: Token, held: Token) -> Iterator[Attribution]:
    """The attitude that a noun gives its holder; nobody's where the text names none, so that none is made."""
    holder = _holder(noun)
    if holder is None:
        return
    made = build(
        analysis,
        kind="deed" if held.dep_ == "acl" else "attitude",
        cue_head=noun,
        cue=(_begins(noun), _cue_end(noun, held)),
        source=holder,
        content={t.i for t in held.subtree},
        commitment=PLAIN,
        voices=False,
    )
    if made is not None:
        yield made


def _denied(noun: Token) -> bool:
    """Whether what the noun names is denied by the verb over it."""
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    of_deed = noun.dep_ == "dobj" and over.lemma_.lower() in _DENYING  # "denied allegations of torture"
    return of_deed or (noun.dep_ in {"dobj", "nsubjpass", "pobj"} and denied_claim(over))


def _said_of(noun: Token) -> Token | None:
    """The clause that "is" says of a noun: "their greatest fear is that P"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in {"be", "go"}:
        return None  # "the story goes that"
    clauses = (c for c in noun.head.children if c.dep_ == "ccomp" and c.i > noun.head.i)
    return next((c for c in clauses if any(m.lower_ == "that" for m in c.children)), None)


def _cue_end(noun: Token, content: Token) -> int:
    """The end of the cue: of the noun, or of the preposition right after it that leads to its content."""
    after = content.head
    if noun.dep_ == "nsubj" and after == noun.head and after.i == noun.i + 1:
        last = after  # "their fear is that": the verb leads to it
        return last.idx + len(last)
    last = after if after.dep_ == "prep" and after.head == noun and after.i == noun.i + 1 else noun
    return last.idx + len(last)


def _deed(noun: Token, kind: str) -> Token | None:
    """What a claim, fear or demand is of: "allegations of torture", "calls for talks"."""
    if kind not in _OF_DEEDS and noun.lower_ != "reports":
        return None
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "for", "about"}:
            found = (c for c in child.children if c.dep_ in {"pobj", "pcomp"})
            return next((c for c in found if c.lower_ != "comment"), None)
    return None


def _is_that_clause(child: Token) -> bool:
    """A finite clause with "that" as its mark; a relative one ("that" is subject or object) is none."""
    return child.dep_ in {"acl", "ccomp", "relcl"} and any(
        c.dep_ == "mark" and c.lower_ == "that" for c in child.children
    )


def _holder(noun: Token) -> Token | None:
    """Whose claim it is: the possessor, "by X", "from X", or the subject of "made the claim that"."""
    for child in noun.children:
        if child.dep_ == "poss":
            relative = child.tag_ == "WP$" and noun.head.dep_ == "relcl"
            return noun.head.head if relative else child
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "among"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "compound" and noun.dep_ == "nsubj" and kind_of(child) != "unnamed":
            return child  # "the police version is that"
    if noun.lemma_.lower() == "fear" and noun.dep_ == "pobj" and noun.head.lower_ in {"for", "in"}:
        return subject_of(clause_around(noun))  # "raised their prices for fear of a raid"
    if noun.dep_ in {"dobj", "attr", "pobj"}:
        verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
        if verb.tag_ == "VBN" and verb.lower_ in _MOVED and noun.dep_ == "pobj":
            return _passive_subject(verb)  # "were haunted by the thought that"
        if verb.lemma_.lower() in UTTERING or (noun.dep_ == "attr" and _held(noun) is not None):
            return subject_of(verb)
    return None


#: What "it is unclear whether" leaves: asserted of nobody, either way.
_LEFT_OPEN = Commitment(polarity="unknown")
_LEFT = frozenset({"aux", "auxpass", "neg", "advmod"})
#: What may be denied though it is no cue by itself: "the notion that", "a newspaper story that".
_TOLD = word_set("notion idea story news theory thought tale myth insinuation possibility")
_OF_DEEDS = word_set("claim suspect suggest fear wish demand expect act deny")
#: Verbs with a noun of saying or thinking for what is said or thought: "voiced support for", "have doubts".
UTTERING = word_set(
    "make issue voice express have repeat give offer share lodge raise file hold live cling harbour harbor "
    "tremble shudder nurse cherish entertain put state level retract withdraw convey utter deliver pose "
    "submit present publish release launch direct hurl send extend renew reiterate reaffirm restate lay "
    "advance float show display signal register reveal feel sense communicate articulate bring lend pay "
    "pledge announce air vent post tweet add append take hand pass find keep retain maintain adopt"
)


def moved(verb: Token) -> bool:
    """Return whether a participle says what its passive's subject holds: "was convinced that P"."""
    if verb.tag_ != "VBN" or verb.lower_ not in _MOVED:
        return False
    return verb.dep_ == "acomp" or _passive_subject(verb) is not None


def by_adjective(analysis: Analysis, adjective: Token) -> Iterator[Attribution]:
    """Yield what an adjective hands over: "X is confident that P"; "aware of P" only as an attitude."""
    found = cue("adj", adjective.lower_)
    verb = adjective if _passive_subject(adjective) is not None else adjective.head
    if found is None or (adjective.dep_ != "acomp" and verb is not adjective and not _made_clear(adjective)):
        return
    clause = next((c for c in (*adjective.children, *verb.children) if c.dep_ == "ccomp"), None)
    clause = clause or _hoped(adjective)
    content = {t.i for t in clause.subtree} if clause is not None else _about(adjective)
    source = subject_of(verb) if verb is not adjective else _passive_subject(verb)
    open_question = source is not None and source.lower_ == "it" and _left_open(adjective, verb, clause)
    if not content or source is None or (source.lower_ == "it" and not open_question):
        return
    voices = clause is not None and found.kind != "attitude"  # "was glad that": what is so is the text's
    start, end = sorted((_cue_start(verb), adjective.i))
    last = analysis.doc[_cue_last(adjective, content) if end == adjective.i else end]
    made = build(
        analysis,
        kind="reported" if voices else "deed" if found.kind == "deed" else "attitude",
        cue_head=adjective,
        cue=(analysis.doc[start].idx, last.idx + len(last)),
        source=None if open_question else source,
        content=content,
        commitment=_LEFT_OPEN if open_question else found.commitment if voices else PLAIN,
        asserted=not voices or open_question or performed(verb),
        voices=voices,
    )
    if made is not None:
        yield made


def _made_clear(adjective: Token) -> bool:
    """Whether somebody makes a thing clear: "made clear that", "made it clear that"."""
    return adjective.lower_ in {"clear", "plain"} and adjective.head.lemma_ == "make"


def _left_open(adjective: Token, verb: Token, clause: Token | None) -> bool:
    """Whether nobody is said to know: "it is unclear whether", "it was not clear if"."""
    asks = clause is not None and any(m.lower_ in {"whether", "if"} for m in clause.children)
    negated = any(c.dep_ == "neg" for c in (*verb.children, *adjective.children))
    return asks and (adjective.lower_ in {"unclear", "uncertain", "unknown"} or negated)


def _hoped(adjective: Token) -> Token | None:
    """What somebody else is wanted to do: "eager for both sides to sign"."""
    for child in (*adjective.children, *adjective.head.children):
        mark = next((c for c in child.children if c.dep_ == "mark"), None)
        gerund = child.lower_ == "of" and next((c for c in child.children if c.dep_ == "pcomp"), None)
        if gerund and gerund.tag_ == "VBG" and child.head == adjective:
            return gerund  # "afraid of them leaving"
        if child.dep_ == "advcl" and mark is not None and mark.lower_ == "for" and mark.i > adjective.i:
            return child
    return None


def _about(adjective: Token) -> set[int]:
    """What an adjective is about where it is no clause: "aware of the raids", "eager to leave"."""
    for child in adjective.children:
        if child.dep_ == "prep" and child.lower_ in _ABOUT and child.i == adjective.i + 1:
            return {t.i for t in child.subtree} - {child.i}
        if child.dep_ == "xcomp" and any(c.tag_ == "TO" for c in child.children):
            return {t.i for t in child.subtree}
    return set()


def _passive_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "nsubjpass"), None)


def _cue_start(verb: Token) -> int:
    """Where a cue of verb and adjective begins: at its first auxiliary, negation or adverb."""
    left = verb.i
    while left > 0 and verb.doc[left - 1].head == verb and verb.doc[left - 1].dep_ in _LEFT:
        left -= 1
    return left


def _cue_last(adjective: Token, content: set[int]) -> int:
    """The cue's last token: the preposition right after the adjective, where the content stands under it."""
    after = adjective.i + 1
    following = [c for c in adjective.children if c.i == after and c.dep_ == "prep"]
    return after if following and after not in content else adjective.i


def denied_claim(verb: Token) -> bool:
    """Return whether a verb denies what somebody claims ("dismissed reports that P", "laughed at it")."""
    lemma = verb.lemma_.lower()
    leads = _SCORNING.get(lemma)
    if leads is not None:
        led = any(c.lower_ in leads.split() and c.dep_ in {"prep", "prt"} for c in verb.children)
        return led and any(map(_is_claimed, denied_things(verb)))
    return lemma in _DENYING and any(map(_is_claimed, denied_things(verb)))


def denied_things(verb: Token) -> list[Token]:
    """Return the nouns for what is denied: object, a passive's subject, or what stands under "at", "off"."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    at = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"at", "off"})
    return things + [c for a in at for c in a.children if c.dep_ == "pobj"]


def _is_claimed(noun: Token) -> bool:
    named = cue("noun", noun.lemma_.lower()) is not None or noun.lemma_.lower() in _TOLD
    return named and any(map(_is_that_clause, noun.children))
