"""Questions to the parse that several coders ask: whose verb this is, its object, whether it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.lexicon.cues import verb_cues, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Modals under which an act of saying has not been performed. "can" and "must" are left out: "I can say",
#: "I must say" perform it.
_UNPERFORMED = word_set("will would could may might should shall 'll 'd")
#: Verbs over an infinitive that leave it done ("went on to say", "managed to confirm").
_DONE = word_set("go continue begin start proceed manage come get rush hasten take use like love keep tend")
_REFUSING = word_set("decline refuse")
#: Verbs by which a text hedges what it tells itself; nobody is their source.
SEEMING = word_set("seem appear")
_SUBJECTS = frozenset({"nsubj", "csubj"})


#: Lemmas that the small model gets wrong for a verb ("hoped" → "hop"); of all our verbs, these.
_MISREAD = {"hop": "hope", "texte": "text", "rap": "rape", "machinegunne": "machinegun"}


def lemma_of(verb: Token) -> str:
    """Return a verb's lemma in lower case, the model's known slips mended."""
    lemma = verb.lemma_.lower()
    if mistaken_for_noun(verb):
        return lemma.removesuffix("ed")
    if lemma == "fire" and [t.lower_ for t in verb.doc[max(verb.i - 2, 0) : verb.i]] == ["test", "-"]:
        return "test-fire"
    return _MISREAD.get(lemma, lemma)


def mistaken_for_noun(token: Token) -> bool:
    """Whether the model took a verb of saying after a name for a noun: "The TTP boasted of"."""
    if token.dep_ != "ROOT" or token.tag_ != "NN" or not verb_cues(token.lower_.removesuffix("ed")):
        return False
    return token.lower_.endswith("ed") and token.i > 0 and token.nbor(-1).pos_ == "PROPN"


def is_set_off(participle: Token) -> bool:
    """Return whether a participle is added after a comma: "freed three deputies, kidnapped in 2001"."""
    return participle.i > 0 and participle.nbor(-1).lower_ == ","


def passive(verb: Token) -> bool:
    """Whether the verb stands in a passive, full or reduced to its participle after a noun."""
    if any(c.dep_ in {"auxpass", "nsubjpass", "agent"} for c in verb.children):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def under_reduced(subject: Token) -> Token | None:
    """Return the passive verb of "the men [locked up in July] have been let go", None where there is none.

    The parse takes the reduced clause for the verb of the subject, and leaves the passive without one.
    """
    clause = subject.head
    participle = clause.tag_ in {"VBN", "VBD"} or clause.lower_.endswith("ed")
    if subject.dep_ != "nsubj" or not participle or subject.i > clause.i:
        return None
    if any(c.dep_ in {"cc", "aux", "dobj"} for c in clause.children):
        return None
    over = [clause.head] if clause.dep_ == "ccomp" else []
    for verb in (*(c for c in clause.children if c.dep_ == "conj"), *over):
        names = {c.dep_ for c in verb.children}
        if verb.i > clause.i and "auxpass" in names and not names & {"nsubj", "nsubjpass"}:
            return verb
    return None


def is_bare_object(number: Token) -> bool:
    """Whether a bare number right after a verb is its object: "got back 230", "freed, by my list, 119"."""
    verb = number.head
    if number.pos_ != "NUM" or number.dep_ != "npadvmod" or verb.pos_ != "VERB" or number.i < verb.i:
        return False
    return not any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children)


def object_of(verb: Token) -> Token | None:
    """Return the direct object's head (or the one spoken to: "told Reuters"), None where there is none."""
    return next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i > verb.i), None)


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """Return the head of the noun phrase that does what `verb` says, None where the text names nobody.

    Looks through relative pronouns, coordination, infinitives and participles; a passive has its "by" phrase.
    """
    if made_known(verb) and depth < 4:
        return subject_of(verb.head, depth + 1)
    if passive(verb) and not _own_subject(verb):
        return _agent(verb)
    over = climbs_to(verb)
    if over is not None and depth < 4:
        return subject_of(over, depth + 1)
    own = _own_subject(verb)
    if own is not None:
        return _antecedent(verb, own)
    if goes_on(verb) and depth < 4:
        return subject_of(verb.head, depth + 1)
    return _borrowed(verb, depth) if depth < 4 else None


def made_known(verb: Token) -> bool:
    """Return whether somebody lets or makes a thing known: "let it be known that", "made it known that"."""
    over = verb.head
    return (
        verb.lemma_ == "know"
        and verb.dep_ in {"ccomp", "oprd", "xcomp"}
        and over.lemma_ in {"let", "make"}
        and any(c.lower_ == "it" and c.i < verb.i for c in (*verb.children, *over.children))
    )


def goes_on(verb: Token) -> bool:
    """Return whether an infinitive is what somebody went on to do, and so did."""
    over = verb.head
    return (
        verb.tag_ == "VB"
        and verb.dep_ in {"xcomp", "advcl"}
        and over.lemma_ == "go"
        and any(c.lower_ == "on" for c in over.children)
    )


def _own_subject(verb: Token) -> Token | None:
    if mistaken_for_noun(verb):
        return verb.nbor(-1)
    found = (c for c in verb.children if c.dep_ in _SUBJECTS and c.lower_ != "there")
    return min(found, key=lambda c: abs(c.i - verb.i), default=None) or _compounded(verb)


def _compounded(verb: Token) -> Token | None:
    """The noun before a finite verb that the parse drew into it or away: "Guerrillas boast of it".

    "According to the daily, a priest says": the priest seems to stand in apposition to the daily.
    """
    if verb.i == 0 or verb.tag_ not in {"VBP", "VBZ", "VBD"}:
        return None
    before = verb.nbor(-1)
    if before.dep_ == "compound" and before.head == verb and verb.tag_ != "VBD":
        return before
    first = before.left_edge
    led = verb.dep_ == "ROOT" and before.dep_ == "appos" and before.head.head.head.lower_ == "according"
    return before if led and first.i > 0 and first.nbor(-1).text == "," else None


def _agent(verb: Token) -> Token | None:
    by = next(
        (c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None
    )
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def _antecedent(verb: Token, subject: Token) -> Token:
    """The noun behind a relative pronoun: officials *who* said."""
    if (
        subject.tag_ in {"WDT", "WP"}
        and verb.dep_ in {"relcl", "acl"}
        and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}
    ):
        return verb.head
    return subject


def _borrowed(verb: Token, depth: int) -> Token | None:
    """The subject of the clause that a verb without its own depends on."""
    head = verb.head
    if verb.dep_ == "conj" and (head.pos_ in {"VERB", "AUX"} or mistaken_for_noun(head)):
        return subject_of(head, depth + 1)
    if verb.dep_ == "xcomp":
        target = object_of(head)
        if target is not None and head.lemma_ in {
            "urge",
            "ask",
            "tell",
            "want",
            "allow",
            "order",
            "quote",
            "hear",
        }:
            return target
        return subject_of(head, depth + 1) or _passive_subject(head)
    if verb.dep_ in {"advcl", "dep"} and verb.tag_ == "VBG" and head.pos_ in {"VERB", "AUX"}:
        return subject_of(head, depth + 1) or _passive_subject(head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return head
    return _through_preposition(verb, depth)


def _passive_subject(verb: Token) -> Token | None:
    found = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    return _antecedent(verb, found) if found is not None else None


def _through_preposition(verb: Token, depth: int) -> Token | None:
    """ "by saying": the subject of the verb around; "quoted an official as saying": that verb's object."""
    if verb.dep_ != "pcomp" or verb.head.head.pos_ not in {"VERB", "AUX"}:
        return None
    over = verb.head.head
    if verb.head.lower_ == "as":
        return _passive_subject(over) if passive(over) else object_of(over)
    return subject_of(over, depth + 1) or _passive_subject(over)


def climbs_to(verb: Token) -> Token | None:
    """Return the verb of saying that a participle of saying goes on with ("denied that P, saying that Q").

    The parse often hangs such a participle on P; its subject is whoever denied. None for any other verb.
    """
    if verb.dep_ == "conj" and verb.lemma_.lower() in _REFUSING and _own_subject(verb) is None:
        silent = any(c.dep_ == "xcomp" and verb_cues(c.lemma_.lower()) for c in verb.children)
        over = verb.head.head
        said = verb.head.dep_ == "ccomp" and over.i < verb.i and verb_cues(lemma_of(over))
        return over if silent and said else None  # "said P but declined to say where"
    if _like_the_one_over(verb):
        return verb.head.head
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl", "conj"} or not verb_cues(lemma_of(verb)):
        return None
    if not (verb.i > 0 and verb.doc[verb.i - 1].text in {",", "—", "–"}):
        return None
    top = verb.head
    while top.dep_ in {"xcomp", "conj", "pobj", "dobj", "prep", "advcl", "relcl", "acl", "attr", "nsubj"}:
        top = top.head
    over = top.head
    return over if top.dep_ == "ccomp" and over.i < verb.i and verb_cues(over.lemma_.lower()) else None


def _like_the_one_over(verb: Token) -> bool:
    """Whether a joined verb of saying has the form of the one over it, and not of what it is joined to.

    "Khan said the plan would fail and called it a farce": coordination joins like with like.
    """
    inner = verb.head
    if verb.dep_ != "conj" or inner.dep_ != "ccomp" or _own_subject(verb) is not None:
        return False
    over = inner.head
    alike = verb.tag_ == over.tag_ and verb.tag_ in {"VBD", "VBZ", "VBG"}
    apart = inner.tag_ not in {verb.tag_, "VBN"} or _says_that(verb)
    before = over.i < inner.i < verb.i
    return alike and apart and before and bool(verb_cues(lemma_of(verb)) and verb_cues(lemma_of(over)))


def _says_that(verb: Token) -> bool:
    """Whether a verb plainly says something with "that": what goes on is what was said before it.

    "The chiefs said that clashes took place and admitted that two were killed".
    """
    says = any(one.kind in {"say", "confirm", "deny"} for one in verb_cues(lemma_of(verb)))
    clauses = (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i)
    return says and any(m.dep_ == "mark" and m.lower_ == "that" for c in clauses for m in c.children)


def clause_around(token: Token) -> Token:
    """Return the head of the clause an adjunct belongs to, or of its noun phrase where there is no verb."""
    head = token.head
    while head.pos_ not in {"VERB", "AUX"} and head.dep_ not in {"ROOT", "ccomp", "parataxis"}:
        if head.head == head:
            break
        head = head.head
    while head.dep_ in {"xcomp", "conj", "acl", "relcl"} and head.head.pos_ in {"VERB", "AUX"}:
        head = head.head
    return head


def performed(verb: Token) -> bool:
    """Whether the act took place: not negated, future, conditional, refused or merely wanted."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in _UNPERFORMED):
            return child.dep_ == "aux" and _says_no_more(verb)
        if child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} and verb.dep_ == "advcl":
            return False
        if child.dep_ == "det" and child.lower_ == "no":
            return False
    if _nobody(verb):
        return False
    if any(c.tag_ == "TO" for c in verb.children) and verb.dep_ in {"xcomp", "advcl", "acl", "ccomp"}:
        done = verb.dep_ == "xcomp" and verb.head.lemma_ in _DONE | SEEMING
        return (done or goes_on(verb)) and performed(verb.head)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _own_subject(verb) is None:
        if verb.tag_ in {"VBD", "VBZ"} and verb.head.tag_ == "VB":
            return True  # "would not comment but said": a finite verb shares no auxiliary with an infinitive
        return performed(verb.head) or any(c.dep_ == "aux" for c in verb.children)
    return True


def _says_no_more(verb: Token) -> bool:
    """Whether who says no more than something says it: "would say only that two men had been held"."""
    beside = (verb.i - 1, verb.i + 1)
    return any(t.lower_ == "only" and t.i in beside for t in verb.doc[max(verb.i - 1, 0) : verb.i + 2])


def _nobody(verb: Token) -> bool:
    subject = _own_subject(verb)
    return subject is not None and (
        subject.lower_ in {"nobody", "none", "neither"}
        or any(c.lower_ in {"no", "neither"} for c in subject.children)
    )


def is_past(verb: Token) -> bool:
    """Return whether a verb tells what is past, with no modal before it: "declared", "has declared"."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.tag_ in {"MD", "TO"} for c in auxiliaries):
        return False
    helped = any(c.tag_ == "VBD" or c.lemma_ == "have" for c in auxiliaries)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and helped)


def is_present(verb: Token) -> bool:
    """Return whether a verb tells of now, or of what is done by then: "releases", "has released"."""
    helped = any(c.dep_ == "aux" and c.lemma_ == "have" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
    return verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBN" and helped)


def is_juxtaposed(verb: Token, *, loosely: bool) -> bool:
    """Return whether the parse hangs a sentence of its own under the next: "they shot four; nobody died".

    `loosely` a comma or a dash parts them as well as a semicolon does, where the second has a subject.
    """
    later = verb.head
    if verb.dep_ != "ccomp" or verb.i > later.i or any(c.dep_ == "mark" for c in verb.children):
        return False
    between = {c.text for c in later.children if c.dep_ == "punct" and verb.i < c.i < later.i}
    if ";" in between:
        return True
    own = any(c.dep_ in {"nsubj", "nsubjpass"} and verb.i < c.i < later.i for c in later.children)
    return loosely and own and bool(between & {",", "-", "--", "–", "—"})
