"""What is no prose is skipped, and no sentence is."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.model import Document


def skipped(text: str, **known: str) -> list[str]:
    document = Document("d", "h", "1", "text", text, **known)  # type: ignore[arg-type]
    return [text[a:b].strip() for a, b in analyse(document).skipped]


@pytest.mark.parametrize(
    "line",
    [
        "By Maria Santos in Bogota",
        "By Our Correspondent",
        "(Reporting by Ana Ruiz; Editing by John Doe)",
        "Read more: Five things to know",
        "https://example.org/a/b",
        "editor@example.org",
        "Published June 8, 2022",
        "June 8, 2022",
        "Last updated on June 8, 2022 at 10:30 GMT",
        "The writer is a former diplomat.",
        "Photo: residents at the gate",
    ],
)
def test_furniture_is_skipped(line: str) -> None:
    text = f"Rebels left the town at dawn.\n\n{line}\n\nThe army entered an hour later."
    assert skipped(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the army had retaken the town.",
        "Photos were burned by the rebels.",
        "Subscribe he did not.",
        "The author of the attack was killed.",
        "On June 8, 2022 the bridge fell.",
        "A truce at last",
        "Officials reported today",
    ],
)
def test_sentences_are_kept(line: str) -> None:
    assert skipped(f"Rebels left the town at dawn.\n\n{line}\n\nThe army entered an hour later.") == []


def test_publisher_and_author_alone_on_a_line() -> None:
    text = "The Daily Ledger\n\nMaria Santos\n\nRebels left the town."
    assert skipped(text, publisher="The Daily Ledger", author="Maria Santos") == [
        "The Daily Ledger",
        "Maria Santos",
    ]


def test_the_last_line_may_speak_of_its_writer() -> None:
    text = "Rebels left.\n\nThe army came.\n\nMaria Santos is a freelance journalist based in Lima."
    assert skipped(text) == ["Maria Santos is a freelance journalist based in Lima."]


def test_what_is_skipped_has_no_mentions() -> None:
    document = Document("d", "h", "1", "text", "By Maria Santos\n\nRebels left the town.")
    assert [one.name for one in analyse(document).mentions if one.kind == "name"] == []
