"""Who is named in the words of a sentence, where the coder's participants leave it open.

"A ceasefire between A and B" has two parties, "representatives of A and B signed" binds A and B, and "talks
led for X by Y, with Z" have three go-betweens. Only what the lexicon knows counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jirga.lexicon.entities import Match, entities
from jirga.merging.moments import TRUCE, Moment
from jirga.model import Participant, Span, Statement

#: Right behind the words of a truce: whom it is between.
_BETWEEN = re.compile(r"\W{1,3}(?:\w+ ){0,2}?between ([^.;:()]{3,160})")
#: Those who act for others, and for whom: a list of names, the little words between them.
_ACTING_FOR = re.compile(
    r"\b(?i:representatives?|delegates?|delegations?|envoys?|negotiators?|leaders?|officials|emissaries) of "
    r"((?:(?:the|and|of|for|in|government|both)\b|[A-Z][\w'’.-]*|,|\s)+)"
)
#: Who led talks, behind the verb, as far as the list goes on.
_LED_BY = re.compile(
    r"\b(?:led|chaired|overseen|mediated|brokered|facilitated|hosted)\b"
    r"((?: for (?:the )?[^,.;]{2,60}?)? by [^.;]{3,200})"
)
#: Behind these words a name says where somebody is from, not who acts.
_FROM = re.compile(r"\b(?:of|in|at|from|near)(?: the)?\s*$", re.I)


def named_parties(one: Moment) -> Iterator[Participant]:
    """Yield the parties that a moment's sentence names with the truce, or for whom its doers act."""
    statement = one.statement
    sentence = statement.sentence.quote
    truce = TRUCE.search(sentence)
    if truce and (found := _BETWEEN.match(sentence, truce.end())):
        yield from _named(statement, found.start(1), _first_clause(found[1]))
    for party in statement.actor if one.role in ("agreed", "announced") else ():
        at = party.mention.start - statement.sentence.start
        if party.entity is None and at >= 0 and (found := _ACTING_FOR.match(sentence, at)):
            yield from _named(statement, found.start(1), found[1])


def named_mediators(one: Statement) -> Iterator[Participant]:
    """Yield who led talks and for whom, by the words behind a statement's trigger."""
    begin = one.trigger.start - one.sentence.start
    found = _LED_BY.search(one.sentence.quote, begin, begin + 240)
    for party in _named(one, found.start(1), found[1]) if found else ():
        before = one.sentence.quote[: party.mention.start - one.sentence.start]
        if not _FROM.search(before):
            yield party


def _first_clause(words: str) -> str:
    """The words up to the first verb that the parties are no longer in."""
    return re.split(
        r"\b(?:is|was|were|has|had|have|took|came|that|which|who|will|would)\b", words, maxsplit=1
    )[0]


def _named(one: Statement, at: int, words: str) -> Iterator[Participant]:
    table = entities()
    for match in table.find(words):
        if match.form not in ("name", "adjective") or len(match.ids) != 1:
            continue
        standing = table.standing(_acting(match), one.when.start)
        start = one.sentence.start + at + match.start
        quote = words[match.start : match.end]
        mention = Span(start, start + len(quote), quote)
        yield Participant(standing.name, mention, standing.id, standing.country, standing.sector)


def _acting(match: Match) -> str:
    """Who acts where a land is named: its government."""
    government = f"{match.ids[0]}-government"
    return government if government in entities() else match.ids[0]
