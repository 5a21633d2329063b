"""`python -m jirga.cli` is `jirga`."""

from __future__ import annotations

from jirga.cli import main

if __name__ == "__main__":
    main()
