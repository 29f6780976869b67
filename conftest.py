"""What holds for every test and doctest: the sources are tested, and the user's own cache is left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["MAHDAR_PURE"] = "1"  # a failure then shows its lines; tests/test_native.py compares the two
os.environ["MAHDAR_CACHE"] = str(Path(__file__).parent / ".pytest_cache" / "tables")

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")  # how busy a machine is says nothing of what is tested


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the browser tests renew the documentation's pictures."""
    parser.addoption("--pictures", action="store_true", help="write the pictures of docs/pictures anew")
