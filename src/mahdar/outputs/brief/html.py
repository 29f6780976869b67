"""A brief as one HTML page: no script, nothing fetched, every character of a document escaped."""

from __future__ import annotations

from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from mahdar.outputs.brief.shown import Shown, direction_of

__all__ = ["html_of"]

_TEMPLATE: Final = "brief.html"


def html_of(page: Shown, fonts: str = "") -> str:
    """Write a brief as HTML.

    Args:
        page: the brief.
        fonts: rules that name font files, for a form that embeds them.
    """
    return _template().render(page=page, fonts=fonts)


@cache
def _template() -> Template:
    loader = PackageLoader("mahdar.outputs.brief", "templates")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["direction"] = direction_of
    return environment.get_template(_TEMPLATE)
