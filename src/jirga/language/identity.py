"""Who a mention is: the drafts that the finders make of it, and the identity that is given to them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jirga.language.analysis import Mention, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from jirga.lexicon.entities import Standing


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is, as far as known; all None for nobody in particular."""

    entity: str | None = None
    entity_kind: str | None = None
    country: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    wikidata: str | None = None

    @classmethod
    def of(cls, standing: Standing) -> Identity:
        """Return the identity of an entity of the lexicon as of the standing's day."""
        return cls(
            standing.id,
            standing.kind,
            standing.country,
            standing.sector,
            standing.other_sectors,
            standing.wikidata,
        )

    def filled(self, other: Identity) -> Identity:
        """Return this identity with what it lacks taken from `other` (never another entity's id)."""
        sectorless = self.sector is None
        return replace(
            self,
            country=self.country or other.country,
            sector=other.sector if sectorless else self.sector,
            other_sectors=other.other_sectors if sectorless else self.other_sectors,
        )


@dataclass(slots=True)
class Draft:
    """A mention in the making: tokens `first` to `last` (inclusive), with what the finders saw in it.

    `ids` are the lexicon's candidates, `form` how the name stands for them (see `jirga.lexicon.entities`),
    `label` the NER's label, `title` the words of office before a name. `plural` and `person` are None where
    the form does not tell.
    """

    first: int
    last: int
    head: int
    kind: MentionKind
    ids: tuple[str, ...] = ()
    form: str = ""
    label: str = ""
    title: str = ""
    name: str = ""
    identity: Identity = field(default_factory=Identity)
    antecedent: Draft | None = None
    plural: bool | None = None
    person: bool | None = None

    def covers(self, other: Draft) -> bool:
        """Whether the tokens of `other` all lie within this draft."""
        return self.first <= other.first and other.last <= self.last


def slug(name: str) -> str:
    """Return the id of a named entity that the lexicon lacks: `x-` and its letters and digits, unaccented."""
    plain = unicodedata.normalize("NFKD", name.casefold().removeprefix("the "))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return "x-" + re.sub(r"[\W_]+", "-", re.sub(r"['’.]", "", kept)).strip("-")


def finished(doc: Doc, drafts: list[Draft]) -> tuple[Mention, ...]:
    """Return the drafts as mentions in the order of their heads."""
    ordered = sorted(drafts, key=lambda draft: (draft.head, draft.first))
    index = {id(draft): position for position, draft in enumerate(ordered)}
    return tuple(_mention(doc, draft, position, index) for position, draft in enumerate(ordered))


def _mention(doc: Doc, draft: Draft, position: int, index: dict[int, int]) -> Mention:
    span, who = _closed(doc, draft), draft.identity
    name = " ".join((draft.name or span.text).split())
    antecedent = index.get(id(draft.antecedent)) if draft.antecedent is not None else None
    return Mention(
        position,
        span.start_char,
        span.end_char,
        draft.head,
        draft.kind,
        name,
        who.entity,
        who.entity_kind,
        who.country,
        who.sector,
        who.other_sectors,
        who.wikidata,
        antecedent,
    )


def _closed(doc: Doc, draft: Draft) -> Span:
    """The words of a draft, with the mark that closes a quotation opened among them: eleven "bandits"."""
    span = doc[draft.first : draft.last + 1]
    opened = sum(token.is_quote for token in span) % 2
    after = doc[draft.last + 1 : draft.last + 2]
    return doc[draft.first : draft.last + 2] if opened and any(t.is_quote for t in after) else span
