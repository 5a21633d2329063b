"""First persons: whom "we", "our" and "I" speak for, where the text tells who is speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jirga.language.composing import state_of_country
from jirga.language.identity import Draft, Identity
from jirga.lexicon.cues import verb_cues
from jirga.lexicon.entities import entities

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
#: How many sentences of its paragraph away from a quotation its speaker may be named.
_REACH = 3
_PARAGRAPH = re.compile(r"(?:\r?\n[^\S\n]*){2,}")
_STRAIGHT = frozenset({'"', "``", "''"})
_OPENING, _CLOSING = frozenset("“«"), frozenset("”»")
#: The body that somebody of a sector, of no body we know, speaks for.
_BODY_OF_SECTOR = {"GOV": "government", "MIL": "military"}


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its paragraph and who speaks in it; `speaks`: somebody does, known or not.

    `announces`: what follows it is what is said.
    """

    number: int
    paragraph: int
    speaker: Draft | None
    speaks: bool
    announces: bool


def first_persons(doc: Doc, drafts: list[Draft], day: str | None) -> list[Draft]:
    """Return drafts for the first persons that the text tells apart; entities stand as of `day`."""
    found = []
    quoted = _quoted(doc)
    reader = _Reader(doc, {d.head: d for d in drafts}, quoted)
    for token in doc:
        if token.lower_ not in _PLURAL | _SINGULAR or not token.pos_.startswith("PRON") or token.text == "US":
            continue
        speaker = reader.speaker_at(token)
        plural = token.lower_ in _PLURAL
        who = (_body(speaker, day) if plural else speaker.identity) if speaker is not None else Identity()
        if who.entity is not None or who.sector is not None:
            draft = Draft(token.i, token.i, token.i, "pronoun", identity=who, antecedent=speaker)
            draft.plural, draft.person = plural, not plural
            found.append(draft)
    return found


def _body(speaker: Draft, day: str | None) -> Identity:
    """Return the body that somebody speaks for: that of which the speaker is, else the speaker's own."""
    who = speaker.identity
    if who.entity is not None and who.entity_kind == "person" and who.entity in entities():
        body = entities().standing(who.entity, day).part_of
        if body is not None and body in entities():
            return Identity.of(entities().standing(body, day))
    if who.entity is not None and who.entity_kind != "person":
        return who
    state = state_of_country().get(who.country or "")
    if state is not None and who.sector in _BODY_OF_SECTOR:
        return Identity.of(entities().standing(f"{state}-{_BODY_OF_SECTOR[who.sector]}", day))
    return Identity(None, None, who.country, who.sector, who.other_sectors)


class _Reader:
    """Finds who is speaking at a word."""

    def __init__(self, doc: Doc, at: dict[int, Draft], quoted: list[bool]) -> None:
        """Take the drafts by their heads, and which tokens stand in quotation marks."""
        self.at, self.quoted = at, quoted
        self.sentences = list(self._read(doc))
        self.of = {t.i: number for number, sentence in enumerate(doc.sents) for t in sentence}

    def _read(self, doc: Doc) -> Iterator[_Sentence]:
        paragraph = 0
        for number, sentence in enumerate(doc.sents):
            subjects = list(self._subjects(sentence))
            speaker = next((d for d in map(self._draft, subjects) if d is not None), None)
            announces = sentence.text.rstrip().endswith(":")
            yield _Sentence(number, paragraph, speaker, bool(subjects) or announces, announces)
            paragraph += bool(_PARAGRAPH.search(sentence.text))

    def _subjects(self, sentence: Span) -> Iterator[Token]:
        """Yield the subjects of the reporting verbs of a sentence that stand outside of quotation marks."""
        for verb in sentence:
            if verb.pos_ == "VERB" and not self.quoted[verb.i] and _speaks(verb):
                yield from (child for child in verb.children if child.dep_ == "nsubj")

    def _draft(self, subject: Token) -> Draft | None:
        """Return the mention of a subject; a pronoun is one only where it is known whose."""
        draft = self.at.get(subject.i)
        return None if draft is None or (subject.pos_ == "PRON" and draft.antecedent is None) else draft

    def speaker_at(self, token: Token) -> Draft | None:
        """Return who is speaking at a word, None where the text does not tell."""
        here = self.sentences[self.of[token.i]]
        if here.speaker is not None and (self.quoted[token.i] or _under(token, here.speaker.head)):
            return here.speaker
        if here.speaks:
            return None
        return self._near(here) if self.quoted[token.i] else self._announced(here)

    def _near(self, here: _Sentence) -> Draft | None:
        for distance in range(1, _REACH + 1):
            for number in (here.number - distance, here.number + distance):
                if 0 <= number < len(self.sentences):
                    other = self.sentences[number]
                    if other.speaks and other.paragraph == here.paragraph:
                        return other.speaker
        return self._announced(here)

    def _announced(self, here: _Sentence) -> Draft | None:
        """Return who was said to speak from here on: the last to be named, if by a sentence with a colon."""
        for other in reversed(self.sentences[: here.number]):
            if other.speaks:
                return other.speaker if other.announces else None
        return None


def _speaks(verb: Token) -> bool:
    """Whether a verb can introduce words as somebody's."""
    return any("quote" in one.frames for one in verb_cues(verb.lemma_.lower()))


def _under(token: Token, subject: int) -> bool:
    """Whether a word stands in what the verb of that subject reports."""
    verb = token.doc[subject].head
    return verb in token.ancestors and not any(child.i == token.i for child in verb.children)


def _quoted(doc: Doc) -> list[bool]:
    """Say of each token whether it stands within quotation marks; no quotation goes on over a blank line."""
    inside, found = False, []
    for token in doc:
        if token.is_space and _PARAGRAPH.search(token.text):
            inside = False
        opens, closes = token.text in _OPENING, token.text in _CLOSING
        if token.text in _STRAIGHT:
            inside = not inside
        elif opens or closes:
            inside = opens
        found.append(inside)
    return found
