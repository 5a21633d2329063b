"""Which of several people with one name is meant: the one who held office then, else nobody in particular.

"President Bush" was the father in 1990 and the son in 2003; in a text of 1996, or of no known day, it is open
which, and a wrong one would be worse than none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from jirga.language.analysis import TimeExpression, token_finder
from jirga.language.identity import Draft, Identity, slug
from jirga.lexicon.entities import Match, Standing, entities, first_day, last_day

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: How a name stands for people whom nothing tells apart.
NAMESAKES: Literal["namesakes"] = "namesakes"
_FORMER = frozenset({"former", "ex", "ex-president", "retired"})


def told_apart(
    doc: Doc, matches: list[Match], times: Iterable[TimeExpression], day: str | None
) -> list[Match]:
    """Return the matches, each of several people with one name narrowed to the one meant.

    That is who held office on a day that the sentence tells, else on `day` (ISO, that of publication), else
    after "former" the only one who had, else whom the text names by a name of his own. What stays open has
    the form NAMESAKES.
    """
    known = entities()
    own = {m.ids[0] for m in matches if len(m.ids) == 1 and known.standing(m.ids[0]).kind == "person"}
    days = _days_by_sentence(doc, times)
    find = token_finder(doc)
    result = []
    for match in matches:
        if len(match.ids) > 1 and all(known.standing(id_).kind == "person" for id_ in match.ids):
            token = doc[find(match.start)]
            former = _is_former(doc, token.i)
            choices = [
                *(_holders(match.ids, *told) for told in days(token.sent.start)),
                _holders(match.ids, day, day) if day and not former else (),
                _holders(match.ids, None, day, former=True) if day and former else (),
                tuple(id_ for id_ in match.ids if id_ in own),
            ]
            chosen = next((ids for ids in choices if len(ids) == 1), None)
            match = replace(match, ids=chosen) if chosen else replace(match, form=NAMESAKES)
        result.append(match)
    return result


def shared(ids: Iterable[str], words: str, day: str | None) -> Identity:
    """Return who somebody is by what all the people with that name have in common, as of `day` (ISO)."""
    all_ = [entities().standing(id_, day) for id_ in ids]
    country, sector = _only(one.country for one in all_), _only(one.sector for one in all_)
    return Identity(slug(words), "person", country, sector)


def are_namesakes(draft: Draft) -> bool:
    """Whether nothing tells who of several people a draft is."""
    return draft.form == NAMESAKES


def _only(values: Iterable[str | None]) -> str | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _is_former(doc: Doc, token: int) -> bool:
    before = [doc[i].lower_ for i in range(max(token - 3, doc[token].sent.start), token)]
    return bool(_FORMER & set(before)) or doc[token].lower_.startswith("ex-")


def _holders(
    ids: tuple[str, ...], first: str | None, last: str | None, *, former: bool = False
) -> tuple[str, ...]:
    """Return those who held office between two days (ISO); `former`: who had held it before the last."""
    return tuple(
        id_
        for id_ in ids
        if any(_within(one, first, last, former=former) for one in entities().standings(id_))
    )


def _within(term: Standing, first: str | None, last: str | None, *, former: bool) -> bool:
    if former:
        return last_day(term.until) < (last or "9999")
    return first_day(term.since) <= (last or "9999") and (first or "") <= last_day(term.until)


def _days_by_sentence(doc: Doc, times: Iterable[TimeExpression]) -> Callable[[int], list[tuple[str, str]]]:
    """Return what gives the stretches of days (ISO) that the sentence at a token number tells."""
    find = token_finder(doc)
    found: dict[int, list[tuple[str, str]]] = {}
    for one in times:
        if one.kind == "date" and one.first and one.last:
            found.setdefault(doc[find(one.start)].sent.start, []).append((one.first, one.last))
    return lambda sentence: found.get(sentence, [])
