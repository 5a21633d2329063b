"""The command line and the Python API have the same verbs, with the same names of parameters."""

from __future__ import annotations

import inspect
from typing import get_type_hints

import click
import pytest

from jirga.cli.app import app
from jirga.judgement import Settings
from jirga.record import Filters, Record

#: Verbs of the command line that are no question to a record.
ONLY_COMMANDS = {"demo", "completion"}

#: What the Python API has beside the verbs: the parts of which they are made.
ONLY_PYTHON = {"close", "codebook", "location", "objects", "store"}

#: Options that say how the answer is printed, or where the record is.
ONLY_OPTIONS = {"record", "as_json", "codebook", "form", "output", "listed"}

#: Parameters that a command line cannot give.
ONLY_PARAMETERS = {"self", "progress", "output"}

#: Verbs that Python keeps for itself.
IN_PYTHON = {"import": "import_"}

VERBS = sorted(set(app.commands) - ONLY_COMMANDS)


def parameters(verb: str) -> set[str]:
    found = inspect.signature(getattr(Record, IN_PYTHON.get(verb, verb))).parameters
    names = set(found) - ONLY_PARAMETERS
    if "fields" in names:
        names = names - {"fields"} | set(get_type_hints(Settings))
    if "filters" in names:
        names = names - {"filters"} | set(get_type_hints(Filters))
    return names


def options(verb: str) -> set[str]:
    return {one.name for one in app.commands[verb].params if one.name} - ONLY_OPTIONS


def test_every_verb_is_a_method_and_every_method_a_verb() -> None:
    named = {name for one in Record.__mro__[:-1] for name in vars(one)}
    methods = {name for name in named if not name.startswith("_")}
    assert methods - ONLY_PYTHON == {IN_PYTHON.get(verb, verb) for verb in VERBS}


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_takes_the_same_parameters_in_both(verb: str) -> None:
    missing = {"all"} if verb == "counts" else set()  # a table counts only what happened
    assert options(verb) == parameters(verb) - missing


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_says_what_it_is_for_and_shows_examples(verb: str) -> None:
    command = app.commands[verb]
    assert command.help
    assert len(command.help.splitlines()[0]) <= 64  # whole in the list of commands at 80 columns
    assert command.epilog
    assert f"jirga {verb}" in command.epilog


@pytest.mark.parametrize("verb", sorted(app.commands))
def test_every_option_is_explained(verb: str) -> None:
    for one in app.commands[verb].params:
        if isinstance(one, click.Option):
            assert one.help, f"{verb} {one.opts[0]}"


@pytest.mark.parametrize("verb", sorted(set(app.commands) - {"completion"}))
def test_every_verb_that_opens_a_record_takes_its_name(verb: str) -> None:
    assert "record" in {one.name for one in app.commands[verb].params}
