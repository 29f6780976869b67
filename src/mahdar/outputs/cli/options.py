"""Options that several commands take, and the register that they name.

Nothing here loads the register or the reader: a command's help is shown without them.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from difflib import get_close_matches
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import typer

if TYPE_CHECKING:
    from mahdar.register import Register

__all__ = [
    "AllVersions", "AsJson", "RegisterPath", "Who", "checked", "examples", "open_register", "register_path",
    "reviewer", "what_brings",
]  # fmt: skip

_DEFAULT: Final = "mahdar.sqlite"
_SOMEBODY: Final = "somebody"

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

AllVersions: TypeAlias = Annotated[
    bool, typer.Option("--all-versions", help="Also older versions of files that have changed since.")
]

Who: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who decides. [default: your login name]", show_default=False),
]


def reviewer(given: str | None) -> str:
    """Return who decides: the name given, else the login name."""
    try:
        return (given or getuser()).strip() or _SOMEBODY
    except (KeyError, OSError):  # a container may know no user
        return _SOMEBODY


def register_path(given: str | None) -> str:
    """Return which register is meant: the one given, the one here, the one that the environment names."""
    if given:
        return given
    if not Path(_DEFAULT).exists():
        return os.environ.get("MAHDAR_REGISTER") or _DEFAULT
    return _DEFAULT


def open_register(given: str | None) -> Register:
    """Open the register that is meant.

    Raises:
        RegisterError: there is none, or it cannot be used.
    """
    from mahdar.register import Register  # noqa: PLC0415  # help is shown without it

    return Register.open(register_path(given), create=False)


def what_brings(documents: Collection[str], else_: str) -> str:
    """Say what brings something where nothing is to be shown: documents where there are none.

    >>> what_brings((), "`mahdar link` looks for them")
    'the register holds no documents, `mahdar read` fills it'
    """
    return else_ if documents else "the register holds no documents, `mahdar read` fills it"


def checked(option: str, value: str, words: Collection[str], what: str) -> str:
    """Return one of a few words, however it is written: in any case, with `-` or a space for `_`.

    Raises:
        BadParameter: it is none of these.

    >>> checked("--type", "Meeting", ("act", "meeting"), "a type of entry")
    'meeting'
    """
    word = value.strip().lower().replace("-", "_").replace(" ", "_")
    if word not in words:
        raise typer.BadParameter(
            f"{value} is not {what}{meant(word, words)}; use {_listed(list(words))}", param_hint=option
        )
    return word


def _listed(words: list[str]) -> str:
    """Write a choice out.

    >>> _listed(["act", "date", "quote"])
    'act, date or quote'
    """
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def meant(word: str, words: Collection[str]) -> str:
    """Return a question after the word that was likely meant; empty where none is near.

    >>> meant("shwo", ["read", "show"])
    ' (did you mean show?)'
    >>> meant("xyz", ["read", "show"])
    ''
    """
    near = get_close_matches(word, words, n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def examples(*lines: str) -> str:
    """Return examples as a command's help shows them, each on a line of its own."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
