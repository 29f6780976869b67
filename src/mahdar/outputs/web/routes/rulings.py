"""Who is who by a person's word: two joined, one split, a ruling taken back; shown before it is done."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from fastapi import Form, Query
from fastapi.responses import Response

from mahdar.errors import RegisterError
from mahdar.model.records import PersonRecord
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.pages import Page, Pages, redirect
from mahdar.outputs.web.shown import person_url

__all__ = ["pages"]

pages = Pages()

_CANDIDATES = 12
Why = Annotated[str, Form(max_length=2000)]


@pages.page("/people/{person}/merge", "merge.html", role="reviewer")
def merge(asked: Ask, person: str, other: str = "", q: Annotated[str, Query(max_length=200)] = "") -> Page:
    """Choose who is the same person, and show what would be joined."""
    register = asked.desk.register
    held = register.person(person)
    found = register.exploring.people(q) if q.strip() else ()
    offices = register.exploring.offices([one.id for one in found[:_CANDIDATES]])
    candidates = [
        {"id": one.id, "name": one.name, "name_ar": one.name_ar, "documents": one.documents,
         "offices": offices.get(one.id, ())[:2]}
        for one in found[:_CANDIDATES]
        if one.id != held.id
    ]  # fmt: skip
    both = [_summary(asked, one) for one in (held, *([register.person(other)] if other else []))]
    return Page(
        {"person": both[0], "other": both[1] if other else None, "query": q, "candidates": candidates}
    )


@pages.action("/people/{person}/merge")
def do_merge(asked: Ask, person: str, other: Annotated[str, Form()], why: Why = "") -> Response:
    """Make one person of two."""
    register = asked.desk.register
    one, two = register.person(person).id, register.person(other).id
    register.decisions.merge(one, two, asked.who.name, why.strip() or None)
    return redirect(person_url(one))


@pages.page("/people/{person}/split", "split.html", role="reviewer")
def split(asked: Ask, person: str, document: Annotated[list[str] | None, Query()] = None) -> Page:
    """Choose the documents that mean somebody else, and show what would be split off."""
    held = asked.desk.register.person(person)
    summary = _summary(asked, held)
    known = {one["document"] for one in summary["documents"]}
    chosen = [one for one in dict.fromkeys(document or ()) if one in known]
    return Page({"person": summary, "chosen": chosen})


@pages.action("/people/{person}/split")
def do_split(
    asked: Ask, person: str, document: Annotated[list[str] | None, Form()] = None, why: Why = ""
) -> Response:
    """Make two people of one."""
    register = asked.desk.register
    one = register.person(person).id
    if not document:
        raise RegisterError(asked.said("No document is chosen; choose those that mean somebody else."))
    made = register.decisions.split(one, document, asked.who.name, why.strip() or None)
    return redirect(person_url(made.other))


@pages.action("/people/{person}/rulings/{number}/undo")
def undo(asked: Ask, person: str, number: int, why: Why = "") -> Response:
    """Take a ruling back."""
    made = asked.desk.register.decisions.undo(number, asked.who.name, why.strip() or None)
    return redirect(person_url(made.person if made.what == "split" else person))


def _summary(asked: Asked, held: PersonRecord) -> dict[str, Any]:
    """Return a person as a ruling is about them: names, offices, documents."""
    counts = Counter(one.document for one in held.mentions)
    names = asked.desk.register.exploring.names(list(counts))
    offices = asked.desk.register.exploring.offices([held.id]).get(held.id, ())
    return {
        "id": held.id, "name": held.name, "name_ar": held.name_ar, "offices": offices,
        "documents": [
            {"document": id_, "name": names[id_], "mentions": count} for id_, count in counts.items()
        ],
    }  # fmt: skip
