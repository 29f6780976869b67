"""Options that several commands take, and the register that they name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from mahdar.register import Register

__all__ = ["AsJson", "RegisterPath", "examples", "open_register", "register_path"]

_DEFAULT: Final = "mahdar.sqlite"

RegisterPath: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--register",
        metavar="FILE",
        help="The register. [default: mahdar.sqlite here, else what MAHDAR_REGISTER names]",
        show_default=False,
    ),
]

AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Write JSON, for programs.")]


def register_path(given: str | None) -> str:
    """Return which register is meant: the one given, the one here, the one that the environment names."""
    if given:
        return given
    if not Path(_DEFAULT).exists():
        return os.environ.get("MAHDAR_REGISTER") or _DEFAULT
    return _DEFAULT


def open_register(given: str | None, *, create: bool = False) -> Register:
    """Open the register that is meant.

    Raises:
        RegisterError: there is none, or it cannot be used.
    """
    return Register.open(register_path(given), create=create)


def examples(*lines: str) -> str:
    """Return examples as a command's help shows them, each on a line of its own."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
