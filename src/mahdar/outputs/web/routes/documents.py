"""The documents of the register as a table."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query

from mahdar.model.records import DocumentRecord
from mahdar.outputs.web.asked import Ask
from mahdar.outputs.web.pages import Page, Pages
from mahdar.outputs.web.paging import cut

__all__ = ["pages"]

pages = Pages()


@pages.page("/documents", "documents.html", table=True)
def documents(asked: Ask, page: Annotated[int, Query(ge=1)] = 1) -> Page:
    """List the documents, by name."""
    every = [_row(one) for one in asked.desk.register.documents()]
    return Page({"documents": cut(every, page)}, every)


def _row(one: DocumentRecord) -> dict[str, Any]:
    """Return a document as a row."""
    kinds = tuple(dict.fromkeys(article.kind for article in one.page.articles))
    return {
        "id": one.id, "name": one.name, "published": one.published or one.given, "language": one.language,
        "chars": one.chars, "articles": len(one.page.articles), "kinds": kinds, "added": one.added,
    }  # fmt: skip
