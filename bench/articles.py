"""Articles to read for an audit: drawn by a seed from the public corpora that may be read, never stored."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from bench import times
from bench.sources import FailedError, needed
from jirga.documents.cleaning import clean
from jirga.language.anchor import MONTHS


@dataclass(frozen=True, slots=True)
class Article:
    """One text of a corpus, with its day of publication as far as the corpus tells."""

    corpus: str
    name: str
    text: str
    published: str | None = None


#: Words of armed conflict and of talks. Crime and accidents use some too: hence the asked-for variety.
WORDS = re.compile(
    r"\b(?:(?P<force>attack(?:s|ed)?|ambush\w*"
    r"|air ?strikes?|shell(?:ed|ing)|bomb\w*|clash\w*|fighting|offensive)"
    r"|(?P<hurt>kill\w*|massacre\w*|assassinat\w*|murder\w*|wounded)"
    r"|(?P<taken>hostages?|kidnap\w*|abduct\w*|captives?)"
    r"|(?P<armed>troops?|army|soldiers?|guerrillas?|rebels?|militants?|militias?|insurgents?|gunmen|terroris\w+"
    r"|armed forces|taliban|fighters?)"
    r"|(?P<talks>cease-?fires?|truces?|peace|negotiat\w+|talks|mediat\w+)"
    r"|(?P<state>war|sanctions|occupation|siege|refugees|weapons))\b",
    re.IGNORECASE,
)
#: At least so many of them, of so many kinds (the groups above), make a text one of conflict or talks.
LEAST_WORDS, LEAST_KINDS = 6, 3
_NAMED = re.compile(r"(?m)^(?P<name>(?:DEV|TST[12])-MUC[34]-\d{4})[^\n]*$")
_DATELINE = re.compile(r"\b(?P<day>\d{1,2}) (?P<month>[A-Z]{3})[A-Z]* (?P<year>[89]\d)\b")


def of_conflict(text: str) -> bool:
    """Whether a text speaks of armed conflict or talks, by its words and not by what our coder finds."""
    found = [match.lastgroup for match in WORDS.finditer(text)]
    return len(found) >= LEAST_WORDS and len(set(found)) >= LEAST_KINDS


def _re3d(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("*/documents.json")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                one = json.loads(line)
                yield Article("re3d", f"{path.parent.name}/{one['_id']}", one["text"])


def muc(folder: Path) -> Iterator[Article]:
    """Yield the texts of a folder of MUC-4's, in its order."""
    for path in sorted(folder.glob("*-muc[34]*")):
        if path.name.startswith("key"):
            continue
        whole = path.read_text("latin-1")
        heads = list(_NAMED.finditer(whole))
        ends = [head.start() for head in heads[1:]] + [len(whole)]
        for head, end in zip(heads, ends, strict=True):
            text = whole[head.end() : end]
            yield Article(f"muc4/{folder.name}", head["name"], text, _dateline(text[:200]))


def _dateline(opening: str) -> str | None:
    found = _DATELINE.search(opening)
    if found is None or found["month"].lower() not in MONTHS:
        return None
    return f"19{found['year']}-{MONTHS.index(found['month'].lower()) + 1:02}-{int(found['day']):02}"


def _lgl(folder: Path) -> Iterator[Article]:
    for one in ElementTree.parse(folder / "lgl.xml").getroot():
        day = (one.findtext("dltime") or "")[:10] or None
        yield Article("lgl", one.get("docid", ""), one.findtext("text") or "", day)


def _polnear(folder: Path) -> Iterator[Article]:
    for path in sorted((folder / "text").glob("*.txt")):
        day = re.search(r"_(\d{4}-\d{2}-\d{2})_", path.name)
        yield Article("polnear/dev", path.stem, path.read_text("utf-8"), day[1] if day else None)


def _tempeval(folder: Path) -> Iterator[Article]:
    for one in times.load(folder):
        yield Article("tempeval3", one.name, one.text, one.created)


#: Every corpus that may be read for an audit, with its folder. What is not here is kept for measuring alone
#: (muc4/tst2 and later tests, te3-platinum); a tenth of tempeval3 is kept apart by the bench `times`.
SOURCES: Mapping[str, tuple[str, Callable[[Path], Iterator[Article]]]] = {
    "re3d": ("re3d", _re3d),
    "muc4/dev": ("muc4/dev", muc),
    "muc4/tst1": ("muc4/tst1", muc),
    "lgl": ("geoparsing", _lgl),
    "polnear/dev": ("polnear/dev", _polnear),
    "tempeval3": ("tempeval3", _tempeval),
}


def draw(corpora: Path, seed: int, count: int, names: Sequence[str] = tuple(SOURCES)) -> list[Article]:
    """Return `count` articles of conflict or talks, the corpora in turn, each by a seeded hash."""
    if unknown := [name for name in names if name not in SOURCES]:
        raise FailedError(f"reading: {unknown[0]} is none of {', '.join(SOURCES)}")
    queues = []
    for name in names:
        folder, load = SOURCES[name]
        articles = [one for one in load(needed(corpora / folder)) if of_conflict(one.text)]
        queues.append(sorted(articles, key=lambda one: _hash(seed, one)))
    ranked = [(rank, place, one) for place, queue in enumerate(queues) for rank, one in enumerate(queue)]
    return [one for _, _, one in sorted(ranked, key=lambda entry: entry[:2])[:count]]


def _hash(seed: int, one: Article) -> str:
    return hashlib.sha256(f"{seed}\0{one.corpus}\0{one.name}".encode()).hexdigest()


def cleaned(one: Article) -> str:
    """Return an article's text as the program reads it."""
    return clean(one.text)
