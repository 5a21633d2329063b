"""Speed, on one machine in one run: ours and spaCy alone on the same texts, so that a ratio means something.

Each coder runs in a process of its own, several rounds in turn; medians count. Start-up is the time from the
process's own start to its first text coded; rates are over the texts after that one, by the clock and by
processor time (on a machine that others use, only the latter compares). The last rate is of a whole
`jirga read` by two processes, start-up, record and merging among it.
"""

from __future__ import annotations

import hashlib
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path

from bench.answers import document
from bench.results import Data, Figure, Result
from bench.sources import CHECKOUT, FailedError

#: Real article text to read, measured with only; and our own samples where that is absent.
ARTICLES = Path("polnear") / "dev" / "text"
EXAMPLES = CHECKOUT / "examples"
CODERS = ("spacy", "jirga")
#: Articles that the whole run reads: enough that starting its processes does not count for much.
WHOLE = 40

Measures = dict[str, float]


def run(corpora: Path, *, articles: int = 12, rounds: int = 2) -> Result:
    """Return rates, start-up in seconds, peak memory in MiB, and ours as a ratio of spaCy's."""
    name, texts = pick(corpora, articles)
    runs: dict[str, list[Measures]] = {coder: [] for coder in CODERS}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts), encoding="utf-8")
        for _ in range(rounds):
            for coder in CODERS:
                runs[coder].append(child(coder, path))
    figures = compared({coder: medians(found) for coder, found in runs.items()}) | whole(corpora)
    digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()
    words = sum(len(text.split()) for text in texts)
    note = f"{words} words in {articles} texts; medians of {rounds} runs each, in turn, one process at a time"
    return Result("speed", "python -m bench speed", (Data(name, digest, articles),), figures, notes=(note,))


def pick(corpora: Path, articles: int) -> tuple[str, list[str]]:
    """Return where the texts are from, and that many texts (our samples over again where there are fewer)."""
    real = sorted((corpora / ARTICLES).glob("*.txt"))
    if real:
        return ARTICLES.as_posix(), [
            path.read_text(encoding="utf-8") for path in islice(cycle(real), articles)
        ]
    own = sorted(path for path in EXAMPLES.glob("*.txt") if path.is_file())
    return "examples", [path.read_text(encoding="utf-8") for path in islice(cycle(own), articles)]


def child(coder: str, path: Path) -> Measures:
    """Return what one process measured of itself; FailedError with its last line where it failed."""
    started = time.time()
    command = [sys.executable, "-m", "bench.speed", coder, str(path), str(started)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=CHECKOUT, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise FailedError(f"speed: {coder} failed: {last}")
    found: Measures = json.loads(done.stdout)
    return found | {"whole run, s": time.time() - started}


def whole(corpora: Path, articles: int = WHOLE) -> dict[str, Figure]:
    """Return the sentences a second of a `jirga read` by two processes, and the largest one's memory."""
    texts = sorted(set(pick(corpora, articles)[1]))
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports"
        reports.mkdir()
        for number, text in enumerate(texts):
            (reports / f"{number:02}.txt").write_text(text, encoding="utf-8")
        started = time.time()
        command = ["read", str(reports), "--jobs", "2", "--record", str(Path(folder) / "record.db")]
        done = subprocess.run(
            [sys.executable, "-m", "jirga.cli", *command], capture_output=True, text=True, check=False
        )
        seconds = time.time() - started
    if done.returncode:
        raise FailedError(f"speed: jirga read failed: {done.stderr.strip().splitlines()[-1]}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sentences = sum(map(coder_named("spacy"), texts))
    return {
        "jirga read, two processes: sentences/s": Figure(sentences / seconds),
        "jirga read, two processes: memory of the largest, MiB": Figure(peak),
    }


def medians(runs: Sequence[Measures]) -> Measures:
    """Return the median of each measure over the runs."""
    return {name: statistics.median(one[name] for one in runs) for name in runs[0]}


def compared(by_coder: Mapping[str, Measures]) -> dict[str, Figure]:
    """Return each coder's measures, and ours divided by spaCy's."""
    alone, own = by_coder["spacy"], by_coder["jirga"]
    figures = {
        f"{coder}: {name}": Figure(v) for coder, found in by_coder.items() for name, v in found.items()
    }
    return figures | {f"jirga / spacy: {name}": Figure(own[name] / alone[name]) for name in own}


def coder_named(name: str) -> Callable[[str], int]:
    """Return what codes a text: spaCy's pipeline alone, telling its sentences, or ours, its statements."""
    from jirga.language.parse import pipeline

    nlp = pipeline()
    if name == "spacy":
        return lambda text: len(list(nlp(text).sents))
    from jirga.coding import Coder

    coder = Coder()

    def code(text: str) -> int:
        coded = coder.code(document("speed", text))
        if coded.reading.status == "failed":
            raise FailedError(next((one.line() for one in coded.reading.problems), "a reading failed"))
        return len(coded.statements)

    return code


def measure(name: str, texts: Sequence[str], started: float) -> Measures:
    """Return the measures of one coder over the texts, in a process begun at `started` (epoch seconds)."""
    code = coder_named(name)
    code(texts[0])
    ready, cpu = time.time(), time.process_time()
    for text in texts[1:]:
        code(text)
    seconds, cpu = time.time() - ready, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sentences = sum(map(coder_named("spacy"), texts[1:]))
    return {
        "sentences/s": sentences / seconds,
        "articles/s": (len(texts) - 1) / seconds,
        "sentences/s of processor": sentences / cpu,
        "start-up, s": ready - started,
        "peak memory, MiB": peak,
    }


if __name__ == "__main__":
    _coder, _path, _started = sys.argv[1:]
    json.dump(measure(_coder, json.loads(Path(_path).read_text("utf-8")), float(_started)), sys.stdout)
