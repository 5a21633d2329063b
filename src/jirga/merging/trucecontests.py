"""What is disputed of a truce: whether it was kept and who broke it, when it began, when it ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from jirga.merging.allegiance import side_of
from jirga.merging.breaches import accused_in
from jirga.merging.disputes import Dispute, position, speakers_differ, when_positions
from jirga.merging.evidence import Evidence
from jirga.model import About, Position, Speaker, Statement, Told, Truce, Voice

#: Side, name and id where nobody is named.
_NOBODY: tuple[str, str, str | None] = ("", "", None)


def of_truce(truce: Truce, evidence: Evidence) -> Iterator[Dispute]:
    """Yield the questions on which what is told of a truce differs."""
    for dispute in (_kept(truce, evidence), *_accepted(truce, evidence)):
        if dispute:
            yield dispute
    for dated, question in (
        (truce.effective, "When did the truce begin"),
        (truce.ended, "When did the truce end"),
        (truce.announced, "When was the truce announced"),
        (truce.agreed, "When was the truce agreed"),
    ):
        positions = when_positions(_told(dated, evidence), evidence)
        if len(positions) > 1 and not _of_others(positions, evidence):
            yield Dispute("when", f"{question} ({truce.name})?", tuple(positions), truce.events)


def _told(dated: Iterable[Told], evidence: Evidence) -> Iterator[tuple[Statement, str]]:
    for told in dated:
        yield from ((evidence.statements[one], told.value) for one in told.statements)


def _of_others(positions: Iterable[Position], evidence: Evidence) -> bool:
    """Whether each date is of another side's own doing: two unilateral truces begin on two days."""
    sides = []
    for one in positions:
        told = [evidence.statements[voice.statement] for voice in one.voices]
        named = {side for it in told for party in it.actor if (side := evidence.sides.of(party))}
        sides.append({side for side in named if side[0] != "("})
    return all(sides) and not set.intersection(*sides)


def _accepted(truce: Truce, evidence: Evidence) -> Iterator[Dispute]:
    """Whether a side accepted the truce: it is said to have refused it, and to have made or kept it."""
    for refusal in truce.refused:
        took = [
            told for told in (*truce.kept, *truce.parties) if told.entity and told.entity == refusal.entity
        ]
        no = [evidence.voice(evidence.statements[it], "refused") for it in refusal.statements]
        yes = [
            evidence.voice(evidence.statements[it], "accepted")
            for told in took
            for it in told.statements
            if it not in refusal.statements
        ]
        if not yes or not no:
            continue
        positions = position("refused", no, evidence), position("accepted", yes, evidence)
        if _opposed(positions):
            question = f"Did {refusal.value} accept the truce ({truce.name})?"
            yield Dispute("whether", question, positions, truce.events)


def _kept(truce: Truce, evidence: Evidence) -> Dispute | None:
    """Whether it was kept, and who broke it: the sides accused, those said to have kept it, and denials."""
    broken: defaultdict[str, list[Voice]] = defaultdict(list)
    kept: list[Voice] = []
    called: dict[str, tuple[str, str | None]] = {}
    sides = {side_of(told.entity, None, None) for told in truce.parties if told.entity}
    for violation in truce.violations:
        for one in (evidence.statements[it] for it in violation.statements):
            if one.factuality.polarity == "negated" and "ceasefire" not in _modes(one):
                name = (accused_in(one, sides, evidence) or _NOBODY)[1]
                kept.append(evidence.voice(one, f"not broken{_by(name)}"))
            else:
                side, name, entity = accused_in(one, sides, evidence) or _NOBODY
                if side and side == evidence.sides.speaking(one):
                    continue  # who tells of his own deed charges nobody
                called.setdefault(side, (name, entity))
                broken[side].append(evidence.voice(one, f"broken{_by(name)}", said_by=_accusers(one)))
    for told in truce.kept:
        kept += [evidence.voice(evidence.statements[it], f"kept by {told.value}") for it in told.statements]
    known = {it.statement for it in kept}
    kept += [
        evidence.voice(one, "kept")
        for it in truce.statements
        if (one := evidence.statements[it]).id not in known and _holds(one)
    ]
    positions = [
        position(f"broken{_by(called[side][0])}", some, evidence, entity=called[side][1])
        for side, some in sorted(broken.items())
    ]
    if len(positions) > 1 and "" in broken:
        positions = [one for one in positions if one.value != "broken"] + [
            one for one in positions if one.value == "broken"
        ]
    if kept:
        positions.append(position("kept", kept, evidence))
    named = [side for side in broken if side]
    if len(positions) < 2 or not _opposed(positions) or not (kept or len(named) > 1):
        return None  # that it was broken, and that one side broke it, is no contest
    about: About = "who" if len(named) > 1 else "whether"
    question = "Who broke the truce" if len(named) > 1 else "Was the truce kept"
    return Dispute(
        about, f"{question} ({truce.name})?", tuple(sorted(positions, key=_by_support)), truce.events
    )


def _holds(one: Statement) -> bool:
    """Whether a statement says that the truce held, without naming anybody who kept it."""
    fact = one.factuality
    lasting = fact.aspect == "ongoing" and fact.happened
    return "ceasefire" in _modes(one) and lasting and not one.actor


def _modes(one: Statement) -> Sequence[str]:
    return one.event.modes if one.event else ()


def _is_charge(one: Statement) -> bool:
    return one.event is not None and one.event.type == "ACCUSE"


def _accusers(one: Statement) -> tuple[Speaker, ...]:
    """Who alleges a breach in an accusation: whoever makes it."""
    made = one.actor if _is_charge(one) else ()
    return tuple(Speaker(party.name, "organisation", party.entity, party.mention) for party in made)


def _by(name: str) -> str:
    return f" by {name}" if name else ""


def _opposed(positions: Sequence[Position]) -> bool:
    """Whether two mouths say different things of it; one report of breaches by both is no contest."""
    return (
        speakers_differ(one.voices for one in positions)
        and len({v for p in positions for v in _mouths(p)}) > 1
    )


def _mouths(one: Position) -> Iterator[tuple[tuple[str, ...], str]]:
    yield from ((voice.said_by[:1], voice.document) for voice in one.voices)


def _by_support(one: Position) -> tuple[int, int, str]:
    return -one.independent_sources, -len(one.voices), one.value
