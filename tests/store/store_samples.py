"""Documents and statements for the tests of the store: real spans into real text."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from jirga.model import (
    Document,
    EventCode,
    Factuality,
    Participant,
    Problem,
    Reading,
    Span,
    Speaker,
    Statement,
    When,
    Where,
)

TEXT = (
    "The Pakistani Taliban released 12 soldiers in Khost on 2 June 2022, Gen. Bajwa said. "
    "The army denied the report. Fighters attacked a police post in Miranshah."
)


def a_document(name: str = "a.txt", text: str = TEXT, **other: Any) -> Document:
    known = {"published": "2022-06-03", "publisher": "Daily Observer", "language": "en"} | other
    digest = hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()
    text_hash = hashlib.sha256(text.encode()).hexdigest()
    return Document(digest, text_hash, known.pop("text_version", "clean-1"), name, text, **known)


def a_reading(document: Document, configuration: str = "plain", **other: Any) -> Reading:
    digest = hashlib.sha256(f"{document.id}{document.text_version}{configuration}".encode()).hexdigest()
    version = document.text_version
    return Reading(digest, document.id, version, "small", "lexicon-1", configuration, **other)


def a_statement(document: Document, reading: Reading, trigger: str = "released", **other: Any) -> Statement:
    start = document.text.index(trigger)
    span = Span.of(document.text, start, start + len(trigger))
    digest = hashlib.sha256(f"{reading.id}{start}{sorted(other)}{other}".encode()).hexdigest()
    plain = Statement(
        id=f"st_{digest[:20]}",
        kind="event",
        document=document.id,
        reading=reading.id,
        start=span.start,
        end=span.end,
        quote=span.quote,
        sentence=span,
        trigger=span,
        factuality=Factuality(),
        event=EventCode("RETREAT", ("release",)),
        actor=(Participant("Tehrik-i-Taliban Pakistan", span, "ttp", "PAK", "REB"),),
        when=When("2022-06-02", "2022-06-02", "2022-06-02", "stated", span),
        where=Where("Khost", "AFG", 33.34, 69.92, "place", 1, span),
        said_by=(Speaker("General Bajwa", "person", "bajwa", span),),
    )
    return replace(plain, **other)


def a_problem(document: Document) -> Problem:
    return Problem(document.source, "coding", "one sentence is too long", "shorten it")
