"""Briefs to take away: on a series, an edition or a party; as a page, Word, Markdown or PDF."""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import HTTPException, Query
from fastapi.responses import Response

from mahdar.errors import UnknownIdError
from mahdar.outputs.brief import write_brief
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.briefs import brief_forms
from mahdar.outputs.web.pages import ForbiddenError, Pages
from mahdar.outputs.web.who import may
from mahdar.outputs.web.worked_out import known_chains
from mahdar.pipeline.briefing import brief_on

__all__ = ["pages"]

pages = Pages()

_KINDS: Final = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "json": "application/json",
}
_OWN_STYLE: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
"""A brief's page stands alone and carries its style; it runs no script and loads nothing."""


def brief(
    asked: Ask,
    about: str,
    form: str,
    as_of: Annotated[str | None, Query(pattern=r"^\d{4}-\d\d-\d\d$")] = None,
) -> Any:  # noqa: ANN401  # the file's bytes
    """Write a brief as it is asked for, in the language of the page."""
    if not may(asked.who, "reader"):
        raise ForbiddenError(asked.said("Your account may not see this page."))
    if form not in {*brief_forms(), "json"}:
        raise UnknownIdError(asked.said("A brief is not written as %(form)s here.", form=form))
    body = _written(asked, about, form, as_of or asked.desk.today().isoformat())
    headers = {"content-security-policy": _OWN_STYLE} if form == "html" else _named(about, form)
    return Response(body, headers=headers, media_type=_KINDS[form])


def _written(asked: Asked, about: str, form: str, day: str) -> bytes:
    desk = asked.desk
    if known_chains(desk) is None:  # working it out here would take the processor from every reader
        raise HTTPException(503, asked.said("This is still being worked out."))

    def write() -> bytes:
        made = brief_on(desk.register, about, day, desk.lexicon, desk.standing)
        return write_brief(made, form, asked.language, desk.lexicon)

    return desk.passing.get(("brief", about, form, asked.language, day), write)


def _named(about: str, form: str) -> dict[str, str]:
    """Return the headers that save a file under a name."""
    name = quote(f"{about.replace(':', '-')}.{form}", safe="")
    return {"content-disposition": f"attachment; filename*=UTF-8''{name}"}


# The function is no coroutine: the server runs it in a thread, and nobody waits for somebody else's brief.
pages.router.add_api_route("/brief/{about}.{form}", brief, methods=["GET", "HEAD"])
