"""The documents of the register as a table: looked for by name, kind, year and party, and sorted."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from fastapi import Query

from mahdar.lexicon.directory import parties_known
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.pages import Page, Pages, plain
from mahdar.outputs.web.paging import Part, cut
from mahdar.register.shelf import Sought

__all__ = ["pages"]

KINDS: Final = ("joint_statement", "ministry_post", "news_report", "interview")
pages = Pages()

Kind = Literal["", "joint_statement", "ministry_post", "news_report", "interview"]
Sort = Literal["name", "-name", "published", "-published", "chars", "-chars", "added", "-added"]


@pages.page("/documents", "documents.html", table=True)
def documents(  # noqa: PLR0913, PLR0917  # one question of the address a parameter
    asked: Ask,
    name: str = "",
    kind: Kind = "",
    year: Annotated[str, Query(pattern=r"^(\d{4})?$")] = "",
    party: str = "",
    sort: Sort = "name",
    page: Annotated[int, Query(ge=1)] = 1,
) -> Page:
    """List documents."""
    its = asked.desk.register.shelf
    code = _code(asked, party)
    order = sort.removeprefix("-")
    sought = Sought(
        words=name, kind=kind or None, year=year or None, party=code, order=order, down=sort != order
    )
    every = asked.desk.passing.get(sought, lambda: its.find(sought))
    found = cut(every, page)
    rows = tuple(its.listed(found.rows))
    years = asked.desk.passing.get("years", its.years)
    part = Part(rows, found.total, found.page, found.pages)
    looked_for = {"name": name, "kind": kind, "year": year, "party": code or party, "sort": sort}
    return Page(
        {"documents": part, "sought": looked_for},
        (plain(one) for one in its.listed(every)),
        private={"kinds": KINDS, "years": years, "anything": any((name, kind, year, party))},
    )


def _code(asked: Asked, party: str) -> str | None:
    """Return the code of a party by its code or its name in either language; the words, where it has none."""
    if not party.strip():
        return None
    known = parties_known(asked.desk.lexicon, party)
    exact = [one.code for one in known if party.casefold() in {one.code.casefold(), one.name.casefold()}]
    return next(iter([*exact, *(one.code for one in known)]), party)
