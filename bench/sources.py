"""Where the public corpora and the peers' answers lie, and what they hash to."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

#: The folder of the checkout, beside which `shared` is looked for.
CHECKOUT = Path(__file__).resolve().parent.parent


class AbsentError(Exception):
    """A corpus that a bench needs is not here; its text is one line that says which and what to do."""


class FailedError(Exception):
    """What a bench runs failed, so that there is no score to give; its text is one line."""


def corpora() -> Path:
    """Return the folder of corpora: JIRGA_CORPORA, else `../shared/corpora` beside the checkout."""
    named = os.environ.get("JIRGA_CORPORA")
    return Path(named) if named else CHECKOUT.parent / "shared" / "corpora"


def peers(folder: Path) -> Path:
    """Return the folder of the peers' answers, which stands beside the corpora."""
    return folder.parent / "peers"


def needed(path: Path) -> Path:
    """Return `path` if it is there, else raise AbsentError with the next step."""
    if not path.exists():
        where = "/".join(path.parts[-3:])
        raise AbsentError(f"{where} is absent: set JIRGA_CORPORA to the folder of corpora to run this")
    return path


def checksum(path: Path) -> str:
    """Return the SHA-256 (hex) of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
