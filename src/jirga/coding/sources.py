"""Sources: from the noun that heads a source phrase to the Speaker it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jirga.coding.headlines import SIGNS
from jirga.lexicon.agents import agent, singulars
from jirga.lexicon.cues import source_kind, word_set
from jirga.model import Span, Speaker, SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis, Mention

#: What a name of a news organisation ends in or is; a name the lexicon knows has its kind from there.
_MEDIA_NAME = re.compile(
    r"\b(Times|Post|Tribune|Journal|Guardian|Dawn|News|Newspaper|Gazette|Herald|Telegraph|Observer|Radio|TV|Television|"
    r"Broadcasting|Reuters|AFP|AP|BBC|CNN|NBC|CBS|ABC|Al[- ]Jazeera|Xinhua|Press|Agency|Weekly|Magazine)$"
)
_PERSONS = word_set("he she him her his hers himself herself")
#: Whose a thing is → who that is: "in his version" is what he says.
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
#: Before a name, what makes it a person's.
_TITLES = word_set(
    "mr mrs ms miss dr prof col gen maj lt capt sgt adm colonel general major lieutenant captain "
    "sergeant admiral brigadier president minister sheikh mullah maulana mufti imam ayatollah judge "
    "senator sen rep sir king prince"
)
#: Sources that are a number of people.
_QUANTIFIERS = word_set("several many some others most few both all those these one two another")
#: Deeds, states and things that never say anything, besides nouns that their ending gives away.
_MUTE = word_set(
    "move deal talk right transfer factor change problem step effort fact issue choice vote debate "
    "performance role point stake system crisis threat peace war thing time way day year truth reality "
    "case event history failure success loss cost price percentage bomb blast attack raid strike "
    "killing death pain fear hope voting support assault offensive clash battle rampage explosion shooting "
    "ambush riot unrest violence"
)
_MUTE_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "ing")
_ARTICLE = re.compile(r"^(the|a|an)\s+", re.IGNORECASE)
_AUTHOR = word_set("i we me us my our")
_KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "government": "organisation",
    "force": "organisation",
    "group": "organisation",
    "state": "organisation",
    "party": "organisation",
    "organisation": "organisation",
}
_KEPT_LEFT = word_set("compound amod det poss nummod nmod case quantmod advmod punct predet")


def phrase(head: Token, *, without: Token | None = None) -> tuple[int, int]:
    """Return the code points of the phrase headed by `head`, whole, cut before a clause holding `without`."""
    cut = set(without.subtree) if without is not None else set()
    if head in cut:
        cut = set()
    barred = {t.i for t in cut}
    kept = {t.i for t in head.subtree if t.i not in barred}
    left = right = head.i
    while left - 1 in kept:
        left -= 1
    while right + 1 in kept:
        right += 1
    return _trim(head, left, right)


def _trim(head: Token, left: int, right: int) -> tuple[int, int]:
    doc = head.doc
    while left < head.i and (doc[left].is_space or (doc[left].is_punct and doc[left].text not in "\"“'‘(")):
        left += 1
    while right > head.i and (doc[right].is_space or doc[right].is_punct or doc[right].dep_ == "cc"):
        if doc[right].text in "\"”’')" and not doc[right].is_space:
            break
        right -= 1
    return doc[left].idx, doc[right].idx + len(doc[right])


def mute(analysis: Analysis, head: Token) -> bool:
    """Whether a source phrase names a deed, a state or a thing, which shows something but says nothing."""
    lemma = head.lemma_.lower()
    if head.pos_ != "NOUN" or source_kind(lemma) is not None or agent(lemma) is not None:
        return False
    mention = analysis.mention_at(head.i)
    if mention is not None and mention.head == head.i and mention.entity is not None:
        return False
    return lemma in _MUTE or lemma.endswith(_MUTE_ENDINGS)


def speaks(analysis: Analysis, noun: Token) -> bool:
    """Return whether a noun is a source, and no reason or thing: "citing officials", not "the weather"."""
    mention = analysis.mention_at(noun.i)
    known = mention is not None and mention.head == noun.i
    return known or kind_of(noun) != "unnamed" or agent(noun.lemma_.lower()) is not None


def short_name(head: Token) -> str:
    """Return the source's name in the text's words: the noun, what stands before it, and one "of" phrase."""
    doc = head.doc
    left = head.i
    while left > head.left_edge.i and doc[left - 1].head.i >= left - 1 and doc[left - 1].dep_ in _KEPT_LEFT:
        if doc[left - 1].text in SIGNS and doc[left - 1].whitespace_:
            break  # "after Chadian offensive: residents"
        left -= 1
    while left > head.left_edge.i and not doc[left - 1].whitespace_:
        left -= 1  # "their 12-year-old son": no half of a compound
    right = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "for"} and child.i == right + 1:
            right = child.right_edge.i if child.right_edge.i - child.i < 8 else right
    name = " ".join(doc[left : right + 1].text.split()).split(" (")[0].strip("\"“”'‘’ ,;:-–—")
    return _ARTICLE.sub("", name) or head.text


def speaker(
    analysis: Analysis, head: Token | None, cue: Span | None, content: Span | None, *, at: Token | None = None
) -> Speaker:
    """Return the speaker headed by `head`; an unnamed one with no mention where `head` is None.

    `at` is the cue: a relative clause that holds it is not part of the mention.
    """
    if head is None:
        return Speaker("unnamed", "unnamed", cue=cue, content=content)
    start, end = phrase(head, without=at)
    mention = Span.of(analysis.document.text, start, end)
    name, entity, kind = _identity(analysis, head)
    return Speaker(name, kind, entity, mention, cue, content)


def _identity(analysis: Analysis, head: Token) -> tuple[str, str | None, SpeakerKind]:
    """Name, lexicon id and kind of a source: the text's author, a known mention, or by its noun."""
    if head.lower_ in _AUTHOR and head.pos_ == "PRON":
        return analysis.document.author or "the author", None, "person"
    head = _named(head)
    known = _known(analysis, head)
    if known is not None and known.kind != "pronoun":
        noun = analysis.doc[known.head]
        kind = _kind_of_mention(known, noun)
        if known.kind == "name" or known.entity:
            name = known.name.split(": ")[0]  # "Ministry of Defence: Our": a label and what follows it
            return _ARTICLE.sub("", name) or name, known.entity, kind
        return short_name(noun), _entity_beside(analysis, noun), kind
    if head.pos_ == "PRON":
        return _OWNERS.get(head.lower_, head.text), None, "person" if head.lower_ in _PERSONS else "unnamed"
    return short_name(head), _entity_beside(analysis, head), kind_of(head)


def _named(head: Token) -> Token:
    """The name in apposition to a common noun: "the group's spokesman, Mohammad Khorasani"."""
    if head.pos_ != "NOUN":
        return head
    names = (c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    return next((c for c in names if c.ent_type_ in {"PERSON", ""}), head)


def _known(analysis: Analysis, head: Token) -> Mention | None:
    """The mention at `head`, or the one it takes its identity from."""
    mention = analysis.mention_at(head.i)
    if mention is not None and mention.head != head.i and mention.kind not in {"name", "place"}:
        return None
    seen: set[int] = set()
    while mention is not None and mention.antecedent is not None and mention.index not in seen:
        seen.add(mention.index)
        mention = analysis.mentions[mention.antecedent]
    return mention


def _entity_beside(analysis: Analysis, head: Token) -> str | None:
    """The id of the body that an unnamed office speaks for: "a Foreign Office spokesman"."""
    for token in head.subtree:
        if token.i != head.i and token.dep_ in {"compound", "poss", "pobj", "nmod", "amod"}:
            mention = analysis.mention_at(token.i)
            if mention is not None and mention.entity is not None:
                return mention.entity
    return None


def _kind_of_mention(mention: Mention, head: Token) -> SpeakerKind:
    if mention.sector == "JRN":
        return "media"
    if mention.kind in {"name", "place"} and mention.entity_kind in _KINDS:
        return _KINDS[mention.entity_kind]
    return kind_of(head)


def _noun_kind(head: Token) -> SpeakerKind | None:
    """The kind that a common noun names, also where the model took it for a name ("Records show")."""
    forms = (head.lemma_.lower(), *(singulars(head.lower_) if head.i == head.sent.start else ()))
    return next((kind for form in forms if (kind := source_kind(form)) is not None), None)


def kind_of(head: Token) -> SpeakerKind:
    """Return the kind of source a noun names, by its entity label, its name's last word, or the lexicon."""
    noun = _noun_kind(head)
    if head.lower_ in _QUANTIFIERS:
        return "unnamed"
    before = {t.lower_.rstrip(".") for t in head.doc[head.left_edge.i : head.i]}
    if before & _TITLES and head.text[0].isupper():
        return "person"
    if head.pos_ == "PROPN" and _MEDIA_NAME.search(head.text):
        return "media"
    if head.ent_type_ == "PERSON":
        return "person"
    if head.ent_type_ in {"ORG", "GPE", "NORP"} and noun != "person":
        return "organisation"
    if noun == "person":
        return "unnamed" if head.tag_ == "NNS" else "person"  # a post is one person's
    return noun or ("organisation" if head.pos_ == "PROPN" else "unnamed")
