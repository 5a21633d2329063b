"""The command line: one file a verb. `main` is what the `jirga` command runs."""

from __future__ import annotations

from collections.abc import Sequence


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line on `args` (by default those of the process) and exit with its status."""
    from jirga.cli.app import run

    raise SystemExit(run(args))
