"""What a folder holds beside the files that are read: counted by ending, so that nobody takes it for read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["PassedOver", "is_own"]

_SHOWN: Final = 4
_OWN: Final = (".sqlite", ".sqlite-wal", ".sqlite-shm")
"""Endings of a register and its log."""


def is_own(path: Path) -> bool:
    """Say whether a file is a register: nobody expects that to be read."""
    return path.suffix.lower() in _OWN


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Files of a folder, and of those below it, that were not read for their ending."""

    folder: str
    endings: Mapping[str, int]
    """Ending in lower case → how many; empty for files without one."""

    @property
    def count(self) -> int:
        """How many files."""
        return sum(self.endings.values())

    @property
    def files(self) -> str:
        """How many files of which endings, in words.

        >>> PassedOver("in", {".pdf": 2, "": 1}).files
        '3 other files (.pdf, no ending)'
        """
        by_count = sorted(self.endings, key=lambda ending: (-self.endings[ending], not ending, ending))
        most = [ending or "no ending" for ending in by_count]
        shown = ", ".join(most[:_SHOWN]) + (" …" if len(most) > _SHOWN else "")
        return f"{self.count:,} other file{'' if self.count == 1 else 's'} ({shown})"
