"""Mahdar keeps the register of a dialogue between states from its public record.

    import mahdar

    reading = mahdar.read_text(text)
    with mahdar.open_register("mahdar.sqlite") as register:
        mahdar.read("statements/", register)

Each name is loaded when it is first used: importing `mahdar` alone costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mahdar.native import enable

if TYPE_CHECKING:
    from mahdar.errors import MahdarError
    from mahdar.model.document import Document
    from mahdar.model.reading import Reading
    from mahdar.outputs.api.client import connect
    from mahdar.pipeline.library import open_register, read, read_text
    from mahdar.pipeline.scoring import score
    from mahdar.register import Register

__all__ = [
    "Document", "MahdarError", "Reading", "Register", "connect", "open_register", "read", "read_text",
    "score",
]  # fmt: skip

_HOMES = {
    "Document": "mahdar.model.document",
    "MahdarError": "mahdar.errors",
    "Reading": "mahdar.model.reading",
    "Register": "mahdar.register",
    "connect": "mahdar.outputs.api.client",
    "open_register": "mahdar.pipeline.library",
    "read": "mahdar.pipeline.library",
    "read_text": "mahdar.pipeline.library",
    "score": "mahdar.pipeline.scoring",
}

enable()  # before any module that may be compiled is imported


def __getattr__(name: str) -> Any:  # noqa: ANN401  # any of the names above
    """Load a public name from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names."""
    return sorted([*globals(), *__all__])
