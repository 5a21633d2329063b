"""What of public corpora is kept apart: by hashes, so that no list is needed and nobody chooses.

Benches score it by itself, at the end; training and annotation never see it. Both ask here.
"""

from __future__ import annotations

import hashlib

#: One document of re3d in so many, by this seed and its id; one sentence of event_location, by its text.
_OF_RE3D, _SEED_RE3D = 3, "re3d:2026:"
_OF_EVENT_LOCATION = 10


def one_in(share: int, text: str) -> bool:
    """Return whether a text is the one in `share` that its SHA-256 picks."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % share == 0


def of_re3d(name: str) -> bool:
    """Return whether the document of re3d with that id is kept apart."""
    return one_in(_OF_RE3D, _SEED_RE3D + name)


def of_event_location(text: str) -> bool:
    """Return whether a sentence of event_location is kept apart; white space at its ends does not count."""
    return one_in(_OF_EVENT_LOCATION, text.strip())
