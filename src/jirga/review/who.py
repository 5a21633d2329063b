"""Who decides, where nobody is named."""

from __future__ import annotations

import getpass
import os

#: The environment variable that names who decides.
BY_VARIABLE = "JIRGA_BY"


def whoever(named: str | None = None) -> str:
    """Return who decides: as named, else as the environment names them, else the user of this machine."""
    if chosen := (named or os.environ.get(BY_VARIABLE) or "").strip():
        return chosen
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container may have a user without a name
        return "somebody"
