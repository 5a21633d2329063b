"""A small record made by hand, whose every span is found in its text, for tests of what one asks of it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from jirga.model import (
    Document,
    EventCode,
    Factuality,
    Figure,
    Participant,
    QuantityCode,
    Reading,
    RelationCode,
    Span,
    Speaker,
    Statement,
    When,
    Where,
)
from jirga.store import Store

TRUCE = (
    "The government has released about 100 militants, the Foreign Office spokesperson said on Thursday. "
    "The TTP denied that it attacked a checkpost near Miranshah. "
    "The TTP must lay down its arms, the minister demanded."
)
TOLL = (
    "On 6 April 2022 gunmen attacked a convoy in Khost. "
    "Police said nine soldiers were killed; a TTP statement put the dead at 14. "
    "Noor Wali Mehsud has led the TTP since 2018. "
    "In 2021 militants carried out 70 attacks, the institute counted."
)
TALKS = "Pakistani officials met TTP commanders in Kabul in June 2022. =HYPERLINK talks went on \x1b[31mred."


def document(text: str, source: str, **more: Any) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(digest, digest, "1", source, text, language="en", format="txt", **more)


def reading(of: Document, **more: Any) -> Reading:
    return Reading(f"rd_{of.id[:16]}", of.id, of.text_version, "hand-1", "lexicon-1", "usual", **more)


DAWN = document(
    TRUCE,
    "reports/dawn.txt",
    title="Truce holds",
    publisher="Dawn",
    published="2022-06-03",
    published_basis="stated",
)
WIRE = document(TOLL, "reports/wire.txt", title="Attack in Khost", publisher="Frontier Wire")
KABUL = document(
    TALKS, "reports/kabul.txt", publisher="Kabul Gazette", published="2022-06-20", published_basis="filename"
)

_ENTITIES: dict[str, dict[str, Any]] = {
    "pakistan-government": {"name": "Government of Pakistan", "country": "PAK", "sector": "GOV"},
    "ttp": {"name": "Tehrik-i-Taliban Pakistan", "country": "PAK", "sector": "REB"},
    "noor-wali-mehsud": {"name": "Noor Wali Mehsud", "country": "PAK", "sector": "REB"},
}


def span(of: Document, words: str) -> Span:
    start = of.text.index(words)
    return Span.of(of.text, start, start + len(words))


def party(of: Document, words: str, entity: str | None = None, **more: Any) -> Participant:
    known = _ENTITIES.get(entity or "", {"name": words})
    return Participant(mention=span(of, words), entity=entity, **{**known, **more})


def speaker(of: Document, words: str, cue: str, entity: str | None = None) -> Speaker:
    return Speaker(words, "person", entity, mention=span(of, words), cue=span(of, cue))


def statement(of: Document, name: str, sentence: str, trigger: str, **more: Any) -> Statement:
    whole = span(of, sentence)
    base = {"kind": "event", "factuality": Factuality(), "coder": "hand-1", "confidence": 0.8}
    return Statement(
        id=f"st_{hashlib.sha256(name.encode()).hexdigest()[:20]}",
        document=of.id,
        reading=reading(of).id,
        start=whole.start,
        end=whole.end,
        quote=whole.quote,
        sentence=whole,
        trigger=span(of, trigger),
        **{**base, **more},
    )


RELEASE = statement(
    DAWN,
    "release",
    "The government has released about 100 militants, the Foreign Office spokesperson said on Thursday.",
    "released",
    event=EventCode("RETREAT", ("release",)),
    actor=(party(DAWN, "The government", "pakistan-government"),),
    recipient=(party(DAWN, "TTP", "ttp"),),
    when=When("2022-06-02", "2022-06-02", "2022-06-02", "resolved", span(DAWN, "Thursday")),
    where=Where("Khost", "AFG", 33.34, 69.92, "place", 1444362),
    figures=(
        Figure(
            "released", span(DAWN, "about 100 militants"), low=100, high=100, approximate=True, of="militants"
        ),
    ),
    said_by=(speaker(DAWN, "the Foreign Office spokesperson", "said", "pakistan-foreign-ministry"),),
)
DENIAL = statement(
    DAWN,
    "denial",
    "The TTP denied that it attacked a checkpost near Miranshah.",
    "attacked",
    event=EventCode("ASSAULT"),
    actor=(party(DAWN, "it", "ttp"),),
    factuality=Factuality(polarity="negated"),
    said_by=(speaker(DAWN, "The TTP", "denied", "ttp"),),
)
DEMAND = statement(
    DAWN,
    "demand",
    "The TTP must lay down its arms, the minister demanded.",
    "demanded",
    event=EventCode("REQUEST", ("yield",)),
    actor=(party(DAWN, "the minister"),),
    recipient=(party(DAWN, "The TTP", "ttp"),),
)
DEMANDED = statement(
    DAWN,
    "demanded",
    "The TTP must lay down its arms",
    "lay down",
    event=EventCode("RETREAT", ("disarm",)),
    actor=(party(DAWN, "The TTP", "ttp"),),
    factuality=Factuality(modality="demanded"),
    said_by=(speaker(DAWN, "the minister", "demanded"),),
    content_of=DEMAND.id,
)
ATTACK = statement(
    WIRE,
    "attack",
    "On 6 April 2022 gunmen attacked a convoy in Khost.",
    "attacked",
    event=EventCode("ASSAULT", ("firearms",)),
    actor=(party(WIRE, "gunmen"),),
    recipient=(party(WIRE, "a convoy", country="PAK", sector="MIL"),),
    when=When("2022-04-06", "2022-04-06", "2022-04-06", "stated", span(WIRE, "On 6 April 2022")),
    where=Where("Khost", "AFG", 33.34, 69.92, "place", 1444362, span(WIRE, "Khost")),
    figures=(
        Figure(
            "killed",
            span(WIRE, "nine soldiers"),
            low=9,
            high=9,
            of="soldiers",
            said_by=(speaker(WIRE, "Police", "said"),),
        ),
        Figure("killed", span(WIRE, "14"), low=14, said_by=(speaker(WIRE, "a TTP statement", "put", "ttp"),)),
    ),
)
LEADS = statement(
    WIRE,
    "leads",
    "Noor Wali Mehsud has led the TTP since 2018.",
    "led",
    kind="relation",
    relation=RelationCode("leads", since="2018"),
    actor=(party(WIRE, "Noor Wali Mehsud", "noor-wali-mehsud"),),
    recipient=(party(WIRE, "TTP", "ttp"),),
)
YEAR = statement(
    WIRE,
    "year",
    "In 2021 militants carried out 70 attacks, the institute counted.",
    "70 attacks",
    kind="quantity",
    quantity=QuantityCode(trend="up", period="2021"),
    figures=(Figure("attacks", span(WIRE, "70 attacks"), low=70, high=70, period="2021"),),
    said_by=(speaker(WIRE, "the institute", "counted"),),
)
MEETING = statement(
    KABUL,
    "meeting",
    "Pakistani officials met TTP commanders in Kabul in June 2022.",
    "met",
    event=EventCode("CONSULT"),
    actor=(
        party(KABUL, "Pakistani officials", "pakistan-government"),
        party(KABUL, "TTP commanders", "ttp"),
    ),
    when=When("2022-06", "2022-06-01", "2022-06-30", "stated", span(KABUL, "June 2022")),
    where=Where("Kabul", "AFG", precision="place", mention=span(KABUL, "Kabul")),
)
UNDATED = statement(
    KABUL,
    "undated",
    "=HYPERLINK talks went on \x1b[31mred.",
    "talks",
    event=EventCode("CONSULT"),
    actor=(party(KABUL, "Pakistani officials", "pakistan-government"),),
)

STATEMENTS = (RELEASE, DENIAL, DEMAND, DEMANDED, ATTACK, LEADS, YEAR, MEETING, UNDATED)
DOCUMENTS = (DAWN, WIRE, KABUL)


def make(path: Path) -> Path:
    """Write the record to a file and return its path."""
    with Store.open(path, writing=True) as store:
        for one in DOCUMENTS:
            store.save(one, reading(one), [said for said in STATEMENTS if said.document == one.id])
    return path
