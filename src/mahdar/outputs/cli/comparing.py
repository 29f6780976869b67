"""What `mahdar compare` does: finds both texts, has them compared, and writes what comes of it."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from mahdar.errors import MahdarError, NoRegisterError
from mahdar.lexicon import default_lexicon
from mahdar.outputs.cli.comparing_page import show_comparison
from mahdar.outputs.cli.options import open_register
from mahdar.outputs.cli.sessions_page import Asked as SessionsAsked
from mahdar.outputs.cli.sessions_page import write_sessions
from mahdar.outputs.compare import comparison_object, comparison_page
from mahdar.outputs.export.destination import to_file
from mahdar.pipeline.comparing import Chosen, Compared, compare_documents, document_of, meaning_model
from mahdar.pipeline.sessions import is_edition
from mahdar.register import Register

__all__ = ["Asked", "Named", "Picked", "write_comparison", "write_editions"]


@dataclass(frozen=True, slots=True)
class Named:
    """A document as it was called, and which of its articles is meant."""

    key: str
    article: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """How the comparison is to be made and written."""

    form: str
    language: str
    out: Path | None
    meaning: bool


@dataclass(frozen=True, slots=True)
class Picked:
    """What is asked of sessions alone."""

    only: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    sessions: bool = False
    """True takes documents for sessions."""


def write_editions(where: str | None, named: tuple[str, str], asked: Asked, picked: Picked) -> bool:
    """Compare two sessions where sessions are asked for, and write what comes of it.

    Returns:
        False where two documents are to be compared as statement and report.

    Raises:
        MahdarError: one is not there, the two cannot be compared, or they are documents, of which no finding
            and no topic can be picked.
        ExportError: the file cannot be written.
    """
    register = _register(where)
    if register is None or not (picked.sessions or any(is_edition(register, one) for one in named)):
        if picked.only or picked.tracks or picked.sessions:
            raise MahdarError(_OF_SESSIONS if register else _NO_REGISTER)
        return False
    how = SessionsAsked(asked.form, asked.language, asked.out, asked.meaning, picked.only, picked.tracks)
    write_sessions(register, *named, how)
    return True


_OF_SESSIONS = "--only and --track pick from sessions; name two editions (KWT-USA/4), or add --sessions"
_NO_REGISTER = "sessions are compared in a register; `mahdar read` makes one"


def write_comparison(where: str | None, named: tuple[Named, Named], asked: Asked) -> None:
    """Compare two documents and write what comes of it.

    Raises:
        MahdarError: one of them is not there, or they have nothing to do with each other.
        ExportError: the file cannot be written.
    """
    lexicon = default_lexicon()
    register = _register(where)
    statement, report = (Chosen(*document_of(one.key, register, lexicon), one.article) for one in named)
    compared = compare_documents(statement, report, lexicon, meaning_model(wanted=asked.meaning))
    if asked.out is None or str(asked.out) == "-":
        _to_screen(compared, asked)
    else:
        written = _written(compared, asked).encode()
        to_file(asked.out, lambda stream: stream.write(written))


def _register(where: str | None) -> Register | None:
    """Return the register; None where there is none and none was named: files need none."""
    try:
        return open_register(where)
    except NoRegisterError:
        if where is not None:
            raise
        return None


def _to_screen(compared: Compared, asked: Asked) -> None:
    if asked.form == "text":
        show_comparison(compared)
    else:
        sys.stdout.write(_written(compared, asked))


def _written(compared: Compared, asked: Asked) -> str:
    """Return a comparison as a file holds it."""
    if asked.form == "json":
        return json.dumps(comparison_object(compared), ensure_ascii=False, indent=1) + "\n"
    if asked.form == "html":
        return comparison_page(compared, asked.language)
    return show_comparison(compared, capture=True)
