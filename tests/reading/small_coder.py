"""A small rule-based coder, quick enough to kill often: "<Name> released <number>" and the like."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from dataclasses import dataclass

from jirga.model import (
    Document,
    EventCode,
    Factuality,
    Figure,
    Participant,
    Problem,
    Reading,
    Span,
    Statement,
)

TYPES = {"released": ("RETREAT", "release"), "attacked": ("ASSAULT", ""), "killed": ("ASSAULT", "")}
SENTENCE = re.compile(r"[^.\n]+\.")
CLAUSE = re.compile(r"(?P<who>[A-Z]\w+)(?: has| have)? (?P<verb>released|attacked|killed) (?P<number>\d+)?")


@dataclass(frozen=True, slots=True)
class Coded:
    reading: Reading
    statements: tuple[Statement, ...]


class SmallCoder:
    name = "small 1"
    lexicon = "none"
    configuration = "plain"

    def reading_id(self, document: Document) -> str:
        parts = (document.id, document.text_version, document.published, self.name, self.configuration)
        return "rd_" + hashlib.sha256(repr(parts).encode()).hexdigest()[:32]

    def code(self, document: Document) -> Coded:
        reading_id = self.reading_id(document)
        statements = tuple(
            statement(document, reading_id, self.name, sentence, clause)
            for sentence in SENTENCE.finditer(document.text)
            for clause in CLAUSE.finditer(document.text, sentence.start(), sentence.end())
        )
        return Coded(self._reading(document, reading_id), statements)

    def _reading(self, document: Document, reading_id: str) -> Reading:
        version = document.text_version
        return Reading(reading_id, document.id, version, self.name, self.lexicon, self.configuration)


def statement(
    document: Document, reading: str, coder: str, sentence: re.Match[str], clause: re.Match[str]
) -> Statement:
    def span(name: str) -> Span:
        return Span.of(document.text, *clause.span(name))

    type_, mode = TYPES[clause["verb"]]
    digest = hashlib.sha256(f"{reading}{clause.span()}".encode()).hexdigest()
    return Statement(
        id=f"st_{digest[:24]}",
        kind="event",
        document=document.id,
        reading=reading,
        start=clause.start(),
        end=clause.end(),
        quote=clause[0],
        sentence=Span.of(document.text, *sentence.span()),
        trigger=span("verb"),
        factuality=Factuality(),
        event=EventCode(type_, (mode,) if mode else ()),
        actor=(Participant(clause["who"], span("who")),),
        figures=(Figure(clause["verb"], span("number"), float(clause["number"])),)
        if clause["number"]
        else (),
        coder=coder,
    )


class FragileCoder(SmallCoder):
    """Dies, fails or dawdles where the text asks for it."""

    name = "fragile 1"

    def code(self, document: Document) -> Coded:
        if "DIE" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "ERR" in document.text:
            raise ValueError("a mistake of the coder's")
        if "SLOW" in document.text:
            time.sleep(float(os.environ.get("SLOW_SECONDS", "30")))
        if "FAIL" not in document.text:
            return super().code(document)
        problem = Problem(document.source, "coding", "too hard", "nothing")
        reading = self._reading(document, self.reading_id(document))
        failed = Reading(
            reading.id,
            document.id,
            reading.text_version,
            self.name,
            self.lexicon,
            "plain",
            "failed",
            (problem,),
        )
        return Coded(failed, ())


def no_coder() -> SmallCoder:
    from jirga.errors import JirgaError

    raise JirgaError("the language model is not installed", stage="coding", next_step="install it")


def article(number: int) -> str:
    """A text of its own for each number: about 25 sentences, of which some say something codable."""
    who = ("Taliban", "Police", "Army", "Rangers", "Villagers")
    verbs = ("released", "attacked", "killed")
    lines = [f"Report number {number} of the day from the district."]
    for line in range(12):
        lines.append(
            f"{who[(number + line) % 5]} {verbs[(number * line) % 3]} {number + line} men near post {line}."
        )
        lines.append(f"The market in ward {number * 7 + line} was open and quiet that morning.")
    return "\n".join(lines)
