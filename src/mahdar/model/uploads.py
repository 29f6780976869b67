"""Documents that somebody gives to a register at one time, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

__all__ = ["UPLOAD_STATES", "Upload"]

UPLOAD_STATES: Final = ("running", "done", "failed")
"""Being read; read, with or without failures of single documents; ended before its time."""


@dataclass(frozen=True, slots=True)
class Upload:
    """Documents given at one time."""

    id: str
    who: str
    at: str
    """When they were given: ISO 8601, UTC."""
    seen: str
    """When whoever reads them last gave a sign of life."""
    state: str
    """One of `UPLOAD_STATES`."""
    done: int
    """Documents that are read, known or refused."""
    total: int
    result: Mapping[str, Any]
    """`documents`: what became of each; `linked`: what was linked; `why`: the reason where it failed."""
