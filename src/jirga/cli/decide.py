"""`jirga decide`: a judgement that stays, whatever reads the document again."""

from __future__ import annotations

from typing import Any

import click

from jirga.cli.options import deciding_options, opened, record_option
from jirga.cli.screen import Screen

_EPILOG = """\b
Examples:
  jirga decide st_1a2b3c4d accept
  jirga decide st_1a2b3c4d reject --why "a metaphor"
  jirga decide st_1a2b3c4d set type=RETREAT modes=release actor=ttp
  jirga decide st_1a2b3c4d set when=2022-06-02@Thursday "where=Khost, AFG"
  jirga decide st_1a2b3c4d set "figures=killed 9 soldiers; injured 20.."
  jirga decide ev_1a2b3c4d same ev_5e6f7a8b      one happening
  jirga decide st_1a2b3c4d apart st_5e6f7a8b     two happenings
  jirga decide st_1a2b3c4d split                 not that of its event
  jirga decide --from decisions.jsonl            what others decided

\b
Fields: type, modes, actor, recipient (names or ids of the lexicon, parted by ;),
when (EDTF), where, figures (measure and number: 9, 9..12, 20.., ~100), said_by,
factuality (negated, asserted, wished, probable …, or polarity=, modality=,
certainty=, aspect=, historical=yes), of a relation since and until. An empty
value is unknown. @WORDS behind a value are the words of the text that show it.

\b
A decision is aimed at the words of the text: it outlives every later reading,
is never overwritten, and jirga undo takes it back. Of two that contradict each
other the later stands. An event's judgement is that of each of its statements;
what copies of a document say again is judged with the statement.
"""


@click.command("decide", epilog=_EPILOG)
@click.argument("entry", metavar="[ID]", required=False)
@click.argument("judgement", metavar="[accept|reject|set|same|apart|split]", required=False)
@click.argument("values", metavar="[FIELD=VALUE|ID]…", nargs=-1)
@click.option("--from", "file", metavar="FILE", help="Take in the decisions of a file (JSON Lines).")
@click.option("--only", is_flag=True, help="Only this one, not what copies of its document say again.")
@deciding_options
@record_option
def command(record: str | None, **options: Any) -> None:
    """Judge a statement or an event: right, wrong, or how it is."""
    from jirga.cli.judged import tell

    with opened(record) as opened_record:
        tell(Screen(), opened_record.decide(**options), opened_record)
