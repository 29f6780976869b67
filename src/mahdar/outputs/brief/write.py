"""A brief in one of its forms, as bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Final

from mahdar.lexicon import Lexicon
from mahdar.model.briefs import Brief
from mahdar.outputs.brief.shown import Shown, shown
from mahdar.outputs.brief.wording import Wording

__all__ = ["FORMATS", "write_brief"]


def write_brief(brief: Brief, form: str, language: str, lexicon: Lexicon) -> bytes:
    """Return a brief as a file's content.

    Args:
        brief: what it says.
        form: one of `FORMATS`.
        language: of the labels: `ar` or `en`.
        lexicon: names of parties and of values.

    Raises:
        ExportError: the form needs what is not installed.
    """
    return FORMATS[form](brief, Wording(language, lexicon))


def _markdown(brief: Brief, wording: Wording) -> bytes:
    from mahdar.outputs.brief.markdown import markdown_of  # noqa: PLC0415  # only this form needs it

    return markdown_of(shown(brief, wording)).encode()


def _html(brief: Brief, wording: Wording) -> bytes:
    from mahdar.outputs.brief.html import html_of  # noqa: PLC0415  # only these forms need a template

    return html_of(shown(brief, wording)).encode()


def _docx(brief: Brief, wording: Wording) -> bytes:
    from mahdar.outputs.brief.docx import docx_of  # noqa: PLC0415  # slow to load

    return docx_of(shown(brief, wording))


def _pdf(brief: Brief, wording: Wording) -> bytes:
    from mahdar.outputs.brief.pdf import pdf_of  # noqa: PLC0415  # an extra, and slow to load

    return pdf_of(brief, lambda one: _shown(one, wording))


def _shown(brief: Brief, wording: Wording) -> Shown:
    return shown(brief, wording)


def _json(brief: Brief, wording: Wording) -> bytes:
    plain = {"format": "mahdar-brief/1", "language": wording.language, **asdict(brief)}
    return (json.dumps(plain, ensure_ascii=False) + "\n").encode()


FORMATS: Final[Mapping[str, Callable[[Brief, Wording], bytes]]] = {
    "md": _markdown,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
    "json": _json,
}
"""What a brief can be written as."""
