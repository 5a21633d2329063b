"""The codebook of a table of counts: what each column holds, the rules of counting, what made the table."""

from __future__ import annotations

from collections.abc import Iterable

from jirga.model import Reading
from jirga.questions.counts import MAX_CELLS, UNKNOWN, Table
from jirga.questions.words import MODE_WORDS, TYPE_WORDS

_RULES = (
    "An event is counted only where someone says that it happened (affirmed and asserted). What is denied, "
    "demanded, feared, wished, conditional, or the content of a promise or threat is not counted.",
    "A zero says that the documents of this record report no such event, not that none took place.",
    "Zeros fill every combination of the values on the axes. Months and years run without a gap from "
    "the first to the last that is counted, or over the bounds asked for with since and until.",
    f"`{UNKNOWN}` stands where the text gives no value, or a date too wide for the column (one dated to a "
    "year has no month). Such rows follow the grid, and are listed only where something was counted.",
    "The date is the event's own. The date of publication never stands in for it.",
    "An event with several actors or recipients counts once in each of its cells, so cells may add up to "
    "more than the number of distinct events, which is given apart.",
    "A reciprocal event (a meeting, an exchange) counts in both directions of each pair of its parties.",
    "Names in brackets are parties that the text leaves unnamed; they are never merged with an entity. A "
    "pronoun that stands for nobody known is unknown.",
    f"A table of more than {MAX_CELLS:,} cells is refused.",
)

_ONE_REPORT = (
    "A report counts once however often it was printed: where a document is a verbatim or near copy of "
    "another, what it says in the same words is the event of the one published first, with that one's date, "
    "place and parties, and `statements` counts its passages, too. What an edited copy says otherwise is "
    "counted for itself."
)
_EACH_COPY = (
    "Asked with copies: every copy of a report was counted for itself, as if it were a report of its own."
)


def codebook(
    table: Table,
    *,
    asked: Iterable[str] = (),
    readings: Iterable[Reading] = (),
    version: str = "",
    copies: bool = False,
) -> str:
    """Return the codebook of `table` as Markdown.

    `asked` says, one line each, under which bounds its events were asked for; `readings` are the readings
    behind the record, whose coders, lexicons and configurations are named; `version` is Jirga's own. `copies`
    says that the table counted each copy of a report.
    """
    parts = [
        "# Codebook",
        "## Columns",
        *_columns(table),
        "## Rules of counting",
        *(f"- {rule}" for rule in (*_RULES, _EACH_COPY if copies else _ONE_REPORT)),
        "## This table",
        *_this_table(table, asked),
        "## Made by",
        *_made_by(readings, version),
        *_types(table),
    ]
    return "\n".join(parts) + "\n"


def _columns(table: Table) -> list[str]:
    lines = [f"- `{', '.join(axis.columns)}`: {axis.about}." for axis in table.axes]
    return [
        *lines,
        "- `events`: distinct events counted in the cell.",
        "- `statements`: the passages that tell of them, those in copies of a report included.",
    ]


def _this_table(table: Table, asked: Iterable[str]) -> list[str]:
    grid = [
        f"- axis `{axis.name}`: {len(values):,} values{_ends(values)}"
        for axis, values in zip(table.axes, table.grid, strict=True)
    ]
    unknown = sum(1 for _ in table.unknown())
    return [
        *(f"- {line}" for line in asked),
        f"- {table.total:,} distinct events; {table.size:,} cells in the grid; {unknown:,} with `{UNKNOWN}`.",
        *grid,
    ]


def _ends(values: tuple[tuple[str, ...], ...]) -> str:
    if not values:
        return ""
    return f", from {' → '.join(values[0])} to {' → '.join(values[-1])}"


def _made_by(readings: Iterable[Reading], version: str) -> list[str]:
    made = {(one.coder, one.lexicon, one.configuration) for one in readings}
    lines = [
        f"- coder {coder}, lexicon {lexicon}, configuration {settings}"
        for coder, lexicon, settings in sorted(made)
    ]
    return [f"- Jirga {version}".rstrip(), *lines]


def _types(table: Table) -> list[str]:
    if not any(axis.name in ("type", "quad") for axis in table.axes):
        return []
    lines = ["## Types (PLOVER 2)"]
    for code, words in TYPE_WORDS.items():
        modes = [mode for of, mode in MODE_WORDS if of == code]
        lines.append(f"- {code}: {words}" + (f" (modes: {', '.join(modes)})" if modes else ""))
    return lines
