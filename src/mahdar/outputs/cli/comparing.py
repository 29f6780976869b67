"""What `mahdar compare` does: finds both texts, has them compared, and writes what comes of it."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from mahdar.errors import NoRegisterError
from mahdar.lexicon import default_lexicon
from mahdar.outputs.cli.comparing_page import show_comparison
from mahdar.outputs.cli.options import open_register
from mahdar.outputs.compare import comparison_object, comparison_page
from mahdar.outputs.export.destination import to_file
from mahdar.pipeline.comparing import Chosen, Compared, compare_documents, document_of, meaning_model
from mahdar.register import Register

__all__ = ["Asked", "Named", "write_comparison"]


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
