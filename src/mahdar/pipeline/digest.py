"""A short word for all that decides what a text yields: lexicon, the stages' code, their libraries."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from mahdar.lexicon import Lexicon

__all__ = ["linker_digest", "reader_digest"]

_STAGES = ("language", "lexicon", "mentions", "model", "page", "pipeline", "reading")
_LINKS = ("language", "lexicon", "linking", "model", "pipeline")
_LIBRARIES = ("hijridate", "mazini")


def reader_digest(lexicon: Lexicon) -> str:
    """Return the digest by which a register knows that a document need not be read again.

    It changes with any lexicon file, any line of the stages' code and any version of the libraries that the
    result depends on; where Mahdar is installed without its sources, with its own version.
    """
    return f"local-{hashlib.sha256(f'{lexicon.digest} {_code_digest(_STAGES)}'.encode()).hexdigest()[:12]}"


def linker_digest(lexicon: Lexicon) -> str:
    """Return the digest by which a register knows whether what it keeps would be worked out the same now.

    It is of what entries are made into; what the entries are is the reader's.
    """
    return f"linker-{hashlib.sha256(f'{lexicon.digest} {_code_digest(_LINKS)}'.encode()).hexdigest()[:12]}"


@cache
def _code_digest(stages: tuple[str, ...]) -> str:
    total = hashlib.sha256()
    root = Path(str(files("mahdar")))
    for stage in stages:
        for path in sorted((root / stage).rglob("*.py")):
            total.update(path.read_bytes())
    for library in ("mahdar", *_LIBRARIES):
        with suppress(PackageNotFoundError):
            total.update(version(library).encode())
    return total.hexdigest()
