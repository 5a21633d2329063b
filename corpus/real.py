"""The public corpora that real passages stand off from: their texts are read, never copied here."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from corpus.apart import of_event_location, of_re3d
from corpus.nouns import CorpusError, Origin

#: A blank that tokenising put before a word's end or a closing mark.
_UNSPACED = re.compile(r" (n't\b|'(?:s|re|ve|ll|d|m)\b|[,.;:?!)%])")
_MUC = re.compile(r"^((?:TST1|DEV)-MUC3-\d{4})\b[^\n]*$", re.MULTILINE)
#: Corpora whose texts may train shipped weights (corpora/README.md): what stands in them is `real-train`.
_TRAINING = ("muc4/dev#", "re3d/", "event_location#", "ecbplus/train#", "ngec#")


@dataclass(frozen=True, slots=True)
class Place:
    """A typed passage found in its source: origin, the source's own wording, whether lines are wrapped."""

    origin: Origin
    text: str
    wrapped: bool


def corpora() -> Path:
    """Return the folder of public corpora: JIRGA_CORPORA, else ../shared/corpora; CorpusError if absent."""
    default = Path(__file__).resolve().parents[2] / "shared" / "corpora"
    folder = Path(os.environ.get("JIRGA_CORPORA", default))
    if not folder.is_dir():
        raise CorpusError("the public corpora are not here: set JIRGA_CORPORA to their folder")
    return folder


def trains(source: str) -> bool:
    """Return whether a source may train shipped weights, and so measures nothing (re3d's BBC may not)."""
    return source.startswith(_TRAINING) and not source.startswith("re3d/BBC")


def training_names() -> Iterator[str]:
    """Yield every source that a real passage to be trained on may come from."""
    yield from (f"muc4/dev#{name}" for name in _muc_dev())
    yield from (f"re3d/{name}" for name in _re3d())
    yield from (f"event_location#{name}" for name in _agency())
    yield from (f"ecbplus/train#{name}" for name in _ecb())
    yield from (f"ngec#{name}" for name in _ngec())


def names() -> Iterator[str]:
    """Yield every source a real passage that measures may come from, none that is trained on."""
    yield from (f"polnear/dev/{path.name}" for path in sorted((corpora() / "polnear/dev/text").glob("*.txt")))
    yield from (f"muc4/tst1#{name}" for name in _muc())
    yield from (f"lgl#{name}" for name in _lgl())
    yield from (f"re3d/BBC Online#{name}" for name in _bbc())


def text_of(source: str) -> str:
    """Return the text of a source by its name, blanks at line ends dropped; CorpusError if unknown."""
    folder, _, name = source.partition("#")
    found: str | None = None
    if folder.startswith("polnear/dev/"):
        path = corpora() / "polnear/dev/text" / Path(folder).name
        found = path.read_text(encoding="utf-8") if path.is_file() else None
    else:
        if folder.startswith("re3d/") and trains(source):
            found = _re3d().get(source.removeprefix("re3d/"))
        else:
            found = _TEXTS.get(folder, dict)().get(name)
    if found is None:
        raise CorpusError(f"no source {source!r}: `python -m corpus real` lists them")
    return "\n".join(line.rstrip() for line in found.replace("\r\n", "\n").split("\n"))


def typable(text: str) -> str:
    """Return a source's text as an annotator may copy it into the markup: its own brackets escaped."""
    return re.sub(r"([\[\]\\])", r"\\\1", text)


def locate(source: str, typed: str) -> tuple[Place | None, str]:
    """Find typed words in a source, where they must stand once; return the place, or what is wrong."""
    try:
        text = text_of(source)
    except CorpusError as error:
        return None, str(error)
    exact = [match.start() for match in re.finditer(re.escape(typed), text)]
    if not typed or len(exact) != 1:
        return None, f"its text stands {len(exact)} times in {source}, word for word"
    start, end = exact[0], exact[0] + len(typed)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Place(Origin(source, digest, start, end), typed, source.startswith("muc4/")), ""


def text_at(origin: Origin) -> str:
    """Return the words a real passage stands off from; CorpusError where the source has changed."""
    text = text_of(origin.source)
    if hashlib.sha256(text.encode()).hexdigest() != origin.hash:
        raise CorpusError(f"{origin.source} is not the text that was annotated: fetch the corpora again")
    return text[origin.start : origin.end]


def _pieces(text: str) -> dict[str, str]:
    pieces = _MUC.split(text)
    return {name: one.strip("\n") for name, one in zip(pieces[1::2], pieces[2::2], strict=True)}


@lru_cache(maxsize=1)
def _muc() -> dict[str, str]:
    return _pieces((corpora() / "muc4/tst1/tst1-muc3").read_text(encoding="latin-1"))


@lru_cache(maxsize=1)
def _muc_dev() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((corpora() / "muc4/dev").glob("dev-muc3-*")):
        found |= _pieces(path.read_text(encoding="latin-1"))
    return found


@lru_cache(maxsize=1)
def _re3d() -> dict[str, str]:
    """The texts of re3d that may train, by `<folder>#<id>`, without the third kept apart."""
    found: dict[str, str] = {}
    for path in sorted((corpora() / "re3d").glob("*/documents.json")):
        if path.parent.name != "BBC Online":
            rows = (
                json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
            )
            found |= {
                f"{path.parent.name}#{row['_id']}": row["text"] for row in rows if not of_re3d(row["_id"])
            }
    return found


@lru_cache(maxsize=1)
def _agency() -> dict[str, str]:
    """The sentences of event_location by their hash's first digits, without the tenth kept apart."""
    found: dict[str, str] = {}
    with zipfile.ZipFile(corpora() / "event_location/train.jsonl.zip") as archive:
        for line in archive.read("train.jsonl").decode("utf-8").splitlines():
            text = str(json.loads(line)["text"]).strip() if line.strip() else ""
            if text and not of_event_location(text):
                found[hashlib.sha256(text.encode()).hexdigest()[:12]] = text
    return found


@lru_cache(maxsize=1)
def _ecb() -> dict[str, str]:
    """The training articles of ECB+, a sentence a line, their tokens put together again."""
    lines: dict[str, dict[int, list[str]]] = {}
    for row in (corpora() / "ecbplus/ECB_Train_corpus.txt").read_text(encoding="utf-8").splitlines():
        if row.strip():
            name, sentence, _, word, *_ = row.split("\t")
            lines.setdefault(name, {}).setdefault(int(sentence), []).append(word)
    return {
        name: "\n".join(_joined(words) for _, words in sorted(one.items())) for name, one in lines.items()
    }


def _joined(words: list[str]) -> str:
    return _UNSPACED.sub(r"\1", " ".join(words)).replace("`` ", '"').replace(" ''", '"')


@lru_cache(maxsize=1)
def _ngec() -> dict[str, str]:
    """The machine-written stories of NGEC by their number."""
    folder = corpora() / "ngec"
    with zipfile.ZipFile(folder / "gpt_synthetic_events_2023-10-19_19.csv.zip") as archive:
        rows = csv.DictReader(io.StringIO(archive.read(archive.namelist()[0]).decode("utf-8")))
        return {str(number): row["text"].strip() for number, row in enumerate(rows)}


@lru_cache(maxsize=1)
def _lgl() -> dict[str, str]:
    tree = etree.parse(str(corpora() / "geoparsing/lgl.xml"), etree.XMLParser(resolve_entities=False))
    return {str(one.get("docid")): str(one.findtext("text")) for one in tree.iter("article")}


@lru_cache(maxsize=1)
def _bbc() -> dict[str, str]:
    lines = (corpora() / "re3d/BBC Online/documents.json").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return {row["_id"]: row["text"] for row in rows}


_TEXTS = {
    "muc4/tst1": _muc,
    "muc4/dev": _muc_dev,
    "lgl": _lgl,
    "re3d/BBC Online": _bbc,
    "event_location": _agency,
    "ecbplus/train": _ecb,
    "ngec": _ngec,
}
