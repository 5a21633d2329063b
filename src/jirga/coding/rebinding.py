"""Pronouns that speak: nobody beside a quote is somebody that only the quote itself names.

"“This country needs a leader,” he said": he is no leader, but whoever was speaking before. Nor are "they"
the soldiers in "soldiers fired first, they say".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.attribution import Attribution
from jirga.coding.quotes import Quote, find_quotes
from jirga.coding.sources import speaker
from jirga.lexicon.cues import word_set
from jirga.model import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis, Mention

_DOCUMENTS = word_set("statement communique communiqué declaration letter note message")
_OTHER = {"he": "she", "she": "he"}


def rebound(analysis: Analysis, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with each pronoun taken for somebody in a quote made the last speaker before."""
    quotes = find_quotes(analysis.document.text)
    changed: dict[int, Attribution] = {}
    before: list[Attribution] = []
    for one in sorted(found, key=lambda one: _head(one)):
        if one.source_head is None:
            continue
        if _quoted(quotes, analysis.doc[one.source_head].idx):
            if _speaks_of_another(analysis, found, one):
                other = Speaker(analysis.doc[one.source_head].text, "person")
                changed[id(one)] = replace(one, speaker=_named(one.speaker, other))
            continue
        who = _meant(analysis, quotes, before, one)
        if who is not None:
            changed[id(one)] = one = replace(one, speaker=_named(one.speaker, who))
        before.append(one)
    return [changed.get(id(one), one) for one in found]


def _named(speaker: Speaker, who: Speaker) -> Speaker:
    """A speaker as the text mentions him, who is `who`."""
    return replace(speaker, name=who.name, kind=who.kind, entity=who.entity)


def _speaks_of_another(analysis: Analysis, found: Sequence[Attribution], one: Attribution) -> bool:
    """Whether "he" within a quote was taken for whoever is quoted, who would say "I"."""
    head = _head(one)
    if analysis.doc[head].lower_ not in _OTHER:
        return False
    quoting = (
        other for other in found if other is not one and other.kind == "quote" and head in other.tokens
    )
    return any(other.speaker.name == one.speaker.name for other in quoting)


def _meant(
    analysis: Analysis, quotes: Sequence[Quote], before: Sequence[Attribution], one: Attribution
) -> Speaker | None:
    """Who a pronoun that speaks is, where it was resolved to somebody that it cannot be; else None."""
    word = analysis.doc[_head(one)]
    pronoun = word.lower_
    if pronoun == "they" and _told_of_others(analysis, one):
        several = _last_several(analysis, before) or _several_before(analysis, one)
        return several or Speaker("they", "unnamed")
    if pronoun in _OTHER and (
        _named_in_speech(analysis, quotes, one) or _called_other(analysis, before, one.speaker, pronoun)
    ):
        who = _last(analysis, before, pronoun) or _last_named(analysis, before, quotes, one)
        return who or Speaker(word.text, "person")
    return None


def _told_of_others(analysis: Analysis, one: Attribution) -> bool:
    """Whether "they" behind what is said seems to go back to whom it tells of: "soldiers fired, they say".

    Who announces what they will do themselves, or in a joint statement, may well be those.
    """
    mention = _antecedent(analysis, _head(one))
    if mention is None or mention.kind == "pronoun" or mention.head not in one.tokens:
        return False
    words = [analysis.doc[i] for i in one.tokens]
    said = analysis.doc[one.cue_head] if one.cue_head is not None else None
    announced = any(t.tag_ == "MD" for t in words) or said is None or not _closes(said)
    where = [g.lower_ for c in said.children if c.dep_ == "prep" for g in c.children] if said else []
    return not announced and not _DOCUMENTS & set(where)


def _closes(verb: Token) -> bool:
    """Whether a verb is its sentence's last word, or has no more than a phrase after it."""
    after = verb.doc[verb.i + 1 : verb.sent.end]
    return not any(t.pos_ in {"VERB", "AUX"} for t in after)


def _last_several(analysis: Analysis, before: Sequence[Attribution]) -> Speaker | None:
    """The last speaker who is more than one human being, named in the plural or a body."""
    for one in reversed(before):
        many = analysis.doc[_head(one)].tag_ in {"NNS", "NNPS"} or one.speaker.kind == "organisation"
        if one.voices and one.source_head is not None and many:
            return one.speaker
    return None


def _several_before(analysis: Analysis, one: Attribution) -> Speaker | None:
    """The plural subject told of last before the sentence, where nobody has spoken yet."""
    start = analysis.doc[_head(one)].sent.start
    for mention in reversed(analysis.mentions):
        head = analysis.doc[mention.head]
        if head.i < start and head.dep_ == "nsubj" and head.tag_ in {"NNS", "NNPS"}:
            return speaker(analysis, head, None, None)
    return None


def _head(one: Attribution) -> int:
    return one.source_head if one.source_head is not None else -1


def _quoted(quotes: Sequence[Quote], at: int) -> bool:
    return any(quote.start <= at < quote.end for quote in quotes)


def _named_in_speech(analysis: Analysis, quotes: Sequence[Quote], one: Attribution) -> bool:
    """Whether the mention a pronoun was resolved to stands in a quote or in the pronoun's own content."""
    mention = _antecedent(analysis, _head(one))
    if mention is None or mention.kind == "pronoun":
        return False
    return _quoted(quotes, mention.start) or mention.head in one.tokens


def _antecedent(analysis: Analysis, token: int) -> Mention | None:
    """The nearest mention that a pronoun goes back to and that is none itself."""
    mention = analysis.mention_at(token)
    seen: set[int] = set()
    while mention is not None and mention.kind == "pronoun" and mention.antecedent is not None:
        if mention.index in seen:
            return None
        seen.add(mention.index)
        mention = analysis.mentions[mention.antecedent]
    return mention


def _called_other(analysis: Analysis, before: Sequence[Attribution], who: Speaker, pronoun: str) -> bool:
    """Whether a speaker was called "he" before where this pronoun is "she", or the other way round."""
    return any(
        one.speaker.name == who.name and analysis.doc[_head(one)].lower_ == _OTHER[pronoun] for one in before
    )


def _last(analysis: Analysis, before: Sequence[Attribution], pronoun: str) -> Speaker | None:
    """The last speaker who is one human being and was never called by the other pronoun."""
    for one in reversed(before):
        head = analysis.doc[_head(one)]
        person = one.speaker.kind == "person" or (one.speaker.kind == "unnamed" and head.tag_ == "NN")
        if one.voices and person and not _called_other(analysis, before, one.speaker, pronoun):
            return one.speaker
    return None


def _last_named(
    analysis: Analysis, before: Sequence[Attribution], quotes: Sequence[Quote], one: Attribution
) -> Speaker | None:
    """The last person named before, outside any quote, where nobody has spoken yet."""
    pronoun = analysis.doc[_head(one)]
    for mention in reversed(analysis.mentions):
        named = mention.kind == "name" and mention.entity_kind == "person" and mention.start < pronoun.idx
        if named and not _quoted(quotes, mention.start):
            who = speaker(analysis, analysis.doc[mention.head], None, None)
            if not _called_other(analysis, before, who, pronoun.lower_):
                return who
    return None
