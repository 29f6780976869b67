"""What holds for every test and doctest: the sources are tested, and the user's own cache is left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ["MAHDAR_PURE"] = "1"  # a failure then shows its lines; tests/test_native.py compares the two
os.environ["MAHDAR_CACHE"] = str(Path(__file__).parent / ".pytest_cache" / "tables")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the browser tests renew the documentation's pictures."""
    parser.addoption("--pictures", action="store_true", help="write the pictures of docs/pictures anew")
