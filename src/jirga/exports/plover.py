"""PLOVER 2 event records as JSON Lines, in the field names of the manual's chapter "Data Fields".

What the manual leaves open is answered here: a date that the text does not give is null, never the date of
publication; a wider date is its first and last day (`date`, `enddate`); its auxiliary modes (historical,
future, hypothetical, negation) stand in `context`, as it proposes. `attribution` and `factuality` are named
fields beyond the manual's, which it invites.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from jirga.exports import jsonl
from jirga.model import QUAD_OF_TYPE

Json = dict[str, Any]

#: The manual numbers the quad categories 1 to 4 without saying which is which: this is the order in which
#: event data has numbered them since CAMEO.
QUAD_CODE: dict[str, int] = {
    "verbal cooperation": 1,
    "material cooperation": 2,
    "verbal conflict": 3,
    "material conflict": 4,
}

#: The manual's levels of location (5 sub-city, 4 city, 3 district, 2 province, 1 country).
RESOLUTION: dict[str, int] = {"place": 4, "district": 3, "province": 2, "country": 1}

#: The manual's `size` object, by our measures.
SIZE: dict[str, str] = {"killed": "dead", "injured": "injured", "detained": "arrested"}

#: Its auxiliary mode for each modality that is not an assertion.
_AUXILIARY: dict[str, str] = {
    "intended": "future",
    "conditional": "hypothetical",
    "possible": "hypothetical",
    "demanded": "hypothetical",
    "wished": "hypothetical",
    "feared": "hypothetical",
    "questioned": "hypothetical",
    "generic": "hypothetical",
}

#: What the manual codes as agreeing to it where the text says that it will be ("the two will meet").
_AGREED_AHEAD = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
#: What decides the factuality of a deed that will be, as `decided_by` has it.
_WILL = frozenset(f"factuality: {word}" for word in ("will", "shall", "'ll", "’ll", "wo"))


def event_type(kind: str, polarity: str, modality: str, decided_by: Iterable[str], *, content: bool) -> str:
    """Return the type that PLOVER 2 gives an event of type `kind`: cooperation that will be is AGREE.

    Its manual counts future meetings, visits, aid and support among agreements to cooperate (section AGREE);
    our record keeps them as the deeds they are, intended. Content of an act stays: the act is beside it.
    """
    ahead = polarity == "affirmed" and modality == "intended" and not content
    why = [one for one in decided_by if one.startswith("factuality: ")]
    return "AGREE" if ahead and kind in _AGREED_AHEAD and why and _WILL.issuperset(why) else kind


def write(objects: Iterable[Json], out: BinaryIO, what: str) -> int:
    """Write a PLOVER record for each event or event statement of `objects`; returns how many."""
    return jsonl.write((record(obj) for obj in objects if obj.get("event") or "type" in obj), out, what)


def record(obj: Json) -> Json:
    """Return the PLOVER record of an event or of a statement of kind event, as JSON objects of record.md.

    A key `document_details` (the document without its text) fills `cite_info` where it is there.
    """
    code = obj.get("event") or {"type": obj["type"], "modes": obj["modes"], "contexts": []}
    when, told = obj["when"], obj.get("factuality")
    kind = code["type"]
    if told:
        content = obj["content_of"] is not None
        kind = event_type(kind, told["polarity"], told["modality"], obj["decided_by"], content=content)
    folded = kind != code["type"]
    found: Json = {
        "id": obj["id"],
        "date": when["start"] or when["end"],
        "enddate": when["end"] if when["end"] != when["start"] else None,
        "actor": [entity(one) for one in obj["actor"]],
        "recipient": [entity(one) for one in obj["recipient"]],
        "event": [kind],
        "mode": [] if folded else code["modes"],
        "context": [*code["contexts"], *([] if folded else _auxiliary(told))],
        "quad_code": QUAD_CODE[QUAD_OF_TYPE[kind]],
        "event_loc": location(obj["where"]),
        "size": size(obj["figures"]),
    }
    return found | _text(obj)


def entity(participant: Json) -> Json:
    """Return the manual's entity object of a participant."""
    sectors = [participant["sector"], *participant["other_sectors"]]
    return {
        "code": participant["country"],
        "sector": "".join(sector for sector in sectors[:2] if sector) or None,
        "entity_text": (participant["mention"] or {}).get("quote"),
        "identifier_id": participant["wikidata"] or participant["entity"],
        "identifier_text": participant["name"] if participant["entity"] else None,
    }


def location(where: Json) -> Json | None:
    """Return the manual's location object, or None where no place is given."""
    if not where["name"] and not where["country"]:
        return None
    return {
        "extracted_place": (where["mention"] or {}).get("quote"),
        "resolved_place": where["name"],
        "geonameid": where["geonameid"],
        "lat": where["lat"],
        "lon": where["lon"],
        "country_code": where["country"],
        "resolution": RESOLUTION.get(where["precision"]),
    }


def size(figures: list[Json]) -> Json:
    """Return the manual's size object: a number, or a code like `9-12` or `20-` (at least 20) for a range.

    Rival figures of one measure stand side by side in a list.
    """
    found: dict[str, list[float | str]] = {}
    for figure in figures:
        name, value = SIZE.get(figure["measure"]), _number(figure["low"], figure["high"])
        if name and value is not None:
            found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _number(low: float | None, high: float | None) -> float | str | None:
    if low is None and high is None:
        return None
    return (
        low
        if low is not None and low == high
        else f"{'' if low is None else low}-{'' if high is None else high}"
    )


def _auxiliary(factuality: Json | None) -> list[str]:
    if factuality is None:
        return []
    modes = ["historical"] if factuality["historical"] else []
    modes += [_AUXILIARY[factuality["modality"]]] if factuality["modality"] in _AUXILIARY else []
    return modes + (["negation"] if factuality["polarity"] == "negated" else [])


def _text(obj: Json) -> Json:
    if "trigger" not in obj:  # an event, which may rest on several texts
        return {"event_text": [], "comment": f"statements: {', '.join(obj['statements'])}"}
    more: Json = (
        {"event_text": [obj["quote"]], "text": obj["sentence"]} if "quote" in obj else {"event_text": []}
    )
    return more | {
        "text_info": {"start": obj["sentence_start"], "end": obj["sentence_end"]},
        "cite_info": _cite(obj),
        "coder": obj["coder"],
        "attribution": [
            {"name": one["name"], "entity": one["entity"], "kind": one["kind"]} for one in obj["said_by"]
        ],
        "factuality": obj["factuality"],
    }


def _cite(obj: Json) -> Json:
    details = obj.get("document_details") or {}
    return {
        "citation": obj["document"],
        "url": details.get("url"),
        "title": details.get("title"),
        "language": details.get("language"),
        "publication": details.get("publisher"),
        "coder": obj["coder"],
        "codebook": "plover-2",
    }
