"""Mentions of a text: found, identified, and joined where they speak of the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.language import coreference
from jirga.language.analysis import Mention, PlaceMention, TimeExpression, covering, text_of, token_finder
from jirga.language.belonging import (
    NO_COUNTRY,
    countries_named,
    country_in_focus,
    fill_countries,
    home_country,
    of_peoples,
    surroundings,
    weighed,
)
from jirga.language.composing import RULES_A_STATE, Composer, countries_of, state_of_country
from jirga.language.descriptions import resolve_descriptions
from jirga.language.finding import find_drafts, name_peoples
from jirga.language.firstperson import first_persons
from jirga.language.identity import Draft, finished
from jirga.language.namesakes import NAMESAKES, told_apart
from jirga.lexicon.agents import agent
from jirga.lexicon.entities import Match, entities

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_HONORIFICS = frozenset({"Mr.", "Mr", "Ms.", "Ms", "Mrs.", "Mrs", "Dr.", "Dr"})


def find_mentions(
    doc: Doc,
    matches: list[Match],
    places: tuple[PlaceMention, ...] = (),
    day: str | None = None,
    dateline: str | None = None,
    skip: tuple[tuple[int, int], ...] = (),
    times: tuple[TimeExpression, ...] = (),
    beside: str | None = None,
) -> tuple[tuple[Mention, ...], Callable[[int], str | None]]:
    """Return the mentions of `doc` in the order of their heads, and what tells the country around a token.

    `matches` are the lexicon's names in it, `day` (ISO) the day as of which entities stand, `dateline` the
    country from which the text is dated, `skip` the stretches that are no prose: they have no mentions;
    `times` tell who of several people with one name was in office, `beside` is the country that the title or
    the publisher tells, for a text that names none.
    """
    find = token_finder(doc)
    skips = covering(skip)
    spans = countries_of(doc, matches, find) + _of_places(places, find)
    told = {first: country for first, _, country, _ in spans if not skips(doc[first].idx)}
    home = home_country(list(told.values()), dateline)
    focus = country_in_focus(weighed(doc, spans, matches), home)
    taken = {token for first, last, _, _ in spans for token in range(first, last + 1)}
    peoples = [one for one in of_peoples(doc, find, home or focus) if one[0] not in taken]
    spans += [(first, last, country, None) for first, last, country in peoples if country is not None]
    weights = weighed(doc, spans, matches)
    spoken = countries_named(weights)
    focus = focus or country_in_focus(weights, home) or (None if spoken - NO_COUNTRY else beside)
    drafts = find_drafts(doc, settled(doc, told_apart(doc, matches, times, day), focus, spoken), places)
    drafts += name_peoples(doc, drafts, peoples)
    drafts = [draft for draft in drafts if not skips(doc[draft.head].idx)]
    composer = Composer(doc, drafts, day, home or focus)
    composer.note_countries(spans)
    composer.note_regions(find)
    composer.compose_names()
    drafts += coreference.merge_aliases(doc, drafts)
    drafts += coreference.merge_surnames(doc, drafts)
    composer.compose_nouns()
    coreference.merge_appositions(doc, drafts)
    resolve_descriptions(doc, drafts, day, home or focus)
    country_at = surroundings(doc, places, home or focus)
    fill_countries(doc, drafts, home or focus, country_at)
    coreference.settle_officers(doc, drafts)
    composer.name_organs(home)
    coreference.resolve_pronouns(doc, drafts)
    fill_countries(doc, drafts, home or focus, country_at, owned=True)
    return finished(doc, drafts + first_persons(doc, drafts, day)), country_at


#: Nearer than this many code points, a second name explains the first ("the Taliban (TTP)").
_APART = 4


def settled(
    doc: Doc, matches: list[Match], focus: str | None, spoken: frozenset[str] = frozenset()
) -> list[Match]:
    """Return the matches with the likelier candidate first, without surnames that no evidence backs.

    `focus` is the country that the text is about, `spoken` are all that it speaks of.
    """
    alone = Counter(match.ids[0] for match in matches if len(match.ids) == 1 and match.form != "surname")
    alone_by_name = Counter(match.ids[0] for match in matches if match.form == "name")
    full = _full_names(doc, matches)
    text = text_of(doc)
    result = []
    for match in matches:
        if match.form == NAMESAKES:
            result.append(match)
            continue
        named = full.get(text[match.start : match.end].casefold()) if match.form == "surname" else None
        if named is not None:
            result += [replace(match, ids=tuple(named))] if len(named) == 1 else []
            continue
        if match.form == "surname" and not _backed(doc, match, alone, focus, spoken):
            continue
        if match.form == "byname" and not alone_by_name[match.ids[0]] and _of_another(doc, match):
            continue
        backed = [id_ for id_ in match.ids if alone[id_] and match.form != "people"]
        chosen = match.ids[0]
        shared = text[match.start : match.end].isupper() or _are_bodies(match)
        if match.form == "name" and focus is not None and shared:
            native = [id_ for id_ in match.ids if _fits(id_, focus)]  # abbreviations are many bodies' own
            chosen = native[0] if len(native) == 1 else chosen
        if len(backed) == 1 and (match.form == "surname" or _fits(backed[0], focus)):
            kept = match.form == "name" and _kept_apart(doc, match, backed[0], matches)
            chosen = chosen if kept else backed[0]
        result.append(replace(match, ids=(chosen, *(id_ for id_ in match.ids if id_ != chosen))))
    return result


def _kept_apart(doc: Doc, match: Match, other: str, matches: list[Match]) -> bool:
    """Whether a name that may also be another's is its first owner's: "the Taliban" beside "the TTP".

    It is so where the text sets the two apart in any sentence ("the Taliban deny that they shelter the TTP"),
    or where its own sentence speaks of the first one's country and not of the other's.
    """
    if match.ids[0] == other:
        return False
    alike = (one for one in matches if one.form == "name" and one.ids == match.ids)
    if any(_named_beside(doc, one, other, matches) for one in alike):
        return True
    own, its = (entities().standing(id_).country for id_ in (match.ids[0], other))
    here = {entities().standing(one.ids[0]).country for one in _beside(doc, match, matches)}
    return own != its and own in here and its not in here


def _named_beside(doc: Doc, match: Match, id_: str, matches: list[Match]) -> bool:
    """Whether a sentence names somebody otherwise too, and not to explain the name."""
    beside = _beside(doc, match, matches)
    return any(one.ids == (id_,) and abs(one.start - match.end) > _APART for one in beside)


def _beside(doc: Doc, match: Match, matches: list[Match]) -> list[Match]:
    """Return the other matches in the sentence of one."""
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    if span is None:
        return []
    start, end = span.sent.start_char, span.sent.end_char
    return [one for one in matches if one is not match and start <= one.start and one.end <= end]


def _full_names(doc: Doc, matches: list[Match]) -> dict[str, set[str]]:
    """Return the people whom the text names in full, by their last names."""
    found: dict[str, set[str]] = {}
    text = text_of(doc)
    for match in matches:
        words = text[match.start : match.end].casefold().split()
        if match.form == "name" and len(words) > 1 and entities().standing(match.ids[0]).kind == "person":
            found.setdefault(words[-1], set()).add(match.ids[0])
    return found


def _of_another(doc: Doc, match: Match) -> bool:
    """Whether the text has a fuller name that ends in this one, which is not his: "Suzanne Mubarak"."""
    last = text_of(doc)[match.start : match.end]
    return any(one.label_ == "PERSON" and one.text.endswith(f" {last}") and _given(one) for one in doc.ents)


def _given(name: Span) -> bool:
    """Whether a name begins with a given name, not with an office ("President Mubarak")."""
    return agent(name[0].text) is None and name[0].text not in _HONORIFICS


def _are_bodies(match: Match) -> bool:
    """Whether all who are called so are parties or institutions, of which each country has its own."""
    return all(entities().standing(id_).kind in {"party", "organisation"} for id_ in match.ids)


def _fits(id_: str, focus: str | None) -> bool:
    return focus is None or entities().standing(id_).country == focus


def _backed(doc: Doc, match: Match, alone: Counter[str], focus: str | None, spoken: frozenset[str]) -> bool:
    """Whether a bare surname is that person's.

    So it is where the full name stands in the text, an office before it or a government after it, or where
    the text speaks of the country of the only person known by it.
    """
    if any(alone[id_] for id_ in match.ids):
        return True
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    if span is None:
        return False
    if len(match.ids) == 1 and entities().standing(match.ids[0]).country in ({focus, *spoken} - {None}):
        return True
    before = doc[span.start - 1].text if span.start else ""
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    return before in _HONORIFICS or agent(before) is not None or after in RULES_A_STATE


def _of_places(
    places: tuple[PlaceMention, ...], find: Callable[[int], int]
) -> list[tuple[int, int, str, str | None]]:
    known = [one for one in places if one.place is not None and one.place.country]
    states = state_of_country()
    return [
        (
            find(one.start),
            find(one.end - 1),
            one.place.country,
            states.get(one.place.country) if one.place.precision == "country" else None,
        )
        for one in known
    ]


__all__ = ["Draft", "find_mentions", "settled"]
