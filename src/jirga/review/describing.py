"""What a person corrects of a document's description, and documents withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.as_json import compact
from jirga.errors import MistakesError
from jirga.language import edtf
from jirga.model import Anchor, Decision, Document

if TYPE_CHECKING:
    from jirga.store import Store

#: What stands for "it is not known" where a value is asked for.
UNKNOWN = ("", "unknown")


def correct(
    store: Store, document_id: str, values: dict[str, str | None], *, by: str, why: str = ""
) -> list[Decision]:
    """Return the decision that corrects these fields of a document, none where it would change nothing.

    A value of None leaves a field, "unknown" or an empty one empties it. MistakesError tells all mistakes.
    """
    document = store.document_named(document_id)
    told = {name: _read(value) for name, value in values.items() if value is not None}
    mistakes = tuple(
        [f"{name}: it has several lines" for name, value in told.items() if value and "\n" in value]
        + _wrong_date(told.get("published"))
    )
    if mistakes:
        raise MistakesError(
            mistakes, document=document.source, stage="correcting", next_step="correct this and try again"
        )
    new = {name: value for name, value in told.items() if getattr(document, name) != value}
    changes = tuple((name, compact(value)) for name, value in new.items())
    return [Decision("correct", (_of(document),), by, why, changes=changes)] if changes else []


def withdraw(store: Store, document_id: str, *, by: str, why: str = "") -> list[Decision]:
    """Return the decision that takes a document out of every list, none where it is out already."""
    document = store.document_named(document_id)
    if document.id in store.withdrawn():
        return []
    return [Decision("withdraw", (_of(document),), by, why)]


def _of(document: Document) -> Anchor:
    return Anchor(document.id, document.text_version)


def _read(value: str) -> str | None:
    bare = value.strip()
    return None if bare.casefold() in UNKNOWN else bare


def _wrong_date(value: str | None) -> list[str]:
    if value is None or ("/" not in value and edtf.bounds(value) != (None, None)):
        return []
    return [f"published: {value!r} is no date (a year 2022, a month 2022-06 or a day 2022-06-02)"]
