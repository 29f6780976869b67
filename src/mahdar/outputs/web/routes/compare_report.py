"""A report laid beside the statement that it reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Final

from fastapi import Query

from mahdar.outputs.brief.wording import in_english
from mahdar.outputs.compare import comparison_object, labels
from mahdar.outputs.compare.rows import HOW, Row, altered_rows, in_statement_order
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.pages import Page, Pages
from mahdar.pipeline.comparing import Chosen, Compared, compare_documents, document_of

__all__ = ["pages"]

pages = Pages()

Article = Annotated[int | None, Query(ge=1, le=9999)]
_KINDS: Final = (*HOW, "left_out", "added")


@pages.page("/compare/{statement}/{report}", "compared.html", table=True)
def compare_report(
    asked: Ask,
    statement: str,
    report: str,
    statement_article: Article = None,
    report_article: Article = None,
) -> Page:
    """Show what a report carries of a statement, leaves out, adds and says otherwise."""
    ids = [asked.desk.register.document(key).id for key in (statement, report)]
    compared = _compared(asked, (ids[0], statement_article), (ids[1], report_article))
    result, rows = compared.result, in_statement_order(compared)
    counts = {kind: sum(row.kind == kind for row in rows) for kind in _KINDS}
    altered = list(altered_rows(compared))
    private = {
        "ids": ids, "result": result, "counts": counts, "rows": rows, "altered_rows": altered,
        "labels": labels()[asked.language],
    }  # fmt: skip
    return Page(comparison_object(compared), _cells([*altered, *rows]), private=private)


def _compared(asked: Asked, statement: tuple[str, int | None], report: tuple[str, int | None]) -> Compared:
    """Compare two articles; remembered, for texts never change."""
    desk = asked.desk

    def chosen(one: tuple[str, int | None]) -> Chosen:
        return Chosen(*document_of(one[0], desk.register, desk.lexicon), one[1])

    return desk.memory.get(
        ("report", statement, report),
        lambda: compare_documents(chosen(statement), chosen(report), desk.lexicon),
    )


def _cells(rows: list[Row]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {
            "kind": row.kind,
            "statement": "".join(bit.text for bit in row.statement),
            "report": "".join(bit.text for bit in row.report),
            "note": in_english().say(row.note) if row.note else "",
        }
