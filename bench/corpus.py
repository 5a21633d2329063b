"""Our own annotated corpus, development part: every layer of the coder, and the minimal pairs.

A predicted statement and a gold one are the same where they are of one kind and their triggers overlap, each
used once (`corpus.agreement.match`). `statements` and `type` are end to end; the layers below are scored on
the statements both have. Linking (country, sector) is scored on the participants that both have by
overlapping mentions, open ones included: a country told where the gold leaves it open is wrong. `wrongly
happened` is the share of predicted happenings that the gold has otherwise or not at all; pairs are scored by
set member. The frozen part is read only by `--part test`,
for a final measurement; nobody tunes to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from corpus.agreement import compare, match, overlap
from corpus.build import built
from corpus.loading import load
from corpus.nouns import CorpusError, Part, Passage
from corpus.paths import REAL

from bench.bootstrap import Counts, Ratio, estimate, f_score, share
from bench.results import Data, Figure, Result
from bench.sources import AbsentError
from jirga.coding import Coder
from jirga.model import Participant, Span, Statement

#: Codes that the corpus writes in another way: ISO 3166 has none for Kosovo, our lexicon says XKX.
_AS_WE_CODE = {"KOS": "XKX"}
COMMAND = "python -m bench corpus"
#: Layers of the agreement that are scored here in another way: with intervals, a place not by its spelling.
_OWN = frozenset({"statements", "attributions", "type", "place"})
#: Stances of a pair whose clause happened according to somebody.
_HAPPENED = frozenset({"affirmed", "presupposed", "reported"})


def run(_: Path, part: Part = "dev", *, learned: bool | None = None) -> Result:
    """Return the scores on one part: `dev`, `real` (stand-off) or, for a final measurement only, `test`.

    `learned` is whether the learned model has its say (see `Coder`). Raises AbsentError where the part is not
    built, or where the texts that real passages stand off from are not there.
    """
    try:
        gold = list(load(part, allow_frozen=part == "test"))
    except CorpusError as error:
        raise AbsentError(str(error)) from error
    coder = Coder(learned=learned)
    told = [replace(p, statements=coder.code(p.document).statements, attributions=()) for p in gold]
    figures = {
        name: estimate(ratio, [count(g, t) for g, t in zip(gold, told, strict=True)], gated=part == "dev")
        for name, (count, ratio) in _RATIOS.items()
        if part != "real" or not name.startswith("pairs")
    }
    layers, kappas = compare(gold, told)
    for layer in layers:
        if layer.layer not in _OWN and layer.f1 is not None:
            figures[f"{layer.layer} F1, where met"] = Figure(layer.f1)
    for kappa in kappas[:2]:
        figures[f"{kappa.layer} accuracy, where met"] = Figure(kappa.agreed)
    command = COMMAND + (f" --part {part}" if part != "dev" else "")
    note = f"coder: {coder.name}"
    return Result("corpus", command, (data_of(part, len(gold)),), figures, notes=(note,))


def data_of(part: Part, count: int) -> Data:
    """Return what names a part of our corpus and its `count` passages, with a checksum of its files."""
    files = sorted(REAL.glob("*.jsonl")) if part == "real" else [built(part)]
    whole = hashlib.sha256(b"".join(path.read_bytes() for path in files))
    return Data(f"corpus/{part}", whole.hexdigest(), count)


def _events(passage: Passage) -> list[Statement]:
    return [s for s in passage.statements if s.kind == "event"]


def _statements(gold: Passage, told: Passage) -> Counts:
    both = match(_events(gold), _events(told))
    return {"right": len(both), "gold": len(_events(gold)), "found": len(_events(told))}


def _types(gold: Passage, told: Passage) -> Counts:
    pairs = match(_events(gold), _events(told))
    same = sum(
        one.event is not None and other.event is not None and one.event.type == other.event.type
        for one, other in pairs
    )
    return {"right": same, "gold": len(_events(gold)), "found": len(_events(told))}


def _roles(gold: Passage, told: Passage) -> Counts:
    """Actors and recipients of all events: right where event and mention in its role are met."""
    right = 0
    for one, other in match(_events(gold), _events(told)):
        for mine, theirs in ((one.actor, other.actor), (one.recipient, other.recipient)):
            right += len({i for p in theirs for i, q in enumerate(mine) if overlap(p.mention, q.mention)})
    return {"right": right, "gold": _parties(gold), "found": _parties(told)}


def _parties(passage: Passage) -> int:
    return sum(len(s.actor) + len(s.recipient) for s in _events(passage))


def _speakers(gold: Passage, told: Passage) -> Counts:
    """Nearest speakers of all events; the document's own voice is none."""
    right = sum(
        bool(one.said_by and other.said_by) and overlap(_voice(one), _voice(other))
        for one, other in match(_events(gold), _events(told))
    )
    return {
        "right": right,
        "gold": sum(bool(s.said_by) for s in _events(gold)),
        "found": sum(bool(s.said_by) for s in _events(told)),
    }


def _voice(statement: Statement) -> Span | None:
    """Where the nearest speaker stands: its mention, or its cue where it is unnamed ("reportedly")."""
    nearest = statement.said_by[0]
    return nearest.mention or nearest.cue


def _stance(gold: Passage, told: Passage) -> Counts:
    pairs = match(_events(gold), _events(told))
    same = sum(
        (a.factuality.polarity, a.factuality.modality) == (b.factuality.polarity, b.factuality.modality)
        for a, b in pairs
    )
    return {"right": same, "gold": len(pairs)}


def _dates(gold: Passage, told: Passage) -> Counts:
    """Of the events both have: how many are dated in the gold and by us, and how many by the same EDTF."""
    pairs = [(a.when, b.when) for a, b in match(_events(gold), _events(told))]
    same = sum(bool(a.mention and b.mention) and a.edtf == b.edtf for a, b in pairs)
    return {
        "right": same,
        "gold": sum(a.mention is not None for a, _ in pairs),
        "found": sum(b.mention is not None for _, b in pairs),
    }


def _places(gold: Passage, told: Passage) -> Counts:
    """Of the events both have: how many are placed in the gold and by us, how many by the same mention.

    `coded` are those whose country and precision are the same too; spelling is not held against either.
    """
    pairs = [(a.where, b.where) for a, b in match(_events(gold), _events(told))]
    same = [(a, b) for a, b in pairs if overlap(a.mention, b.mention)]
    return {
        "right": len(same),
        "coded": sum((a.country, a.precision) == (b.country, b.precision) for a, b in same),
        "gold": sum(a.mention is not None for a, _ in pairs),
        "found": sum(b.mention is not None for _, b in pairs),
    }


def _honest(gold: Passage, told: Passage) -> Counts:
    """Predicted happenings that the gold also has as happened, of all predicted happenings."""
    happened = [s for s in _events(told) if s.happened]
    right = sum(any(g.happened and overlap(g.trigger, s.trigger) for g in _events(gold)) for s in happened)
    return {"right": right, "gold": len(happened)}


def _found(gold: Passage, told: Passage) -> Counts:
    happened = [s for s in _events(gold) if s.happened]
    met = sum(any(t.happened and overlap(s.trigger, t.trigger) for t in _events(told)) for s in happened)
    return {"right": met, "gold": len(happened)}


def _target(gold: Passage) -> Statement | None:
    """The statement a pair's member is about: its last event that is no act over another's content."""
    acts = {s.content_of for s in gold.statements if s.content_of}
    found = [s for s in _events(gold) if s.id not in acts]
    return found[-1] if found else None


def _twin_held_back(gold: Passage, told: Passage) -> Counts:
    target = _target(gold) if gold.pair and gold.pair.stance not in _HAPPENED else None
    if target is None or target.happened:
        return {"right": 0, "gold": 0}
    wrong = any(s.happened and overlap(s.trigger, target.trigger) for s in _events(told))
    return {"right": float(not wrong), "gold": 1}


def _affirmed_found(gold: Passage, told: Passage) -> Counts:
    target = _target(gold) if gold.pair and gold.pair.stance == "affirmed" else None
    if target is None or not target.happened:
        return {"right": 0, "gold": 0}
    met = any(s.happened and overlap(s.trigger, target.trigger) for s in _events(told))
    return {"right": float(met), "gold": 1}


def _linking(role: str, field: str) -> Callable[[Passage, Passage], Counts]:
    """Return a count of the participants that both have by mention, and of those with the same field."""

    def count(gold: Passage, told: Passage) -> Counts:
        right = met = 0
        for one, other in match(gold.statements, told.statements):
            free = list(getattr(other, role))
            for party in getattr(one, role):
                found = next((two for two in free if overlap(party.mention, two.mention)), None)
                if found is not None:
                    free.remove(found)
                    met += 1
                    right += _value(party, field) == _value(found, field)
        return {"right": right, "gold": met}

    return count


def _value(party: Participant, field: str) -> str | None:
    value = party.country if field == "country" else party.sector
    return _AS_WE_CODE.get(value, value) if value else None


_F1 = f_score("right", "found", "gold")
_SHARE = share("right", "gold")
_RATIOS: dict[str, tuple[Callable[[Passage, Passage], Counts], Ratio]] = {
    "statements F1": (_statements, _F1),
    "type F1": (_types, _F1),
    "roles F1": (_roles, _F1),
    "nearest speaker F1": (_speakers, _F1),
    "polarity and modality, where met": (_stance, _SHARE),
    "event to date F1, where met": (_dates, _F1),
    **{
        f"{role} {field}, where mentions meet": (_linking(role, field), _SHARE)
        for role in ("actor", "recipient")
        for field in ("country", "sector")
    },
    "event to place F1, where met": (_places, _F1),
    "place, country and precision F1, where met": (_places, f_score("coded", "found", "gold")),
    "told as happened, rightly": (_honest, _SHARE),
    "happened, found": (_found, _SHARE),
    "pairs: not wrongly held to have happened": (_twin_held_back, _SHARE),
    "pairs: affirmed twin found": (_affirmed_found, _SHARE),
}
