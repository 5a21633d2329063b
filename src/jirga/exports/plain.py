"""Text as formats built on XML can hold it, and the name of what happened in one line."""

from __future__ import annotations

import re
from typing import Any

Json = dict[str, Any]

#: What XML 1.0 (section 2.2, "Characters") cannot hold, even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return the text with U+FFFD for each code point that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def headline(obj: Json) -> str:
    """Return an event, or an event statement, in one line: `ASSAULT (firearms): gunmen → a convoy, Khost`.

    An event that is denied or contested, a statement that does not assert begins with that word.
    """
    code = obj.get("event") or obj
    sides = [names for names in (parties(obj["actor"]), parties(obj["recipient"])) if names]
    where = obj["where"]["name"] or obj["where"]["country"]
    told = ", ".join(part for part in (" → ".join(sides), where) if part)
    what = f"{code['type']} ({', '.join(code['modes'])})" if code["modes"] else code["type"]
    return f"{_caveat(obj)}{what}{': ' if told else ''}{told}"


def parties(participants: list[Json]) -> str:
    """Return the names of participants in one line."""
    return ", ".join(one["name"] for one in participants)


def _caveat(obj: Json) -> str:
    said = obj.get("factuality")
    if said is None:
        return "" if obj["status"] == "reported" else f"{obj['status'].upper()} "
    words = ["DENIED"] if said["polarity"] == "negated" else []
    words += [said["modality"].upper()] if said["modality"] != "asserted" else []
    return "".join(f"{word} " for word in words)
