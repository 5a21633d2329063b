"""Where our answers and the gold part, for whoever mends the coder: printed, never stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.answers import Answer, ours
from bench.gold import Annotated, Record, annotated, records
from bench.scoring import both_countries, matching


def run(corpora: Path) -> Iterator[str]:
    """Yield lines: gold types and countries missed; answers nothing bears out; core events missed."""
    gold = records(corpora)
    texts = {record.id: record.text for record in gold}
    events, found = annotated(texts), ours(texts)
    for record in gold:
        lines = [*_type_or_countries(record, found[record.id])]
        if record.id in events:
            lines += _against_all(record.text, events[record.id], [a for a in found[record.id] if a.happened])
        if lines:
            yield f"{record.id}: {record.text}"
            yield from (f"    {line}" for line in lines)


def _type_or_countries(record: Record, found: Sequence[Answer]) -> Iterator[str]:
    same = [one for one in found if one.type == record.type and one.happened]
    wanted = f"{record.type} {_parties(record.source, record.target)}"
    if not same:
        held = " (held for content)" if any(one.type == record.type for one in found) else ""
        yield f"TYPE      gold {wanted}{held}; ours {'; '.join(map(_told, found)) or 'nothing'}"
    elif not any(both_countries(record, one) for one in same):
        yield f"COUNTRIES gold {wanted}; ours {'; '.join(map(_told, same))}"


def _against_all(text: str, events: Sequence[Annotated], found: Sequence[Answer]) -> Iterator[str]:
    happened = [event for event in events if event.happened]
    pairing = matching([[one.type in event.types for event in happened] for one in found])
    for row, one in enumerate(found):
        if row not in pairing:
            yield f"WRONG     {_told(one)} at “{_quoted(text, one.trigger)}”"
    for column, event in enumerate(happened):
        if event.core and column not in pairing.values():
            yield f"MISSED    {'/'.join(sorted(event.types))} at “{_quoted(text, event.triggers[0])}”"


def _told(one: Answer) -> str:
    return f"{one.type}{'' if one.happened else ' (content)'} {_parties(one.actor, one.recipient)}"


def _parties(actor: frozenset[str], recipient: frozenset[str]) -> str:
    return " → ".join("+".join(sorted(role)) or "–" for role in (actor, recipient))


def _quoted(text: str, span: tuple[int, int] | None) -> str:
    return text[span[0] : span[1]] if span else ""
