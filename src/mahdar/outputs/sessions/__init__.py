"""Two sessions side by side, as JSON and as a page."""

from __future__ import annotations

from mahdar.outputs.sessions.html import html_of
from mahdar.outputs.sessions.shown import Row, Shown, Wording, how, labels, shown
from mahdar.outputs.sessions.structured import report_object

__all__ = ["Row", "Shown", "Wording", "how", "html_of", "labels", "report_object", "shown"]
