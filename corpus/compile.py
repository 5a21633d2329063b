"""A parsed source → a `Passage` in the record's nouns, with every fault found on the way.

Labels become spans here: a participant is the bracket of its label nearest to the trigger, a speaker the one
nearest to its cue, and a statement's speakers are read off the content brackets it stands in.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from corpus.assemble import Assembly
from corpus.codes import GENRES, STANCES
from corpus.definitions import Definition, LineError, definition
from corpus.labels import Labels
from corpus.markup import Line, Source, parse
from corpus.nouns import CorpusError, Fault, Origin, Pair, Part, Passage
from corpus.real import Place, locate, trains
from corpus.sentences import sentences
from corpus.statement_lines import StatementDef, statement
from jirga.model import Document

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


#: Hands whose development passages are a part of their own: they wrote when those before had been tuned on.
LATER_HANDS: dict[str, Part] = {
    **dict.fromkeys(("hugo", "lena", "mina", "nora", "otto"), "dev-2"),
    **dict.fromkeys(("abel", "dina", "uli"), "dev-3"),
    **dict.fromkeys(("cora", "dean", "edda", "fritz"), "dev-4"),
    **dict.fromkeys(("jorge", "rosa"), "dev-5"),
    **dict.fromkeys(("igor", "mei", "tara"), "dev-6"),
}


def compile_file(path: Path, hand: str, part: Part | None = None) -> tuple[list[Passage], list[Fault]]:
    """Return the passages of one source file and all faults; a passage with errors is left out.

    `part` is decided by `part_of` where not given.
    """
    try:
        content = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return [], [Fault(str(path), 1, f"cannot be read: {error}", "save it as UTF-8")]
    sources, faults = parse(str(path), content.replace("\r\n", "\n"))
    broken = {fault.line for fault in faults}
    passages = []
    for source, following in zip(sources, [*sources[1:], None], strict=False):
        end = following.line if following else content.count("\n") + 2
        passage, found = compile_source(source, hand, part)
        faults += found
        if passage is not None and not any(source.line <= line < end for line in broken):
            passages.append(passage)
    return passages, faults


def compile_tree(
    folder: Path, hand: str | None = None, part: Part | None = None
) -> tuple[list[Passage], list[Fault]]:
    """Compile every `.txt` under a folder (or one file); a file's hand is the folder it lies in."""
    files = [folder] if folder.is_file() else sorted(folder.rglob("*.txt"))
    passages: list[Passage] = []
    faults: list[Fault] = []
    for path in files:
        found, wrong = compile_file(path, hand or path.resolve().parent.name, part)
        passages += found
        faults += wrong
    return passages, faults


def read_or_raise(folder: Path) -> list[Passage]:
    """Return all passages of a folder; CorpusError lists every error in it."""
    passages, faults = compile_tree(folder)
    errors = [fault for fault in faults if fault.severity == "error"]
    if errors:
        raise CorpusError(errors)
    return passages


def part_of(group: str, hand: str) -> Part:
    """Return the part of a passage of ours by its group (story, pair set, or its own id).

    A fifth of the groups is development, by hash, so that no story or pair set stands on both sides; the
    worked passages of the guide always train. The frozen test is a folder of its own and not decided here.
    Hands that came when the parts before had been tuned on have one of their own, `dev-2` to `dev-6`.
    """
    digest = int.from_bytes(hashlib.sha256(group.encode()).digest()[:4], "big")
    if hand == "guide" or digest % 5:
        return "train"
    return LATER_HANDS.get(hand, "dev")


def compile_source(source: Source, hand: str, part: Part | None = None) -> tuple[Passage | None, list[Fault]]:
    """Return the passage and its faults; None where an error keeps it from being compiled."""
    faults: list[Fault] = []
    origin, document, place = _document(source, faults)
    definitions, lines, none = _lines(source, faults)
    if none and lines:
        faults.append(
            Fault(source.file, source.line, f"passage {source.id} says `none` and has statements", "drop one")
        )
    if not none and not lines:
        what = f"passage {source.id} has no statement"
        faults.append(Fault(source.file, source.line, what, "annotate it, or write the line `none`"))
    spans = sentences(document.text, wrapped=bool(place and place.wrapped))
    labels = Labels(source, document, spans, definitions, lines)
    assembly = Assembly(labels, hand)
    statements = assembly.statements()
    attributions = assembly.voices.attributions() if not labels.faults else ()
    faults += labels.faults
    pair = _pair(source, faults)
    if any(fault.severity == "error" for fault in faults):
        return None, faults
    group = source.header.get("story") or (pair.id if pair else source.id)
    passage = Passage(
        id=source.id,
        hand=source.header.get("hand", hand),
        part=_part_of_real(origin) if origin else part or part_of(group, hand),
        genre=source.header["genre"],
        conflict=source.header["conflict"],
        document=document,
        sentences=spans,
        statements=statements,
        attributions=attributions,
        entities=assembly.voices.entities(),
        events=assembly.events,
        positions=tuple(assembly.positions),
        story=source.header.get("story"),
        questions=source.questions,
        copy_of=source.header.get("copy-of"),
        draws_on=source.header.get("draws-on"),
        pair=pair,
        origin=origin,
    )
    return passage, faults


def _part_of_real(origin: Origin) -> Part:
    return "real-train" if trains(origin.source) else "real"


def _document(source: Source, faults: list[Fault]) -> tuple[Origin | None, Document, Place | None]:
    """Check the header and return what it says of the document."""

    def wrong(what: str, step: str) -> None:
        faults.append(Fault(source.file, source.line, f"passage {source.id}: {what}", step))

    header = source.header
    if header.get("genre") not in GENRES:
        wrong(f"genre {header.get('genre')!r} is unknown", f"one of {', '.join(sorted(GENRES))}")
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", header.get("conflict", "")):
        wrong("it names no conflict", "`conflict: sudan-2023`, or `conflict: none`")
    published = header.get("published")
    if published is None or not _DAY.fullmatch(published):
        wrong(f"published {published!r} is no day", "`published: 2021-11-09`")
    place = None
    if "source" in header:
        place, problem = locate(header["source"], source.text)
        if problem:
            wrong(problem, "see `python -m corpus real`, and copy the text as it prints it")
    about: dict[str, Any] = {
        key: header.get(key) for key in ("title", "publisher", "author", "published", "url")
    }
    text_hash = hashlib.sha256(source.text.encode()).hexdigest()
    row = json.dumps({"text": source.text, **about}, sort_keys=True, ensure_ascii=False)
    document = Document(
        id=hashlib.sha256(row.encode()).hexdigest(),
        text_hash=text_hash,
        text_version="corpus-1",
        source=f"corpus:{source.id}",
        text=place.text if place else source.text,
        published_basis="stated" if published else "unknown",
        language="en",
        format="corpus",
        **about,
    )
    return place.origin if place else None, document, place


def _lines(
    source: Source, faults: list[Fault]
) -> tuple[dict[str, tuple[int, Definition]], list[StatementDef], bool]:
    definitions: dict[str, tuple[int, Definition]] = {}
    lines: list[StatementDef] = []
    none = False
    shared = source.line
    for line in source.lines:
        if line.text == "none":
            none = True
            continue
        try:
            _line(line, definitions, lines, shared)
        except LineError as error:
            faults.append(Fault(source.file, line.number, error.what, error.next_step))
    return definitions, lines, none


def _line(
    line: Line, definitions: dict[str, tuple[int, Definition]], lines: list[StatementDef], shared: int
) -> None:
    match = re.match(r"(?P<label>[a-z][a-z0-9_-]*)\s*=\s*(?P<words>.*)$", line.text)
    if match is None:
        if not line.text[0].isdigit():
            raise LineError(
                f"{line.text[:60]!r} is neither a definition nor a statement", "`label = …` or `1 TYPE | …`"
            )
        lines.append(statement(line.number, line.text))
        return
    label = match["label"]
    if label in definitions and definitions[label][0] > shared:
        raise LineError(f"{label} is defined twice", f"it stands in line {definitions[label][0]} too")
    definitions[label] = line.number, definition(label, match["words"])


def _pair(source: Source, faults: list[Fault]) -> Pair | None:
    words = source.header.get("pair", "").split()
    if not words:
        return None
    if len(words) != 3 or words[1] not in STANCES:
        step = f"`pair: set-id stance construction`, stance one of {', '.join(sorted(STANCES))}"
        faults.append(Fault(source.file, source.line, f"pair {' '.join(words)!r} is incomplete", step))
        return None
    return Pair(words[0], words[1], words[2])
