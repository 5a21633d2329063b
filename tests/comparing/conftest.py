from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # the sample record is shared by several folders
sys.path.insert(0, str(Path(__file__).parent))
