"""One noun that serves several nations: "French and Egyptian warships", "envoys from Kabul and Islamabad"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.lexicon.entities import entities
from jirga.model import Participant, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis


def of_nation(nation: Participant, whole: Participant, noun: Token) -> Participant:
    """Return the part of `whole`, several nations' troops, envoys …, that is of one of them.

    It has the id of that state's organ where the noun names one ("rwanda-military"), else none.
    """
    organ = entities().part(nation.entity or "", noun.text)
    one = replace(nation, entity=organ, sector=whole.sector, other_sectors=whole.other_sectors, wikidata=None)
    if organ is not None:
        return replace(one, name=entities().standing(organ).name)
    return replace(one, name=f"{nation.mention.quote} {noun.text}")


def by_origin(analysis: Analysis, whole: Participant, noun: Token) -> list[Participant]:
    """Return the parts of `whole` by the countries that they are from, `whole` itself where it is of one."""
    places = [t for name, t in syntax.prepositions(noun) if name == "from" and t.pos_ == "PROPN"]
    known = ((t, analysis.mention_at(t.i)) for t in places)
    countries = {m.country: t for t, m in known if m is not None and m.country and m.kind == "place"}
    if len(countries) < 2 or (whole.entity is not None and whole.country not in countries):
        return [whole]
    text = analysis.document.text
    return [
        Participant(
            f"{noun.text} from {token.text}",
            Span.of(text, token.idx, token.idx + len(token)),
            country=country,
            sector=whole.sector,
            other_sectors=whole.other_sectors,
        )
        for country, token in countries.items()
    ]
