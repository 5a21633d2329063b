"""Who: names as a person gives them → participants and speakers, with what the lexicon knows of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jirga.lexicon.agents import agent
from jirga.lexicon.entities import Standing, entities
from jirga.model import Participant, Span, Speaker, Statement
from jirga.review.spans import nearest

Json = dict[str, Any]

#: What parts several values of one field, as in the CSV export, and a value from the words that show it.
PARTS, EVIDENCE = ";", "@"


@dataclass(frozen=True, slots=True)
class Passage:
    """What a value is read for: the statement that it belongs to and the document's text and date."""

    statement: Statement
    text: str
    published: str | None = None

    def evidence(self, value: str) -> tuple[str, Span | None]:
        """Return a value without the `@words` behind it, and where these stand; ValueError where nowhere."""
        told, _, words = value.partition(EVIDENCE)
        words = words.strip().strip("\"'“”")
        if not words:
            return told.strip(), None
        span = nearest(self.text, words, self.statement.trigger.start)
        if span is None:
            raise ValueError(f"“{words}” does not stand in the text")
        return told.strip(), span

    @property
    def day(self) -> str | None:
        """The ISO day as of which somebody's country and sector are looked up, None where unknown."""
        day = self.statement.when.start or self.published
        return day if day and len(day) == len("2022-06-02") else None


def participants(value: str, of: Passage, now: Sequence[Participant]) -> list[Json]:
    """Return the participants that `value` names (several parted by `;`), as JSON; an empty value is nobody.

    `now` are those that stood there: at the same place they lend their evidence and their own speakers.
    """
    found = []
    for at, part in enumerate(one for one in value.split(PARTS) if one.strip()):
        name, evidence = of.evidence(part)
        before = now[at] if at < len(now) else None
        known = _known(name, of.day)
        mention = evidence or _mention(name, known, of) or (before.mention if before else None)
        found.append(_participant(name, known, mention or of.statement.trigger, before))
    return found


def speakers(value: str, of: Passage, now: Sequence[Speaker]) -> list[Json]:
    """Return the chain of speakers that `value` names, nearest first; empty is the document's own voice."""
    found = []
    for at, part in enumerate(one for one in value.split(PARTS) if one.strip()):
        name, evidence = of.evidence(part)
        before = now[at] if at < len(now) else None
        known = _known(name, of.day)
        mention = evidence or _mention(name, known, of) or (before.mention if before else None)
        cue = before.cue if before else None
        found.append(
            {
                "name": known.name if known else name,
                "entity": known.id if known else None,
                "kind": _speaker_kind(name, known, before),
                "mention": span_json(mention or cue or of.statement.trigger),
                "cue": span_json(cue),
                "content": span_json(before.content if before else None),
            }
        )
    return found


def _participant(name: str, known: Standing | None, mention: Span, before: Participant | None) -> Json:
    described = None if known else agent(name)
    return {
        "entity": known.id if known else None,
        "name": known.name if known else name,
        "mention": span_json(mention),
        "country": known.country if known else None,
        "sector": known.sector if known else described.sector if described else None,
        "other_sectors": list(known.other_sectors if known else described.other_sectors if described else ()),
        "wikidata": known.wikidata if known else None,
        "said_by": [speaker_json(one) for one in before.said_by] if before else [],
        "certainty": before.certainty if before else "unstated",
    }


def speaker_json(it: Speaker) -> Json:
    """Return a speaker as JSON."""
    spans = {"mention": span_json(it.mention), "cue": span_json(it.cue), "content": span_json(it.content)}
    return {"name": it.name, "entity": it.entity, "kind": it.kind} | spans


def _speaker_kind(name: str, known: Standing | None, before: Speaker | None) -> str:
    """What kind of speaker: as the lexicon or the statement has it, else by the shape of the name."""
    if known:
        return "person" if known.kind == "person" else "organisation"
    if agent(name) and name == name.casefold():
        return "unnamed"
    return before.kind if before else "person" if " " in name else "organisation"


def _known(name: str, day: str | None) -> Standing | None:
    """What the lexicon knows under an id or a whole name; a state is its government, as everywhere."""
    known, identifier = entities(), name.strip()
    if identifier.casefold() in known:
        identifier = identifier.casefold()
    elif identifier not in known:
        whole = [one for one in known.find(name) if (one.start, one.end) == (0, len(name))]
        if not whole:
            return None
        identifier = whole[0].ids[0]
    standing = known.standing(identifier, day)
    return known.standing(f"{standing.id}-government") if standing.kind == "state" else standing


def _mention(name: str, known: Standing | None, of: Passage) -> Span | None:
    """The name where it stands nearest, or in the sentence another name of the one it stands for."""
    at = of.statement.trigger.start
    said = nearest(of.text, name, at, whole=True)
    if said is not None or known is None:
        return said
    sentence = of.statement.sentence
    state = known.id.removesuffix("-government")
    for one in entities().find(sentence.quote):
        if {known.id, state} & set(one.ids):
            return Span.of(of.text, sentence.start + one.start, sentence.start + one.end)
    return None


def span_json(span: Span | None) -> Json | None:
    """Return a span as JSON."""
    return None if span is None else {"start": span.start, "end": span.end, "quote": span.quote}
