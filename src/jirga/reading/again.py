"""Documents read again from the text that the record keeps, since their date of publication was corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from jirga import merging
from jirga.documents import Limits
from jirga.model import Reading
from jirga.reading.one import Bench, Coder, CoderFactory, Task, usual_coder
from jirga.reading.report import Report, Silence
from jirga.reading.run import Run
from jirga.store import Store


@dataclass(frozen=True, slots=True)
class Again:
    """What reading again did; `left` are the sources of what another coder or lexicon had read."""

    report: Report = field(default_factory=Report)
    left: tuple[str, ...] = ()


def read_again(
    location: str | Path, documents: Sequence[str] | None = None, *, coder: CoderFactory = usual_coder
) -> Again:
    """Read anew, from the stored text, documents whose dates were reckoned from another date than they have.

    `documents` are ids; None means all that need it. One whose reading was made by another coder, or with a
    lexicon of the user's own, is left: only who reads it in that way again gets the same statements. Raises
    RecordError where the record cannot be written.
    """
    with Store.open(location, writing=True) as store:
        stale = store.to_read_again()
        wanted = stale if documents is None else [one for one in stale if one in set(documents)]
        if not wanted:
            return Again()
        made = coder()
        bench, run = Bench(store, made, Limits()), Run(store, Silence())
        left = []
        for identifier in wanted:
            document = store.as_read(identifier)
            if not _alike(store.reading_of(identifier), made):
                left.append(document.source)
                continue
            task = Task(document, len(document.text))
            run.take(task, bench.outcomes(task))
        merging.update(store)
        return Again(replace(run.report, problems=tuple(run.problems)), tuple(left))


def _alike(reading: Reading | None, coder: Coder) -> bool:
    """Whether this reading was made as the coder reads, but for the date and for its version.

    Alike are the configuration, the user's own lexicon (its hash stands behind a `+`) and whether a model has
    its say beside the rules (its name stands behind a `+`, too). A newer version of ours reads anew as ever.
    """
    if reading is None or reading.configuration != coder.configuration:
        return False
    own = reading.lexicon.partition("+")[2] == coder.lexicon.partition("+")[2]
    return own and ("+" in reading.coder) == ("+" in coder.name)
