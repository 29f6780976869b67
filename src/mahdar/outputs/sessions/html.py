"""Two sessions side by side as one HTML page: no script, nothing fetched, every character escaped."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from mahdar.lexicon import Lexicon
from mahdar.lexicon.values import values_of
from mahdar.outputs.sessions.shown import Shown, how, labels

__all__ = ["html_of"]


def html_of(page: Shown, language: str = "en", lexicon: Lexicon | None = None) -> str:
    """Write a comparison of sessions as HTML.

    Args:
        page: the comparison.
        language: of the labels; quotations keep their own.
        lexicon: has the topics' Arabic names; they stay as they are where None.
    """
    known = values_of(lexicon, "tracks") if lexicon and language == "ar" else ()
    tracks = {one.name: one.label for one in known}
    label = labels()[language]
    return _template().render(
        page=page,
        earlier=page.report.earlier,
        later=page.report.later,
        label=label,
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        tracks={one.track: tracks.get(one.track, _english(one.track, label)) for one in page.sections},
        how=lambda row: how(row, language),
    )


def _english(track: str, label: Mapping[str, str]) -> str:
    return label.get(track, track).replace("_", " ")


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("mahdar.outputs.sessions", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("sessions.html")
