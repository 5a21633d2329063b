"""`jirga review`: the queue, one key a decision."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from jirga.cli.options import deciding_options, json_option, opened, record_option
from jirga.cli.screen import Screen, clean, plural, short
from jirga.errors import JirgaError

if TYPE_CHECKING:
    from jirga.cli.keys import Keys
    from jirga.model import Document, Statement
    from jirga.review import Item, Session
    from jirga.store import Store

_EPILOG = """\b
Examples:
  jirga review
  jirga review --limit 50 --by Amina
  jirga review --list
  printf 'arsq' | jirga review        keys from a pipe: accept, reject, skip, quit

\b
First come decisions that no longer find what they were about, then documents to
be read again, then doubtful merges and statements on which much hangs while the
coder is unsure of them: by type, by how many were killed, contested, told by one
source. What was decided comes no more.

\b
Keys: a accept · r reject · e edit a field · m same · n not the same · u undo
(a decision that is lost) · s skip · b back (takes the last one back) · q quit ·
? these. Each is kept at once. On a statement, e asks for FIELD=VALUE, as jirga
decide ID set takes it.
"""

#: The key of each choice, and what the line of keys calls it.
KEYS: dict[str, tuple[str, str]] = {
    "accept": ("a", "accept"),
    "reject": ("r", "reject"),
    "edit": ("e", "edit"),
    "same": ("m", "same"),
    "apart": ("n", "not the same"),
    "undo": ("u", "undo it"),
}


@click.command("review", epilog=_EPILOG)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many.")
@click.option("--list", "listed", is_flag=True, help="Only list them.")
@deciding_options
@json_option
@record_option
def command(record: str | None, as_json: bool, listed: bool, **options: Any) -> None:
    """What a person should look at first, one key a decision."""
    from jirga.cli.keys import Keys
    from jirga.cli.objects import put

    with opened(record) as opened_record:
        session = opened_record.review(**options)
        if as_json:
            put(session.items)
        elif listed:
            for at in range(len(session.items)):
                show(Screen(), session, at, opened_record.store)
        else:
            sit(Screen(), session, Keys(), lambda: opened_record.store)


def sit(screen: Screen, session: Session, keys: Keys, store: Any) -> None:
    """Go through the queue until its end, or until whoever sits there has had enough."""
    at = 0
    while at < len(session.items):
        show(screen, session, at, store())
        screen.line(_choices(session, at))
        step = _step(screen, session, at, keys)
        if step is None:
            break
        at = step
    done = sum(len(made) for _, made in session.taken)
    left = len(session.items) - at
    rest = f"; {plural(left, 'matter')} left" if left else ""
    if not session.items:
        screen.note("Nothing needs a person now.")
    else:
        undo = " To take one back: jirga undo" if done else ""
        screen.note(f"\n{plural(done, 'decision')}{rest}.{undo}")


def _step(screen: Screen, session: Session, at: int, keys: Keys) -> int | None:
    """Do what the next keys say; return the place to go to, None to end."""
    while True:
        key = keys.key()
        if key in ("", "q"):
            return None
        if key == "s":
            return at + 1
        if key == "b":
            return _back(screen, session, at)
        choice = next((one for one in session.choices(at) if KEYS[one][0] == key), None)
        if choice is None:
            screen.line(_choices(session, at))
        elif _took(screen, session, at, choice, keys):
            return at + 1


def _back(screen: Screen, session: Session, at: int) -> int:
    where = session.back()
    screen.line("Taken back." if where is not None else "There is nothing to take back in this sitting.")
    return at if where is None else where


def _took(screen: Screen, session: Session, at: int, choice: str, keys: Keys) -> bool:
    """Take a choice, asking what an edit needs; whether it was taken."""
    from jirga.cli.judged import outcome

    settings = _settings(keys.line("FIELD=VALUE … ")) if choice == "edit" else []
    if choice == "edit" and not settings:
        return False
    try:
        outcome(screen, session.take(at, choice, settings))
    except JirgaError as error:
        screen.line(error.line())
        return False
    return True


def _settings(written: str) -> list[str]:
    """Several settings in one line, parted as a shell does; one alone may hold spaces as it stands."""
    if written.count("=") <= 1:
        return [written] if written else []
    try:
        return shlex.split(written)
    except ValueError:  # a quotation mark that is not closed: take the words as they stand
        return written.split()


def _choices(session: Session, at: int) -> Text:
    known = [KEYS[one] for one in session.choices(at)]
    known += [("s", "skip"), ("b", "back"), ("q", "quit")]
    return Text(" · ").join(Text.assemble((key, "bold"), f" {what}") for key, what in known)


# --- what is shown --------------------------------------------------------------------------------------


def show(screen: Screen, session: Session, at: int, store: Store) -> None:
    """Print one matter: why it stands here, what is told, in which sentence, by whom, in which document."""
    from jirga.cli.judged import line

    item = session.items[at]
    screen.line()
    screen.line(Text(f"{at + 1} of {len(session.items)} · {clean(item.why)}", style="dim"))
    if item.decision:
        screen.line(line(item.decision))
    for one in (item.statement, item.other):
        if one is not None:
            _statement(screen, one, store.document(one.document))
    if item.statement is None:
        screen.line(_about(item, store))


def _statement(screen: Screen, it: Statement, document: Document) -> None:
    from jirga.cli import evidence, telling

    lines = [
        telling.headline(it),
        telling.detail(it),
        evidence.sentence(it, plain=screen.plain),
        telling.speech(it.said_by),
        telling.origin(it, document),
    ]
    screen.block(telling.date(it), [line for line in lines if line], under=telling.reference(it))


def _about(item: Item, store: Store) -> str:
    """The document, and the sentence that a lost decision was aimed at."""
    source = store.sources().get(
        item.document, f"{short(item.document)}, a document the record does not have"
    )
    anchors = item.decision.anchors if item.decision else ()
    said = [one.sentence.quote for one in anchors if one.document == item.document and one.sentence]
    return f"{source}: “{said[0]}”" if said else source
