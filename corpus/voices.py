"""Who says what in a passage: contents, the chains of their speakers, and everyone the passage names."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.definitions import ContentDef, EntityDef, role_of
from corpus.labels import Labels, entity_id
from corpus.markup import Bracket
from corpus.nouns import Chain
from jirga.model import Span, Speaker


class Voices:
    """The speakers of one passage, over its labels."""

    def __init__(self, labels: Labels) -> None:
        """Read the contents off the labels, outermost first."""
        self.labels = labels
        self.contents: list[tuple[Bracket, ContentDef]] = [
            (bracket, made)
            for bracket in labels.source.brackets
            if isinstance(made := labels.definitions.get(bracket.label), ContentDef)
        ]

    def around(self, inner: Bracket) -> tuple[str, ...]:
        """Return the labels of the contents that a bracket stands in, innermost first.

        A cue that interrupts its content is not said by it; of two contents on one stretch the first typed
        is the outer one.
        """
        found: list[str] = []
        for bracket, made in self.contents:
            if bracket is inner:  # what follows in the order of opening cannot hold it
                break
            if bracket.start <= inner.start and inner.end <= bracket.end and not self._is_cue(made, inner):
                found.append(bracket.label)
        return tuple(reversed(found))

    def _is_cue(self, made: ContentDef, inner: Bracket) -> bool:
        cues = self.labels.brackets.get(made.cue or "", [])
        return any(cue.start <= inner.start and inner.end <= cue.end for cue in cues)

    def speaker(self, label: str, line: int) -> Speaker | None:
        """Return who says the content of that label; None, and a fault, where that cannot be told."""
        labels = self.labels
        made, bracket = labels.defined(label, ContentDef, line), labels.one(label, "content", line)
        if made is None or bracket is None:
            return None
        at = labels.defined_at[label]
        cue = labels.one(made.cue, role_of(made.cue), at) if made.cue else None
        cue_span, content = labels.span(cue) if cue else None, labels.span(bracket)
        if made.speaker == "?":
            return Speaker("unnamed", "unnamed", cue=cue_span, content=content)
        who, nth = made.speaker, made.nth
        if role_of(who) == "trigger":
            act = labels.lines.get(who)
            if act is None or not act.actor:
                what = f"{label} = {who}: statement {who} has no actor to be its speaker"
                labels.fault(at, what, f"name the speaker: `{label} = gov {who}`, or `{label} = ? {who}`")
                return None
            who, nth = act.actor[0].label, act.actor[0].nth
        return self.voice(who, nth, cue or bracket, cue_span, content, at)

    def voice(
        self, who: str, nth: int | None, anchor: Bracket, cue: Span | None, content: Span | None, line: int
    ) -> Speaker | None:
        """Return an entity as the speaker of a content, by its mention nearest to the anchor."""
        entity = self.labels.defined(who, EntityDef, line)
        mention = self.labels.nearest(who, nth, anchor, line)
        if entity is None or mention is None:
            return None
        span = self.labels.span(mention)
        kind = entity.kind
        return Speaker(entity.name or span.quote, kind, entity_id(entity), span, cue, content)  # type: ignore[arg-type]

    def chain(self, contents: Sequence[str], line: int) -> tuple[Speaker, ...]:
        """Return the speakers of the contents named, nearest first, and of all that the last stands in."""
        names = list(contents)
        if names and names[-1] in self.labels.brackets:
            outer = self.around(self.labels.brackets[names[-1]][0])
            names += [label for label in outer if label not in names]
        return tuple(speaker for label in names if (speaker := self.speaker(label, line)) is not None)

    def attributions(self) -> tuple[tuple[Speaker, ...], ...]:
        """Return every content of the passage with its chain of speakers."""
        chains = (self.chain([one.label], self.labels.defined_at[one.label]) for one, _ in self.contents)
        return tuple(chain for chain in chains if chain)

    def entities(self) -> tuple[Chain, ...]:
        """Return every entity with all brackets of its label."""
        found = []
        for label, made in self.labels.definitions.items():
            if isinstance(made, EntityDef) and label in self.labels.brackets:
                spans = tuple(self.labels.span(bracket) for bracket in self.labels.brackets[label])
                name = made.name or spans[0].quote
                found.append(
                    Chain(label, name, entity_id(made), made.country, made.sectors, made.kind, spans)
                )
        return tuple(found)
