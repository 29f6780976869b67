"""Two sessions side by side as one HTML page: no script, nothing fetched, every character escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from mahdar.outputs.sessions.shown import Shown

__all__ = ["html_of"]


def html_of(page: Shown) -> str:
    """Write a comparison of sessions as HTML."""
    return _template().render(page=page, earlier=page.report.earlier, later=page.report.later)


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
