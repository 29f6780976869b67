"""Addresses of the briefs that can be had: on a series, on a session of it, on a party."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Final
from urllib.parse import quote

from mahdar.pipeline.series import EditionRecord, SeriesRecord
from mahdar.pipeline.series_keys import series_key

__all__ = ["brief_forms", "brief_links"]

_FORMS: Final = ("html", "docx", "md")


@cache
def brief_forms() -> tuple[str, ...]:
    """Return what a brief can be written as here: PDF where its extra is installed."""
    return (*_FORMS, "pdf") if find_spec("weasyprint") else _FORMS


def brief_links(series: SeriesRecord, edition: EditionRecord | None = None) -> dict[str, str]:
    """Return the addresses of a brief by its form; none for an edition without a number, which has no brief.

    Args:
        series: it is on.
        edition: the one edition that it is on; None for the whole series.
    """
    if edition is not None and edition.number is None:
        return {}
    about = series_key(series) + (f":{edition.number}" if edition else "")
    return {form: f"/brief/{quote(about, safe='-:')}.{form}" for form in brief_forms()}
