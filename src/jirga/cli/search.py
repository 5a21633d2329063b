"""`jirga search`: sentences that hold some words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.text import Text

from jirga.cli.options import json_option, opened, record_option
from jirga.cli.screen import Screen, clean, plural, short

if TYPE_CHECKING:
    from jirga.store import Hit

_EPILOG = """\b
Examples:
  jirga search ceasefire Khost
  jirga search '"prisoner release"' --limit 5
  jirga search cease*

\b
Sentences that hold all the words; where there is none, those of documents that
have them all; where there is none either, those with any of them. Which it was
is told above them, and in --json as "holds": sentence, document or some.
Quotation marks hold a phrase together; a star stands for any ending. It
searches every text read, coded or not.
"""


@click.command("search", epilog=_EPILOG)
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N sentences (by default 20).")
@json_option
@record_option
def command(words: tuple[str, ...], limit: int | None, as_json: bool, record: str | None) -> None:
    """The sentences that hold all of WORDS, best first."""
    from jirga.cli.objects import put_object
    from jirga.questions import hit_json, looser

    with opened(record) as opened_record:
        hits = opened_record.search(" ".join(words), limit)
    if as_json:
        for hit in hits:
            put_object(hit_json(hit))
        return
    screen = Screen()
    if told := looser(hits):
        screen.line(told)
    for hit in hits:
        screen.line()
        screen.line(_marked(hit, screen))
        screen.line(Text(f"{clean(hit.source)} · {hit.start}–{hit.end} · {short(hit.document)}", style="dim"))
    if not hits:
        screen.note(
            "No sentence in the record has any of these words. Next: try their beginnings, as in cease*"
        )
        return
    screen.note(f"\n{plural(len(hits), 'sentence')}. All about a document: jirga show ID")


def _marked(hit: Hit, screen: Screen) -> Text:
    """The sentence with the words found in bold, in brackets where there is no bold."""
    from jirga.cli.evidence import Stretch, highlighted

    found = [Stretch(start - hit.start, end - hit.start, "bold", "[", "]") for start, end in hit.matches]
    return highlighted(hit.text, found, plain=screen.plain)
