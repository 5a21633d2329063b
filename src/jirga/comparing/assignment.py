"""The best assignment of events to rows: each to one at most, the sum of the scores as high as can be."""

from __future__ import annotations

from collections.abc import Iterable

from jirga.comparing.pairs import Pair

#: Subtracted for each place down the list: of pairs that fit alike the first is taken, whatever the solver.
_TIE = 1e-7
#: What an event without a row weighs: less than any pair; nothing the solver would take for no choice.
_ALONE = 1e-3


def assign(found: Iterable[Pair]) -> list[Pair]:
    """Return the pairs of the best assignment, by row; an event stays alone where that is better.

    The outcome does not depend on the order of `found`: pairs are sorted by row, then by event.
    """
    import numpy
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    pairs = sorted(found, key=lambda pair: (pair.row.line, pair.told.event.id))
    if not pairs:
        return []
    events = {one: at for at, one in enumerate(sorted({pair.told.event.id for pair in pairs}))}
    rows = {line: at for at, line in enumerate(sorted({pair.row.line for pair in pairs}))}
    # each event has a row of nobody's beside the real ones: it may stay alone
    scores = [pair.score - _TIE * place for place, pair in enumerate(pairs)] + [_ALONE] * len(events)
    ours = [events[pair.told.event.id] for pair in pairs] + list(range(len(events)))
    theirs = [rows[pair.row.line] for pair in pairs] + [len(rows) + at for at in range(len(events))]
    shape = (len(events), len(rows) + len(events))
    table = csr_array((numpy.array(scores), (ours, theirs)), shape=shape)
    taken = set(zip(*min_weight_full_bipartite_matching(table, maximize=True), strict=True))
    return [pair for pair in pairs if (events[pair.told.event.id], rows[pair.row.line]) in taken]
