"""The first page: what the register holds and what wants attention."""

from __future__ import annotations

from mahdar.outputs.web.asked import Ask
from mahdar.outputs.web.pages import Page, Pages

__all__ = ["pages"]

pages = Pages()


@pages.page("/", "home.html")
def home(asked: Ask) -> Page:
    """Show how much the register holds."""
    return Page({"counts": asked.desk.register.counts()})
