"""One commitment or instrument: what became of it, step by step, and a person's own steps."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Form
from fastapi.responses import Response

from mahdar.errors import UnknownIdError
from mahdar.model.chains import Chain, Step
from mahdar.model.values import RUNGS
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.pages import Page, Pages, redirect
from mahdar.outputs.web.routes.follow import Day
from mahdar.outputs.web.shown import document_url, entry_url
from mahdar.outputs.web.who import may

__all__ = ["pages"]

pages = Pages()


@pages.page("/follow/{entry}", "chain.html", table=True)
def chain(asked: Ask, entry: str, as_of: Day = "") -> Page:
    """Show what became of one commitment or instrument."""
    day = as_of or asked.desk.today().isoformat()
    answer = asked.desk.standing.chains(day)
    found = _of(answer.value or (), entry)
    if found is None:
        raise UnknownIdError(
            asked.said("No commitment and no instrument is followed under %(id)s.", id=entry)
        )
    names = asked.desk.register.exploring.names([one.document for one in found.steps if one.document])
    steps = [_step(asked, one, names) for one in found.steps]
    mentions = {one.entry for one in found.steps if one.entry}
    written = [one for one in asked.desk.register.steps() if one.entry in mentions]
    told = {one.id for one in found.steps if one.id}
    data = {"as_of": day, "fresh": answer.fresh, "chain": found, "steps": steps}
    private = {
        "rungs": RUNGS, "may_write": may(asked.who, "reviewer"), "ladder": _ladder(found),
        "waiting": [one for one in written if one.id not in told and not answer.fresh],
        "taken": told - {one.id for one in written},
    }  # fmt: skip
    return Page(data, steps, private=private)


@pages.action("/follow/{entry}/steps")
def add_step(  # noqa: PLR0913, PLR0917  # a step has these parts
    asked: Ask,
    entry: str,
    rung: Annotated[str, Form()],
    date: Annotated[str, Form()],
    source: Annotated[str, Form()] = "",
    note: Annotated[str, Form()] = "",
) -> Response:
    """Write a step down."""
    register = asked.desk.register
    register.add_step(
        entry, rung, date.strip(), asked.who.name, source=source.strip() or None, note=note.strip() or None
    )
    return redirect(f"/follow/{entry}")


@pages.action("/follow/{entry}/steps/{step}/remove")
def remove_step(asked: Ask, entry: str, step: str, why: Annotated[str, Form()] = "") -> Response:
    """Take a step back that a person wrote down."""
    asked.desk.register.remove_step(step, asked.who.name, why.strip() or None)
    return redirect(f"/follow/{entry}")


def _of(known: tuple[Chain, ...], entry: str) -> Chain | None:
    """Return the chain that begins with an entry, else one that it is a step of."""
    begun = (one for one in known if one.id == entry)
    taken = (one for one in known if any(step.entry == entry for step in one.steps))
    return next(begun, None) or next(taken, None)


def _step(asked: Asked, one: Step, names: dict[str, str]) -> dict[str, Any]:
    """Return a step with its words and where they stand."""
    known = {
        "id": one.id, "rung": one.rung, "date": one.date, "about": one.about, "how": one.how,
        "who": one.who, "source": one.source, "note": one.note, "entry": one.entry,
        "document": one.document, "name": None, "start": None, "end": None, "quote": None, "url": None,
    }  # fmt: skip
    if one.document is None or one.span is None:
        return known
    text = asked.desk.register.text(one.document)
    url = entry_url(one.document, one.entry) if one.entry else document_url(one.document)
    return known | {
        "name": names.get(one.document), "start": one.span.start, "end": one.span.end,
        "quote": text[one.span.start : one.span.end], "url": url,
    }  # fmt: skip


def _ladder(found: Chain) -> list[tuple[str, bool]]:
    """Return the rungs that a chain has reached, and whether each is where it stands."""
    reached = {one.rung for one in found.steps}
    return [(rung, rung == found.rung) for rung in RUNGS if rung in reached]
