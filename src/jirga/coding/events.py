"""Triggers → event statements: roles, time, place, figures, speakers, factuality, acts and content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from jirga.coding import acts
from jirga.coding.announcements import announcement, is_announced, speaks_for
from jirga.coding.blame import blame, cleared, heard
from jirga.coding.bound import Binder
from jirga.coding.called import called
from jirga.coding.circumstances import Circumstances
from jirga.coding.confidence import confidence, features
from jirga.coding.denials import is_granted_by_denial
from jirga.coding.figures import FoundFigure, of_deed
from jirga.coding.identity import as_of, governing
from jirga.coding.judging import ADD, by_doer, is_performed, seat, stance
from jirga.coding.measures import OF_VICTIMS
from jirga.coding.parts import CONFIDENCE, Parts
from jirga.coding.presumed import presumed
from jirga.coding.preventing import preventers
from jirga.coding.roles import OF_A_STATE, RoleFinder, Roles
from jirga.coding.triggers import Trigger
from jirga.lexicon.contexts import contexts_of
from jirga.model import (
    EventCode,
    Factuality,
    Figure,
    Modality,
    Participant,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    When,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.learned import Scores

#: An event dated this many days before publication is told as history (PLOVER's auxiliary mode `historical`).
HISTORICAL_DAYS = 365
#: Acts of speech, whose date may be that of what they announce.
_OF_WHAT_COMES = frozenset({"AGREE", "THREATEN", "CONCEDE"})
#: What adds to or takes from a statement's confidence.
_CONFIDENCE = {"actor": 0.12, "recipient": 0.08, "frame": 0.08, "noun": -0.08, "bare": -0.2}


class EventMaker:
    """Makes the event statements of one document."""

    def __init__(
        self, parts: Parts, roles: RoleFinder, found: list[Trigger], scores: Scores | None = None
    ) -> None:
        """Keep the document's parts and its triggers; with `scores` the learned model has its say."""
        self.parts = parts
        self.scores = scores
        self.binder = Binder(parts.analysis, roles, scores) if scores is not None else None
        self.roles = roles
        self.triggers = found
        self.blame = blame(parts.analysis.doc, found, parts.ascriptions)
        self.cleared = cleared(parts.analysis.doc, found, parts.ascriptions)
        cues = [a.cue_head for a in parts.attributions if a.cue_head is not None and a.voices]
        self.circumstances = Circumstances(parts.analysis, found, cues)

    def statements(self) -> list[Statement]:
        """Return the event statements, each content naming its act; content of no act is left out."""
        by_token = {word.i: t for t in self.triggers for word in (t.token, *t.also)}
        made: dict[int, Statement] = {}
        enclosing: dict[int, int] = {}
        for trigger in self.triggers:
            act = acts.enclosing_act(trigger, by_token)
            if act is not None:
                enclosing[trigger.token.i] = act.token.i
            statement = self._event(trigger, content=act is not None)
            if statement is not None:
                made[trigger.token.i] = statement
        by_word = {t.token.i: t for t in self.triggers}
        told = [
            (self._weighed(_with_act(s, made.get(enclosing.get(i, -1))), by_word[i]), by_word[i])
            for i, s in made.items()
            if not _orphan(i, enclosing, made)
        ]
        return self._announced(told)

    def _announced(self, told: Sequence[tuple[Statement, Trigger]]) -> list[Statement]:
        """Return the deeds, and before those that their doers announce the act of announcing them."""
        done: dict[tuple[Span, str], Statement] = {}
        found: list[Statement] = []
        for statement, trigger in told:
            act = self._announcing(statement, trigger)
            if act is not None and act.event is not None:
                first = done.setdefault((act.trigger, act.event.type), act)
                found += [first] if first is act else []
                statement = replace(statement, content_of=first.id)
            found.append(statement)
        return found

    def _announcing(self, told: Statement, trigger: Trigger) -> Statement | None:
        """The act of announcing a deed; None where its doer announces none, or the cue says otherwise."""
        if trigger.judge != "rules" or told.content_of is not None or not is_announced(told):
            return None
        it, reader = told.factuality, trigger.reader
        stands = (it.polarity, it.modality) == (reader.polarity, reader.modality)
        if not (stands and told.actor and speaks_for(self.parts.analysis, told.actor, told.said_by)):
            return None
        act = acts.folded(trigger)
        return None if act is None else announcement(self.parts.text, told, act)

    def _weighed(self, statement: Statement, trigger: Trigger) -> Statement:
        """Return the statement with speakers and stance as rules and model together have them."""
        if self.scores is None or self.binder is None:
            return statement
        at = seat(trigger, self.scores)
        granted = trigger.reader.granted
        told, known = statement, self.scores.sees(at)
        if known:
            voices = self.binder.voices(at, statement.said_by, self.parts.attributions, granted=granted)
            told = replace(statement, said_by=voices)
        doc = self.parts.analysis.doc
        if known and not (trigger.reader.settled or is_performed(trigger, at)):
            told = replace(told, factuality=stance(statement.factuality, doc[at], self.scores))
            if is_granted_by_denial(trigger.token) or (
                told.factuality.happened and self._is_ahead(told.when)
            ):
                told = replace(told, factuality=statement.factuality)
        found = features(told, at, self.scores, doc, proposed=trigger.judge == "rules")
        return replace(told, confidence=confidence(found, self.scores.weights))

    def _event(self, trigger: Trigger, *, content: bool) -> Statement | None:
        roles = self.roles.roles(trigger)
        start, end = _clause(trigger)
        if self.scores is not None and self.binder is not None:
            at = seat(trigger, self.scores)
            roles = self.binder.bound(at, roles) if self.scores.sees(at) else roles
        trigger = by_doer(trigger, roles.actor)
        own = self._figures(trigger)
        roles = called(self.parts.analysis, self._ascribed(trigger, roles))
        if trigger.type == "ASSAULT":
            roles = replace(roles, actor=presumed(self.parts.analysis, roles.actor))
        named = roles.actor or roles.recipient or own or _stands_alone(trigger) or self._is_located(trigger)
        if not (named or (content and not trigger.reader.granted) or self._is_seen(trigger)):
            return None
        published = self.parts.analysis.document.published
        spans = frozenset(p.mention for p in (*roles.actor, *roles.recipient))
        told = trigger.reader.result()
        when = self.circumstances.when(trigger)
        if told.happened and self._is_ahead(when) and trigger.type not in _OF_WHAT_COMES:
            if trigger.pos == "v" and trigger.token.tag_ in {"VBZ", "VBP"}:
                told = replace(told, modality="intended")  # "the two meet on Monday": they are to
            else:  # a date that would put what has happened after the day of its telling
                when = When(mention=when.mention)
        if told.modality == "generic" and when.start is not None and when.start == when.end:
            told = replace(told, modality="asserted")  # "Gunmen enter a school on May 6": it has a day
        text = self.parts.text
        return self.parts.statement(
            "event",
            Span.of(text, start, end),
            Span.of(text, trigger.word.idx, trigger.word.idx + len(trigger.word)),
            trigger.token,
            replace(told, historical=self._historical(when)),
            granted=trigger.reader.granted,
            event=EventCode(trigger.type, _modes(trigger, roles.actor), _contexts(trigger)),
            actor=as_of(governing(roles.actor), published, when.start),
            recipient=as_of(governing(roles.recipient), published, when.start),
            when=when,
            where=self.circumstances.where(trigger, spans),
            figures=own,
            confidence=_confidence(trigger, roles),
            decided_by=_decided(trigger),
        )

    def _is_seen(self, trigger: Trigger) -> bool:
        """Whether the model is sure of an event there, named or not."""
        return self.scores is not None and self.scores.is_event(seat(trigger, self.scores)) >= ADD

    def _is_located(self, trigger: Trigger) -> bool:
        """Whether a noun of force or protest has a date or a place of its own ("the blasts in Istanbul")."""
        if trigger.pos != "n" or trigger.type not in {"ASSAULT", "PROTEST"}:
            return False
        when, where = self.circumstances.when(trigger), self.circumstances.where(trigger, frozenset())
        return when.basis in {"stated", "resolved"} or where.name is not None

    def _is_ahead(self, when: When) -> bool:
        """Whether a date lies after the day of publication."""
        published = self.parts.analysis.document.published
        return bool(published and len(published) >= 10 and when.start and when.start > published[:10])

    def _historical(self, when: When) -> bool:
        published = self.parts.analysis.document.published
        if not published or len(published) < 10 or when.end is None:
            return False
        try:
            gap = date.fromisoformat(published[:10]) - date.fromisoformat(when.end)
        except ValueError:
            return False
        return gap.days > HISTORICAL_DAYS

    def _figures(self, trigger: Trigger) -> tuple[Figure, ...]:
        """Return the figures of the event's own words, and of the harm that its clause says it did."""
        words = {word.i for word in trigger.words}
        taken = self._words_of_others(trigger)
        doc = self.parts.analysis.doc
        return tuple(
            of_deed(f, doc[f.head], trigger.type, trigger.modes)
            for f in self.parts.figures
            if self._belongs(f, trigger, words, taken)
        )

    def _belongs(self, found: FoundFigure, trigger: Trigger, words: set[int], taken: set[int]) -> bool:
        if found.verb in words or (found.figure.measure == "other" and self._leads_to(found, words, taken)):
            return True
        if found.figure.measure == "attacks" and self._did_it(found, trigger):
            return True
        if found.verb is None:
            # money may be of another verb's clause: "will kill them unless $5 is paid"
            sums = found.figure.measure == "money"
            above = self.parts.analysis.doc[found.head].ancestors
            near = (a.i for a in above if a.i in words or a.i in taken or (sums and a.pos_ == "VERB"))
            return next(near, None) in words
        harm = trigger.type == "ASSAULT" and found.figure.measure in OF_VICTIMS and found.verb not in taken
        return harm and any(a.i == found.verb for a in trigger.token.ancestors)

    def _leads_to(self, found: FoundFigure, words: set[int], taken: set[int]) -> bool:
        """Whether the verb of a count is none of an event and leads to this one: "sat down to sign"."""
        if found.verb is None or found.verb in taken:
            return False
        doc = self.parts.analysis.doc
        led = (doc[i] for i in words if doc[i].head.i == found.verb and doc[i].dep_ in {"xcomp", "advcl"})
        return any(c.lower_ == "to" and c.dep_ == "aux" for token in led for c in token.children)

    def _did_it(self, found: FoundFigure, trigger: Trigger) -> bool:
        """Whether the counted attacks are the subject of the deed: "five strikes destroyed three wells"."""
        noun = self.parts.analysis.doc[found.head]
        return noun.dep_ == "nsubj" and noun.head.i == trigger.token.i

    def _words_of_others(self, trigger: Trigger) -> set[int]:
        return {w.i for t in self.triggers if t is not trigger for w in (t.token, *t.also)}

    def _ascribed(self, trigger: Trigger, roles: Roles) -> Roles:
        """Give a deed the doer that somebody blames for it, with that speaker; take who did not do it."""
        named: list[Participant] = []
        doc = self.parts.analysis.doc
        innocent = [doc[actor].idx for token, actor in self.cleared if token == trigger.token.i]
        innocent += [t.idx for t in preventers(trigger.token, undone=trigger.reader.settled)]
        actors = tuple(
            p for p in roles.actor if not any(p.mention.start <= at < p.mention.end for at in innocent)
        )
        roles = Roles(actors, roles.recipient)
        for one in self.blame.get(trigger.token.i, ()):
            named += [
                replace(participant, said_by=heard(one, participant), certainty=one.commitment.certainty)
                for head in (doc[one.actor], *doc[one.actor].conjuncts)
                for participant in self.roles.participants(head)
            ]
        if not named:
            return roles
        spans = {p.mention for p in named}  # and whoever blames them for it is no doer of it
        spans |= {s.mention for p in named for s in p.said_by if s.mention and s.entity != p.entity}
        kept = tuple(p for p in roles.actor if p.mention not in spans)
        told = {p.entity for p in kept if p.entity}  # who the text itself says did it needs no blaming
        named = [p for p in named if p.entity not in told]
        return Roles(
            (*kept, *named),
            tuple(p for p in roles.recipient if p.mention not in spans),
        )


def _modes(trigger: Trigger, actor: Sequence[Participant]) -> tuple[str, ...]:
    """A trigger's modes; where a state's forces did it, the bomber the sentence tells of is another's."""
    if not actor or any(p.sector not in OF_A_STATE for p in actor):
        return trigger.modes
    return tuple(mode for mode in trigger.modes if mode != "suicide-attack")


def _contexts(trigger: Trigger) -> tuple[str, ...]:
    return contexts_of(t.lemma_.lower() for t in trigger.token.sent)


def _orphan(token: int, enclosing: dict[int, int], made: dict[int, Statement]) -> bool:
    """Whether a statement is content of an act, however far up, that came to nothing."""
    seen = set()
    while token in enclosing and token not in seen:
        seen.add(token)
        token = enclosing[token]
        if token not in made:
            return True
    return token in seen


def _with_act(statement: Statement, act: Statement | None) -> Statement:
    """Return content with its act's id, and the performer of the act as its nearest speaker."""
    if act is None:
        return statement
    chain = statement.said_by
    performer = act.actor[0] if act.actor else None
    if performer is not None and not any(_is_speaker(performer, s) for s in chain):
        kind: SpeakerKind = "organisation" if performer.entity else "unnamed"
        speaker = Speaker(performer.name, kind, performer.entity, performer.mention, cue=act.trigger)
        chain = (speaker, *chain)
    return replace(statement, content_of=act.id, said_by=chain, factuality=_as_content(statement, act))


#: What an act makes of its content where the content's own words leave it bare ("spurned a ceasefire").
_CONTENT_MODALITY: dict[str, Modality] = {
    "REQUEST": "demanded",
    "THREATEN": "intended",
    "AGREE": "intended",
    "CONCEDE": "intended",
    "REJECT": "intended",
}


def _as_content(statement: Statement, act: Statement) -> Factuality:
    told, kind = statement.factuality, act.event.type if act.event else ""
    if told.modality != "asserted" or kind not in _CONTENT_MODALITY:
        return told
    polarity = "negated" if kind == "REJECT" and told.polarity == "affirmed" else told.polarity
    return replace(told, modality=_CONTENT_MODALITY[kind], polarity=polarity)


def _is_speaker(performer: Participant, speaker: Speaker) -> bool:
    if performer.entity is not None and performer.entity == speaker.entity:
        return True
    mention = speaker.mention
    return (
        mention is not None
        and mention.start < performer.mention.end
        and performer.mention.start < mention.end
    )


def _stands_alone(trigger: Trigger) -> bool:
    """Whether an event with nobody named is still worth keeping: a carried noun, a verb that tells enough."""
    if trigger.carrier is not None or trigger.meaning.named:
        return True
    return trigger.pos == "v" and trigger.type in {"ASSAULT", "CONSULT", "RETREAT"}


def _clause(trigger: Trigger) -> tuple[int, int]:
    """Return the code points of the words that say it: the clause of the trigger or of its carrier."""
    top = trigger.carrier if trigger.carrier is not None else trigger.token
    inside = sorted(_within(top, top), key=lambda t: t.i)
    words = [t for t in inside if not t.is_space]
    while len(words) > 1 and words[-1].is_punct:
        words.pop()
    while len(words) > 1 and words[0].is_punct:
        words.pop(0)
    carrying = (trigger.token, trigger.word)
    first = min(words[0].idx, *(w.idx for w in carrying))
    return first, max(words[-1].idx + len(words[-1]), *(w.idx + len(w) for w in carrying))


def _within(token: Token, top: Token) -> list[Token]:
    """The subtree of `top` without coordinated clauses and without clauses set beside it."""
    found = [token]
    for child in token.children:
        beside = child.dep_ in {"conj", "cc", "parataxis"} and token.i == top.i and top.pos_ == "VERB"
        if not beside:
            found.extend(_within(child, top))
    return found


def _confidence(trigger: Trigger, roles: Roles) -> float:
    value = CONFIDENCE + min(len(trigger.meaning.entry.conditions), 2) * _CONFIDENCE["frame"]
    value += _CONFIDENCE["actor"] * any(p.entity for p in roles.actor)
    value += _CONFIDENCE["recipient"] * any(p.entity or p.country for p in roles.recipient)
    value += _CONFIDENCE["noun"] * (trigger.pos == "n")
    value += _CONFIDENCE["bare"] * (not roles.actor and not roles.recipient)
    return round(min(max(value, 0.05), 0.95), 2)


def _decided(trigger: Trigger) -> tuple[str, ...]:
    """Say what decided type, roles and factuality, for a person to check."""
    named = f"event lexicon: {trigger.meaning.entry.name}"
    by = [named if trigger.judge == "rules" else "learned model"]
    by += [f"factuality: {g.text}" for g in trigger.reader.governors]
    if trigger.judge == "rules" and trigger.meaning.entry.type != trigger.type:
        by.append(f"by what it puts forward: {trigger.meaning.entry.type} → {trigger.type}")
    return tuple(by)
