"""Where the repository lies. Imported first, it lets figures be made with what the tests have: questions, a browser."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT))
