"""`jirga completion`: the script that lets a shell complete verbs and options."""

from __future__ import annotations

import click

_EPILOG = """\b
Set it up:
  bash   jirga completion bash >> ~/.bashrc
  zsh    jirga completion zsh >> ~/.zshrc
  fish   jirga completion fish > ~/.config/fish/completions/jirga.fish
"""


@click.command("completion", epilog=_EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that completes commands in SHELL."""
    from click.shell_completion import get_completion_class

    completer = get_completion_class(shell)
    if completer is None:  # click knows these three; a later click might not
        raise click.UsageError(f"this click knows no completion for {shell}")
    root = click.get_current_context().find_root().command
    click.echo(completer(root, {}, "jirga", "_JIRGA_COMPLETE").source())
