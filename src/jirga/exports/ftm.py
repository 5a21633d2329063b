"""FollowTheMoney entities, one a line, for Aleph, OpenSanctions and other tools of investigators.

Written after the schema of the package `followthemoney` 4 (a test holds the output to it), without needing
it: Article, Person, Organization, PublicBody, LegalEntity, Mention, Event, Membership, Directorship,
UnknownLink. Ids are ours behind `jirga-`, so that they stay the same from export to export. Events and links
have the documents that tell of them as `proof`; rival dates stand side by side, as its properties allow.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from jirga.exports import jsonl
from jirga.exports.asked import Asked, Written
from jirga.exports.columns import figure
from jirga.exports.plain import headline
from jirga.exports.territories import TERRITORIES

Json = dict[str, Any]

#: The schema of an entity by its kind in the lexicon; one that it lacks may be anybody.
SCHEMA: dict[str | None, str] = {
    "person": "Person",
    "group": "Organization",
    "party": "Organization",
    "organisation": "Organization",
    "state": "PublicBody",
    "government": "PublicBody",
    "force": "PublicBody",
}
_ANYBODY = "LegalEntity"
_BODIES = frozenset({"Organization", "PublicBody"})

#: Relations that have a schema of their own, with its two ends; the object must be an Organization.
_LINKS: dict[str, tuple[str, str, str]] = {
    "leads": ("Directorship", "director", "organization"),
    "member_of": ("Membership", "member", "organization"),
    "part_of": ("Membership", "member", "organization"),
}

#: FollowTheMoney's dates: a year, a month or a day.
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")

#: Languages as FollowTheMoney writes them (ISO 639-3), for those that documents are read in.
_LANGUAGES = {"en": "eng"}


def write(asked: Asked, out: BinaryIO) -> Written:
    """Write documents, entities, mentions, events and links; parties without a name have no entity."""
    unnamed: list[str] = []
    return Written(jsonl.write(_everything(asked, unnamed), out, asked.what), tuple(_notes(unnamed)))


def _notes(unnamed: list[str]) -> Iterator[str]:
    if unnamed:
        yield f"{len(unnamed):,} relations left out: a party is unnamed"


def _everything(asked: Asked, unnamed: list[str]) -> Iterator[Json]:
    yield from (document(one) for one in asked.rows("documents"))
    schemas: dict[str, str] = {}
    for one in asked.rows("entities"):
        schemas[one["id"]] = SCHEMA.get(one["kind"], _ANYBODY)
        yield entity(one)
    documents: dict[str, str] = {}
    yield from _mentions(asked.rows("statements"), schemas, documents)

    def proof(statements: Iterable[str]) -> list[str]:
        of = (documents.get(one) or asked.statement(one)["document"] for one in statements)
        return list(dict.fromkeys(_id("document", one) for one in of))

    yield from (event(one, schemas, proof) for one in asked.rows("events"))
    for relation in asked.rows("relations"):
        link = _link(relation, schemas, proof)
        if link is None:
            unnamed.append(relation["id"])
        else:
            yield link


def document(row: Json) -> Json:
    """Return a document as an Article; its text stays in the record."""
    return _entity(
        _id("document", row["id"]),
        "Article",
        title=row["title"],
        name=row["title"],
        fileName=row["source"],
        author=row["author"],
        publisher=row["publisher"],
        publishedAt=_date(row["published"]),
        sourceUrl=row["url"] if (row["url"] or "").startswith(("http://", "https://")) else None,
        language=_LANGUAGES.get(row["language"]),
    )


def entity(row: Json) -> Json:
    """Return an entity of the record as Person, Organization, PublicBody or LegalEntity."""
    names = [one for one in row.get("names", ()) if one != row["name"]]
    return _entity(
        _id("entity", row["id"]),
        SCHEMA.get(row["kind"], _ANYBODY),
        name=row["name"],
        alias=names,
        country=_country(row["country"]),
        wikidataId=row["wikidata"],
        keywords=[row["kind"], row["sector"]],
    )


def event(row: Json, schemas: dict[str, str], proof: Callable[[Iterable[str]], list[str]]) -> Json:
    """Return an event as an Event, its parties `involved`, its documents `proof`."""
    everybody = [*row["actor"], *row["recipient"]]
    when, where = row["when"], row["where"]
    return _entity(
        _id(row["id"]),
        "Event",
        name=headline(row),
        recordId=row["id"],
        involved=[_id("entity", one["entity"]) for one in everybody if one["entity"] in schemas],
        namesMentioned=[one["name"] for one in everybody],
        date=_date(when["edtf"]),
        startDate=when["start"],
        endDate=when["end"],
        country=_country(where["country"]),
        location=where["name"],
        keywords=[row["type"], *row["modes"], row["status"]],
        summary=[figure(one) for one in row["figures"]],
        proof=proof(row["statements"]),
    )


def _link(row: Json, schemas: dict[str, str], proof: Callable[[Iterable[str]], list[str]]) -> Json | None:
    """A relation between two named entities: of its own schema where its ends allow, else an UnknownLink."""
    subject, object_ = row["actor"]["entity"], (row["recipient"] or {}).get("entity")
    if subject not in schemas or object_ not in schemas:
        return None
    schema, one, other = _LINKS.get(row["type"], ("", "", ""))
    if schemas[object_] not in _BODIES or not schema:
        schema, one, other = "UnknownLink", "subject", "object"
    ends: Json = {one: _id("entity", subject), other: _id("entity", object_)}
    return _entity(
        _id(row["id"]),
        schema,
        **ends,
        role=row["type"].replace("_", " "),
        status=row.get("status"),
        recordId=row["id"],
        startDate=[_date(told["edtf"]) for told in row["since"]],
        endDate=[_date(told["edtf"]) for told in row["until"]],
        proof=proof(row["statements"]),
    )


def _mentions(
    statements: Iterable[Json], schemas: dict[str, str], documents: dict[str, str]
) -> Iterator[Json]:
    """Yield how each document calls each entity, each name once; note which document a statement is of."""
    known: set[str] = set()
    for statement in statements:
        documents[statement["id"]] = statement["document"]
        for one in (*statement["actor"], *statement["recipient"]):
            words = " ".join(one["mention"].get("quote", "").split())
            if not words or one["entity"] not in schemas:
                continue
            found = mention(statement["document"], one, words, schemas[one["entity"]])
            if found["id"] not in known:
                known.add(found["id"])
                yield found


def mention(document_id: str, party: Json, words: str, schema: str) -> Json:
    """Return how a document calls an entity, as a Mention."""
    key = "\x1f".join((document_id, party["entity"], words))
    return _entity(
        _id("mention", hashlib.sha256(key.encode()).hexdigest()[:20]),
        "Mention",
        name=words,
        document=_id("document", document_id),
        resolved=_id("entity", party["entity"]),
        detectedSchema=schema,
        contextCountry=_country(party["country"]),
    )


def _entity(identity: str, schema: str, **properties: Any) -> Json:
    """An entity as FollowTheMoney writes it: each property a list of texts, none of them empty or twice."""
    held = {}
    for name, value in properties.items():
        values = [one for one in (value if isinstance(value, list) else [value]) if one]
        if values:
            held[name] = list(dict.fromkeys(values))
    return {"id": identity, "schema": schema, "properties": held}


def _id(*parts: str) -> str:
    return "-".join(("jirga", *parts))


def _date(edtf: str | None) -> str | None:
    """A plain year, month or day; what is approximate, open or an interval has no date there."""
    return edtf if edtf and _DATE.fullmatch(edtf) else None


def _country(code: str | None) -> str | None:
    return TERRITORIES.get(code or "")
