"""Documents, readings and statements in a database; search; migrations.

One SQLite file, which any SQLite tool opens (the views `happened`, `said` and `unread` are made for that).
Names are loaded when first used: a `Query` costs no database library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jirga.store.copies import Copy
    from jirga.store.query import Query
    from jirga.store.search import Hit, passages
    from jirga.store.sound import mistakes
    from jirga.store.store import Store
    from jirga.store.targets import edited
    from jirga.store.whole import Kept, Loaded, WholeDocument
    from jirga.store.writing import Saved

__all__ = [
    "Copy",
    "Hit",
    "Kept",
    "Loaded",
    "Query",
    "Saved",
    "Store",
    "WholeDocument",
    "edited",
    "mistakes",
    "passages",
]


def __getattr__(name: str) -> Any:
    """Return a public name of the room, loading its module now."""
    from importlib import import_module

    home = {
        "Copy": "copies",
        "Hit": "search",
        "Kept": "whole",
        "Loaded": "whole",
        "Query": "query",
        "Saved": "writing",
        "Store": "store",
        "WholeDocument": "whole",
        "edited": "targets",
        "mistakes": "sound",
        "passages": "search",
    }
    if name not in home:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home[name]}"), name)
