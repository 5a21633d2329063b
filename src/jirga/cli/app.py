"""The group of all verbs, and what becomes of their failures: one line each, and an exit status."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from jirga import __version__
from jirga.cli import (
    add,
    claims,
    compare,
    completion,
    contests,
    correct,
    counts,
    decide,
    decisions,
    demo,
    documents,
    entities,
    events,
    export,
    importing,
    quantities,
    read,
    relations,
    review,
    search,
    show,
    statements,
    timeline,
    truces,
    undo,
    withdraw,
)
from jirga.cli.options import DEFAULT_RECORD, RECORD_VARIABLE, Settings
from jirga.errors import JirgaError, UsageError

DONE, FAILED, WRONG_USE, STOPPED = 0, 1, 2, 130

_EPILOG = """\b
Begin:
  jirga demo                                  read the sample reports and look around
  jirga read reports/                         read a folder of your own into jirga.db
  jirga timeline --entity TTP --since 2021-11
  jirga show st_1a2b3c4d                      the evidence behind one line

\b
Exit status: 0 done; 1 some documents failed (each named), or the record or a
file could not be used; 2 wrong use; 130 stopped by you.

\b
Environment: JIRGA_RECORD names the record, NO_COLOR turns colours off,
JIRGA_CODER=rules reads by the rules alone, without the learned model,
JIRGA_DEBUG=1 shows where a fault of Jirga's own happened.
"""


#: What is said where a disk is full, or no more of it may be used.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class _PipeClosedError(Exception):
    """The reader of standard output has seen enough."""


class Verbs(click.Group):
    """The verbs in the order in which one comes to use them, not that of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Return the names in the order of registration."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; a closed pipe is passed on under another name, since click makes it an error."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise _PipeClosedError from error
        return status


@click.group(
    cls=Verbs,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="jirga")
@click.option(
    "--record",
    metavar="FILE|URL",
    help=f"The record to use; by default ${RECORD_VARIABLE}, else {DEFAULT_RECORD}; also after the verb.",
)
@click.pass_context
def app(context: click.Context, record: str | None) -> None:
    """Read reporting on armed conflict and talks, and keep who says what happened.

    Every list shows only what happened according to someone, with that someone; --all adds what is denied,
    demanded, feared, conditional or only asked, each with that word before it.
    """
    context.obj = Settings(record)


for verb in (
    read.command,
    timeline.command,
    show.command,
    search.command,
    events.command,
    statements.command,
    entities.command,
    relations.command,
    truces.command,
    contests.command,
    quantities.command,
    claims.command,
    documents.command,
    counts.command,
    review.command,
    decide.command,
    undo.command,
    correct.command,
    withdraw.command,
    add.command,
    decisions.command,
    export.command,
    importing.command,
    compare.command,
    demo.command,
    completion.command,
):
    app.add_command(verb)


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status. Failures are told on standard error, one line each."""
    _write_what_can_be_written()
    try:
        status = app.main(args=args, prog_name="jirga", standalone_mode=False)
    except JirgaError as error:
        return _tell(error.line(), WRONG_USE if isinstance(error, UsageError) else FAILED)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt) as stopped:  # click turns the second into the first
        return _tell(str(stopped.__cause__ or stopped) or "stopped", STOPPED)
    except _PipeClosedError:
        return _pipe_closed()
    except OSError as error:
        return _full(error) if error.errno in _NO_ROOM else _fault(error)
    except Exception as error:  # noqa: BLE001  the last line of defence: a fault is told as one, not as a traceback
        return _fault(error)
    return status if isinstance(status, int) else DONE


def _write_what_can_be_written() -> None:
    """Let a terminal that lacks a character (an arrow, under LC_ALL=C) show a question mark for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _tell(line: str, status: int) -> int:
    click.echo(f"jirga: {line}", err=True)
    return status


def _pipe_closed() -> int:
    """The reader has seen enough (`| head`): that is no failure. What is buffered goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _full(error: OSError) -> int:
    """There is no room for what standard output is sent to: no fault of Jirga's."""
    _pipe_closed()
    how = "Next: free space there, or send the output elsewhere"
    return _tell(f"standard output: it cannot be written: {error.strerror}. {how}.", FAILED)


def _fault(error: Exception) -> int:
    if os.environ.get("JIRGA_DEBUG"):
        raise error
    what = " ".join(str(error).split()) or "no more is known"
    how = "Next: run it again with JIRGA_DEBUG=1 to see where, and report that"
    return _tell(f"a fault in Jirga: {type(error).__name__}: {what}. {how}.", FAILED)
