"""Compiled tables of the lexicon stay in the checkout's own cache, so that no test touches the user's."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["MAHDAR_CACHE"] = str(Path(__file__).parents[1] / ".pytest_cache" / "tables")
