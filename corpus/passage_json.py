"""A passage ↔ one JSON object: the record's statement and document objects, with the corpus's own fields."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from corpus.nouns import Chain, Origin, Pair, Passage, Position
from jirga.as_json import document_from_json, statement_from_json, to_json
from jirga.model import Span, Speaker

Json = dict[str, Any]
LICENCE = "CC-BY-4.0"


def passage_to_json(passage: Passage) -> Json:
    """Return a passage as an object that `passage_from_json` reads back; a real one without its words."""
    text = passage.origin is None
    obj: Json = {
        "id": passage.id,
        "part": passage.part,
        "hand": passage.hand,
        "genre": passage.genre,
        "conflict": passage.conflict,
        "licence": LICENCE,
        "story": passage.story,
        "questions": dict(passage.questions),
        "copy_of": passage.copy_of,
        "draws_on": passage.draws_on,
        "pair": asdict(passage.pair) if passage.pair else None,
        "origin": asdict(passage.origin) if passage.origin else None,
        "document": to_json(passage.document, text=text),
        "sentences": [list(span) for span in passage.sentences],
        "entities": [_chain(chain) for chain in passage.entities],
        "attributions": [[_speaker(speaker) for speaker in chain] for chain in passage.attributions],
        "statements": [to_json(statement, text=text) for statement in passage.statements],
        "events": dict(passage.events),
        "positions": [asdict(position) for position in passage.positions],
    }
    return obj if text else wordless(obj)


def wordless(obj: Json) -> Json:
    """Return the object of a real passage without any word of its text: offsets, labels, canonical names.

    Names of unnamed participants and speakers, and what a figure counts, are words of the text: they go too.
    """
    bare: Json = _without_quotes(obj)
    bare["document"] |= {"title": None, "publisher": None, "author": None, "url": None}
    for chain in bare["entities"]:
        chain["name"] = chain["name"] if chain["entity"] else None
    for speakers in bare["attributions"]:
        _unname(speakers)
    for statement in bare["statements"]:
        for party in (*statement["actor"], *statement["recipient"]):
            party["name"] = party["name"] if party["entity"] else None
            _unname(party["said_by"])
        _unname(statement["said_by"])
        for figure in statement["figures"]:
            figure["of"] = None
            _unname(figure["said_by"])
    return bare


def _unname(speakers: list[Json]) -> None:
    for speaker in speakers:
        speaker["name"] = speaker["name"] if speaker["entity"] else None


def _without_quotes(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_quotes(one) for key, one in value.items() if key not in ("quote", "sentence")}
    return [_without_quotes(one) for one in value] if isinstance(value, list) else value


def passage_from_json(obj: Json, text: str | None = None) -> Passage:
    """Return the passage of an object; a real one needs the `text` its offsets stand in."""
    if text is not None:
        obj = with_words(obj, text)
    return Passage(
        id=obj["id"],
        hand=obj["hand"],
        part=obj["part"],
        genre=obj["genre"],
        conflict=obj["conflict"],
        document=document_from_json(obj["document"]),
        sentences=tuple((start, end) for start, end in obj["sentences"]),
        statements=tuple(statement_from_json(one) for one in obj["statements"]),
        attributions=tuple(tuple(_speaker_in(one) for one in chain) for chain in obj["attributions"]),
        entities=tuple(_chain_in(one) for one in obj["entities"]),
        events=obj["events"],
        positions=tuple(Position(**one) for one in obj["positions"]),
        story=obj["story"],
        questions=obj["questions"],
        copy_of=obj["copy_of"],
        draws_on=obj["draws_on"],
        pair=Pair(**obj["pair"]) if obj["pair"] else None,
        origin=Origin(**obj["origin"]) if obj["origin"] else None,
    )


def with_words(obj: Json, text: str) -> Json:
    """Return the object of a real passage with quotes, sentences and text put back from its source."""
    full: Json = _quoted(obj, text)
    full["document"]["text"] = text
    for statement in full["statements"]:
        statement["quote"] = text[statement["start"] : statement["end"]]
        statement["sentence"] = text[statement["sentence_start"] : statement["sentence_end"]]
        for figure in statement["figures"]:
            figure.setdefault("part_of", None)
    named: Json = _named(full)
    return named


def _named(value: Any) -> Any:
    """Give unnamed mentions their words as name again."""
    if isinstance(value, list):
        return [_named(one) for one in value]
    if not isinstance(value, dict):
        return value
    full = {key: _named(one) for key, one in value.items()}
    if (
        "name" in full
        and full["name"] is None
        and ("mention" in full or "mentions" in full)
        and "lat" not in full
    ):
        mention = full["mentions"][0] if "mentions" in full else full["mention"]
        full["name"] = mention["quote"] if mention else "unnamed"
    return full


def _quoted(value: Any, text: str) -> Any:
    if isinstance(value, list):
        return [_quoted(one, text) for one in value]
    if not isinstance(value, dict):
        return value
    full = {key: _quoted(one, text) for key, one in value.items()}
    return full | {"quote": text[full["start"] : full["end"]]} if set(full) == {"start", "end"} else full


def _span(span: Span | None) -> Json | None:
    return asdict(span) if span else None


def _speaker(speaker: Speaker) -> Json:
    return asdict(speaker)


def _speaker_in(obj: Json) -> Speaker:
    spans = {key: Span(**obj[key]) if obj[key] else None for key in ("mention", "cue", "content")}
    return Speaker(**{**obj, **spans})


def _chain(chain: Chain) -> Json:
    return {
        **asdict(chain),
        "sectors": list(chain.sectors),
        "mentions": [_span(span) for span in chain.mentions],
    }


def _chain_in(obj: Json) -> Chain:
    spans = tuple(Span(**span) for span in obj["mentions"])
    return Chain(**{**obj, "sectors": tuple(obj["sectors"]), "mentions": spans})
