"""Whom, and whose words: what the learned model binds an event's word to, beside what the rules found.

The rules' answer stands where the model shares it or is unsure; a word that the model is sure of is made a
participant or speaker by the same means as theirs, with identity, country and sector from the lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.closing import disputed_name
from jirga.coding.headlines import is_signature
from jirga.coding.inserted import only_advises
from jirga.coding.machines import is_machine
from jirga.coding.quotes import DOUBLE_CLOSERS
from jirga.coding.reaching import is_hosting
from jirga.coding.roles import RoleFinder, Roles
from jirga.coding.slots import DONE_TO, POSSESSIVES, distinct
from jirga.coding.sources import speaker
from jirga.coding.surely import stands, sure_of
from jirga.language.denying import is_answer
from jirga.lexicon.cues import cue, verb_cues, word_set
from jirga.model import Participant, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.attribution import Attribution
    from jirga.coding.learned import Bond, Scores
    from jirga.language import Analysis

#: A role is the model's from this share of the mass, where the rules have another or none.
ROLE = 0.65
#: That nobody is the recipient is the model's to say from this share; parties that the lexicon knows stand,
#: and so do actors: leaving these out won nothing on dev and real-dev.
NOBODY = 0.8
#: Where the model finds it likelier than not that there is nobody, a party of the rules' that the lexicon
#: does not know falls if the model gives it less than this: of 100 such on dev and real-dev five were right.
LIKELY = 0.5
FAINT = 0.02
#: From this share the model may say that whom the rules have for the recipient is the doer, or put a pronoun
#: in the place of somebody known.
SWAPPED = 0.9
#: A speaker, or that there is none, is the model's from this share.
VOICE = 0.8
#: Parts of speech that name somebody; at others the model points to a cue ("reportedly").
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
#: Prepositions of what somebody acted after, or because of.
_AFTER = frozenset({"after", "following", "since", "over", "amid", "despite"})
#: What one does with what somebody else has said or asked.
_ANSWERING = word_set("ignore reject spurn dismiss rebuff heed defy accept welcome")
#: Verbs of accusing somebody before somebody else, to whom one speaks.
_COMPLAINING = frozenset({"complain", "protest", "appeal"})
#: Beside a first participant, each further one needs this share, and this one where it is not joined to the
#: first ("X and Y"): of two other words each is the doer by another reading.
FURTHER = 0.2
UNJOINED = 0.3


def _is_of_its_subject(verb: Token) -> bool:
    """Whether grammar leaves no choice who did it: "denied shelling the market", "X met Y and signed"."""
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.head.tag_ == "VBD":
        joined = not syntax.is_passive(verb) and not syntax.is_passive(verb.head)
        return joined and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    own = verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.pos_ == "VERB"
    return own and not any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.head.children)


class Binder:
    """Joins the model's bonds with the rules' answers over one document."""

    def __init__(self, analysis: Analysis, roles: RoleFinder, scores: Scores) -> None:
        """Keep the analysis, the finder that makes participants of tokens, and the model's answers."""
        self.analysis = analysis
        self.roles = roles
        self.scores = scores

    def bound(self, at: int, found: Roles) -> Roles:
        """Return the roles of the event at token `at`, of rules and model together."""
        actor = self._role(at, "actor", found.actor)
        if found.actor and _is_of_its_subject(self.analysis.doc[at]):
            actor = found.actor
        if found.actor and found.recipient and self._swapped(at, found):
            actor = found.actor
        if syntax.is_passive(self.analysis.doc[at]):  # who suffers it by grammar did not do it
            suffered = {p.mention for p in found.recipient}
            actor = tuple(p for p in actor if p.mention not in suffered) or found.actor
        recipient = self._role(at, "recipient", found.recipient)
        if found.recipient and self._addressed(at, recipient):
            recipient = found.recipient
        if found.recipient and is_hosting(self.analysis.doc[at]):
            # who mediates is no side, by our guidelines
            hosts = {p.mention for p in found.recipient}
            recipient, actor = found.recipient, tuple(p for p in actor if p.mention not in hosts)
        actor = tuple(p for p in actor if not (p in found.actor and self._suffers(at, p)))
        taken = {p.mention for p in actor}
        return Roles(actor, tuple(_another(p, actor) for p in recipient if p.mention not in taken))

    def _role(self, at: int, name: str, found: tuple[Participant, ...]) -> tuple[Participant, ...]:
        bonds = self.scores.bonds(at, name, FURTHER)
        if not bonds:
            return found
        best = bonds[0]
        if best.token is None and best.share >= LIKELY:
            sure = name == "recipient" and best.share >= NOBODY
            return tuple(p for p in found if (p.entity or not sure) and not self._is_out(at, name, p))
        if best.token is None or (name == "actor" and self._did_another(at, best.token)):
            return found
        if name == "actor" and found and is_answer(self.analysis.doc[at]):
            return found
        pronoun = self.analysis.doc[best.token].pos_ == "PRON"
        needed = SWAPPED if pronoun and any(p.entity for p in found) else ROLE
        if best.share < needed or any(self._covers(p.mention, best.token) for p in found):
            return found
        also = [b for b in bonds[1:] if b.share >= UNJOINED or self._are_joined(best, b)]
        made = [p for bond in (best, *also) if bond.token is not None for p in self._participants(bond)]
        return tuple(distinct(made)) or found

    def _are_joined(self, one: Bond, other: Bond) -> bool:
        """Whether two words are parts of one row: "the army and the rebels"."""
        if one.token is None or other.token is None:
            return False
        first, last = sorted((one.token, other.token))
        word = self.analysis.doc[last]
        while word.dep_ == "conj" and word.i != first:
            word = word.head
        return word.i == first

    def _swapped(self, at: int, found: Roles) -> bool:
        """Whether the model, not sure of it, has the rules' recipient do it ("rejected calls by X")."""
        best = next(iter(self.scores.bonds(at, "actor", FURTHER)), None)
        if best is None or best.token is None or best.share >= SWAPPED:
            return False
        return any(self._covers(p.mention, best.token) for p in found.recipient)

    def _suffers(self, at: int, party: Participant) -> bool:
        """Whether the model is sure that whom the rules have for the doer had it done to him, and did it not.

        "Two reporters were hauled off and let go": the parse lets go of the passive.
        """
        done_to, did = (self.scores.share(at, name, self._words(party)) for name in ("recipient", "actor"))
        return done_to >= ROLE and did < FURTHER

    def _is_out(self, at: int, name: str, party: Participant) -> bool:
        """Whether the model, which read the words of a party unknown to the lexicon, gives them no share."""
        if party.entity is not None and not party.entity.startswith("x-"):
            return False
        words = self._words(party)
        return any(self.scores.reads(at, i) for i in words) and self.scores.share(at, name, words) < FAINT

    def _words(self, party: Participant) -> list[int]:
        span = self.analysis.doc.char_span(party.mention.start, party.mention.end, alignment_mode="expand")
        return [token.i for token in span] if span is not None else []

    def _addressed(self, at: int, parties: tuple[Participant, ...]) -> bool:
        """Whether these are only whom one complained to: "complained to the UN over Israeli raids"."""
        verb = self.analysis.doc[at]
        if verb.lemma_ not in _COMPLAINING:
            return False
        to = [t.idx for name, t in syntax.prepositions(verb) if name == "to"]
        return all(any(p.mention.start <= start < p.mention.end for start in to) for p in parties)

    def _did_another(self, at: int, doer: int) -> bool:
        """Whether somebody's own words make him the doer of another deed, or only where it came from."""
        token = self.analysis.doc[doer]
        return (
            self._only_answers(at, doer)
            or _is_anothers(token, self.analysis.doc[at])
            or _is_agent_of_another(token, self.analysis.doc[at])
            or self._is_where_from(token)
        )

    def _is_where_from(self, token: Token) -> bool:
        """Whether a word only names the place from where it came: "rockets fired from Afghanistan"."""
        mention = self.analysis.mention_at(token.i)
        return (
            token.dep_ == "pobj"
            and token.head.lower_ == "from"
            and mention is not None
            and mention.kind == "place"
        )

    def _only_answers(self, at: int, doer: int) -> bool:
        """Whether who is taken for the doer only answers it ("launched it after an attack on them").

        Nor does who ignores a call make it.
        """
        event = self.analysis.doc[at]
        if event.pos_ == "NOUN" and event.dep_ == "dobj" and event.head.lemma_ in _ANSWERING:
            return any(t.i == doer for t in syntax.subjects(event.head))
        if event.pos_ != "NOUN" or event.dep_ != "pobj" or event.head.lower_ not in _AFTER:
            return False
        over = next((t for t in event.head.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        return over is not None and any(t.i == doer for t in syntax.subjects(over))

    def _covers(self, mention: Span, token: int) -> bool:
        start = self.analysis.doc[token].idx
        return mention.start <= start < mention.end

    def _participants(self, bond: Bond) -> list[Participant]:
        token = self.analysis.doc[bond.token or 0]
        found = self.roles.participants(token, 2 if syntax.measured(token) else 0)
        each_other = (
            token.lower_ in {"other", "another"} and token.i and token.nbor(-1).lower_ in {"each", "one"}
        )
        if found or is_signature(token) or is_machine(token) or each_other:
            return found
        return [self.roles.unnamed(token)]

    def voices(
        self, at: int, chain: tuple[Speaker, ...], known: Sequence[Attribution], *, granted: bool = False
    ) -> tuple[Speaker, ...]:
        """Return the chain of speakers of the event at token `at`, nearest first.

        Who denies his part in what the text takes for `granted` does not say that it happened.
        """
        bonds = self.scores.bonds(at, "speaker", VOICE)
        if not bonds or is_answer(self.analysis.doc[at]):
            return chain
        token = bonds[0].token
        sure = sure_of(self.analysis, at, chain, known)
        if token is None:
            return () if sure is None and self._may_be_nobody(at, chain, known) else chain
        if sure is not None and token in sure.tokens and token != sure.source_head:
            nearer = self._heard(token, at, known) if self.analysis.doc[token].pos_ != "PRON" else None
            return chain if nearer is None or nearer in chain else (nearer, *chain)
        if sure is not None and stands(self.analysis, sure):
            return chain
        for index, one in enumerate(chain):
            if any(span is not None and self._covers(span, token) for span in (one.mention, one.cue)):
                return chain[index:]
        if granted and any(self._denies(one) and token in (one.source_head, one.cue_head) for one in known):
            return chain
        who = self.analysis.doc[token]
        if _out_of_reach(who, self.analysis.doc[at]) or only_advises(who):
            return chain
        found = self._heard(token, at, known)
        return chain if found is None else (found, *chain[1:])

    def _heard(self, token: int, at: int, known: Sequence[Attribution]) -> Speaker | None:
        """The speaker whom the rules have at a token, else the one that the token names."""
        heard = (one.speaker for one in known if one.asserted and token in (one.source_head, one.cue_head))
        return next(heard, None) or self._speaker(token, at)

    def _denies(self, one: Attribution) -> bool:
        """Whether somebody denies something: the content, or his own part in it, which grants the deed."""
        cue = self.analysis.doc[one.cue_head].lemma_ if one.cue_head is not None else ""
        return one.commitment.polarity == "negated" or cue in {"deny", "disclaim", "disown"}

    def _may_be_nobody(self, at: int, chain: Sequence[Speaker], known: Sequence[Attribution]) -> bool:
        """Whether the model can tell that nobody says it: it read the speaker and the cue, and no label does.

        In a long quote they may stand sentences away.
        """
        over = [one for one in known if one.speaker in chain[:1]]
        return not over or any(
            all(self.scores.reads(at, i) for i in (one.source_head, one.cue_head) if i is not None)
            for one in over
        )

    def _speaker(self, number: int, at: int) -> Speaker | None:
        """The speaker at a token that no attribution of the rules names; a cue alone leaves it unnamed.

        None where the token neither names anybody nor is a cue.
        """
        token, event = self.analysis.doc[number], self.analysis.doc[at]
        if disputed_name(token.head) is not None:
            return None  # who denies the charge does not make it
        if token.pos_ not in _NAMING:
            return speaker(self.analysis, None, self._span(token), None) if _hearsay(token) else None
        led = _led_by(token, event)
        return speaker(self.analysis, token, self._span(led) if led is not None else None, None)

    def _span(self, token: Token) -> Span:
        return Span.of(self.analysis.document.text, token.idx, token.idx + len(token))


def _is_anothers(doer: Token, event: Token) -> bool:
    """Whether a noun of doing has a name for its owner, and the doer is another: "the Taliban's ban"."""
    owners = syntax.possessors(event) if event.pos_ == "NOUN" else []
    own = [t for t in owners if t.pos_ == "PROPN"]
    return bool(own) and event.lemma_.lower() not in DONE_TO and doer not in own


def _is_agent_of_another(doer: Token, event: Token) -> bool:
    """Whether "by" makes somebody the doer of another verb than a passive: "men held by X were freed"."""
    top = doer
    while top.dep_ == "conj":
        top = top.head
    by = top.head
    if top.dep_ != "pobj" or by.lower_ != "by" or by.head.pos_ != "VERB":
        return False
    if not syntax.is_passive(event):  # "was paid by India to attack the port": who was paid attacks
        own = any(c.dep_ == "nsubj" and c.tag_ not in {"WP", "WDT"} for c in event.children)
        told = by.head.is_ancestor(event) and (syntax.is_infinitive(event) or own)
        return told and syntax.is_passive(by.head)
    verbs = [event, *(t for t in event.ancestors if event.dep_ in {"xcomp", "conj"})]
    if by.head in event.children:  # "announced in June and mediated by Qatar": Qatar announced nothing
        return any(c.dep_ in {"prep", "npadvmod"} and event.i < c.i < by.head.i for c in event.children)
    return by.head not in verbs


def _another(recipient: Participant, actor: Sequence[Participant]) -> Participant:
    """A recipient who is not whoever does it: "promised to free its leader" frees no leader of its own."""
    if recipient.entity is None or all(recipient.entity != p.entity for p in actor):
        return recipient
    if recipient.mention.quote.split()[0].lower() not in POSSESSIVES:
        return recipient
    return Participant(recipient.mention.quote, recipient.mention)


def _out_of_reach(source: Token, event: Token) -> bool:
    """Whether no report of a source's reaches an event of its sentence.

    What stands beyond a semicolon is not what somebody says, unless it goes on with "that"; and who is quoted
    does not say what the reporter adds about when it was said ("…," he said, three days after the strike).
    """
    if source.sent.start != event.sent.start:
        return False
    if _is_set_against(source, event):
        return True
    doc = event.doc
    if event.i < source.i:
        return any(t.text == ";" for t in doc[event.i : source.i])
    if _is_beyond(source, event):
        return True
    said = source.head
    if source.dep_ != "nsubj" or said not in event.ancestors or event.i < said.i:
        return False
    quoted = any(t.text in DOUBLE_CLOSERS for t in doc[source.sent.start : source.i])
    below = next(t for t in (event, *event.ancestors) if t.head.i == said.i)
    return (
        quoted
        and below.dep_ in {"prep", "advcl", "npadvmod"}
        and not any(t.text in DOUBLE_CLOSERS for t in doc[said.i : event.i])
    )


def _is_set_against(source: Token, event: Token) -> bool:
    """Whether a source stands in a relative clause, or in a phrase that contradicts it, apart from the event.

    "An attack that the group said it made killed nine", "contrary to what the minister says, …".
    """
    for over in (source, *source.ancestors):
        if event.is_ancestor(over) or over == event:
            apart = over.dep_ == "relcl"
            against = over.lower_ in {"contrary", "despite", "notwithstanding", "unlike"}
            contrary = over.dep_ == "prep" and over.i > 0 and over.nbor(-1).lower_ == "contrary"
            if apart or against or contrary:
                return True
    return False


def _is_beyond(source: Token, event: Token) -> bool:
    """Whether an event stands after a semicolon, outside quotes, that what a source says does not cross."""
    between = event.doc[source.i : event.i]
    last = next((t for t in reversed(between) if t.text == ";"), None)
    if last is None or any(t.text in DOUBLE_CLOSERS for t in between):
        return False
    return not any(t.lower_ in {"that", "whether"} for t in event.doc[last.i + 1 : last.i + 4])


def _hearsay(token: Token) -> bool:
    """Whether a word that names nobody hands a content over ("reportedly", "according to")."""
    lemma = token.lemma_.lower()
    return cue("adverb", lemma) is not None or bool(verb_cues(lemma)) or lemma == "accord"


def _led_by(source: Token, event: Token) -> Token | None:
    """The word by which a source in the event's sentence is led to it; None where none does."""
    above = source.head
    if above.i == source.i or event not in above.subtree:
        return None
    below = event
    while below.head.i not in (above.i, below.i):
        below = below.head
    if below.dep_ in {"advcl", "conj", "relcl"} or below.i == source.i:
        return None
    return above
