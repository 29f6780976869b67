"""What reviewers do: verdicts, words marked anew, entries added, comments, and taking back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Form, Query
from fastapi.responses import JSONResponse, Response

from mahdar.errors import ChangedError, EvidenceError, RegisterError
from mahdar.model.codec import FIELDS
from mahdar.model.reviews import Judged
from mahdar.model.spans import Evidence, Span
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.forms import changed, parsed
from mahdar.outputs.web.judging import Sent, Shown, asked_queue, choices, entry_page, queue_of, written
from mahdar.outputs.web.pages import Page, Pages, redirect, shown_page
from mahdar.outputs.web.passages import around, pieces
from mahdar.outputs.web.shown import document_url
from mahdar.pipeline.quoting import standing

__all__ = ["pages"]

pages = Pages()
On = Annotated[int | None, Form()]
Words = Annotated[str, Form()]


@pages.action("/review/{entry}/accept")
def accept(asked: Ask, entry: str, sent: Sent, on: On = None) -> Response:
    """Accept an entry as it is."""
    return _judged(asked, entry, sent, lambda alone: asked.desk.register.reviews.judge(
        entry, "accepted", asked.who.name, on=on, alone=alone
    ))  # fmt: skip


@pages.action("/review/{entry}/reject")
def reject(  # noqa: PLR0913, PLR0917  # what the form holds
    asked: Ask, entry: str, sent: Sent, on: On = None, reason: Words = "", why: Words = ""
) -> Response:
    """Reject an entry, for one of the set reasons, in words of one's own, or both."""
    return _judged(asked, entry, sent, lambda alone: asked.desk.register.reviews.judge(
        entry, "rejected", asked.who.name, why=why or None, reason=reason or None, on=on, alone=alone
    ))  # fmt: skip


@pages.action("/review/{entry}/reopen")
def reopen(asked: Ask, entry: str, sent: Sent, on: On = None, why: Words = "") -> Response:
    """Have an entry wait for review again."""
    return _judged(asked, entry, sent, lambda _: asked.desk.register.reviews.judge(
        entry, "unreviewed", asked.who.name, why=why or None, on=on
    ))  # fmt: skip


@pages.action("/review/{entry}/settle")
def settle(asked: Ask, entry: str, sent: Sent) -> Response:
    """Note that one has looked again at an entry that went over into none of a newer version."""
    return _judged(asked, entry, sent, lambda _: asked.desk.register.reviews.settle(entry, asked.who.name))


@pages.action("/review/{entry}/correct")
def correct(asked: Ask, entry: str, sent: Sent, on: On = None, why: Words = "") -> Response:
    """Put fields and words of an entry right: what the form changes is corrected, the rest stays."""
    reviews, queue = asked.desk.register.reviews, queue_of(asked, _first(sent, "queue"))
    held = reviews.entry(entry, alone=queue.alone).entry
    draft = written(sent)
    form = parsed(asked, held.type, draft, asked.desk.register.text(held.document))
    fields = dict(changed(held.fields, form.fields))
    evidence = () if form.evidence == held.evidence else form.evidence
    problems = form.problems or (() if fields or evidence else (asked.said("Nothing is changed here."),))
    if problems:
        page = entry_page(asked, entry, Shown(queue, draft, problems, status=422))
        return shown_page(asked, "review-entry.html", page)
    return _judged(asked, entry, sent, lambda alone: reviews.judge(
        entry, "corrected", asked.who.name, why=why or None, fields=fields, evidence=evidence, on=on,
        alone=alone,
    ))  # fmt: skip


@pages.action("/review/{entry}/remark")
def remark(  # noqa: PLR0913, PLR0917  # what the form holds
    asked: Ask, entry: str, sent: Sent, start: Annotated[int, Form()], end: Annotated[int, Form()],
    words: Words = "", on: On = None,
) -> Response:  # fmt: skip
    """Have an entry's first evidence be other words; its further evidence stays where it is inside them."""
    reviews, queue = asked.desk.register.reviews, queue_of(asked, _first(sent, "queue"))
    held = reviews.entry(entry, alone=queue.alone).entry
    text = asked.desk.register.text(held.document)
    first = _marked(text, start, end, words)
    rest = [one for one in held.evidence[1:] if first.holds(one)] if held.type == "act" else held.evidence[1:]
    return _judged(asked, entry, sent, lambda alone: reviews.judge(
        entry, "corrected", asked.who.name, evidence=(first, *rest), on=on, alone=alone
    ))  # fmt: skip


@pages.action("/review/{entry}/comment")
def comment(asked: Ask, entry: str, sent: Sent, words: Words) -> Response:
    """Note something on an entry."""
    asked.desk.register.reviews.comment(words, asked.who.name, entry=entry)
    return redirect(_back(sent) or f"/review/{entry}?{_first(sent, 'queue')}#comments")


@pages.action("/documents/{document}/comments")
def comment_on_document(asked: Ask, document: str, sent: Sent, words: Words) -> Response:
    """Note something on a document."""
    made = asked.desk.register.reviews.comment(words, asked.who.name, document=document)
    return redirect(_back(sent) or f"{document_url(made.document)}#comments")


@pages.action("/review/{entry}/undo")
def undo(asked: Ask, entry: str, sent: Sent) -> Response:
    """Take back what one did last on an entry."""
    undone = asked.desk.register.reviews.undo(asked.who.name, entry)
    return _answer(asked, sent, f"/review/{undone.entry}?{_first(sent, 'queue')}", {"undone": undone.what})


@pages.action("/review/undo")
def undo_last(asked: Ask, sent: Sent) -> Response:
    """Take back what one did last, wherever that was."""
    undone = asked.desk.register.reviews.undo(asked.who.name)
    where = f"/review/{undone.entry}" if undone.entry else document_url(undone.document)
    return _answer(asked, sent, f"{where}?{_first(sent, 'queue')}", {"undone": undone.what})


@pages.page("/documents/{document}/entries/new", "review-new.html", role="reviewer")
def new(  # noqa: PLR0913, PLR0917  # what the address may say
    asked: Ask,
    document: str,
    type: str = "act",  # noqa: A002  # the register's own word
    start: Annotated[int, Query(ge=0)] = 0,
    end: Annotated[int, Query(ge=0)] = 0,
    words: str = "",
) -> Page:
    """Show the form for an entry that the reader missed, filled with the words that were chosen."""
    chosen = type if type in FIELDS else "act"
    text = asked.desk.register.text(document)
    place = standing(text, words, start) if words else Span(start, end) if start < end <= len(text) else None
    return _new_page(asked, document, chosen, _first_draft(chosen, text, place))


@pages.action("/documents/{document}/entries")
def add(asked: Ask, document: str, sent: Sent, type: Words) -> Response:  # noqa: A002
    """Add an entry that the reader missed."""
    register, draft = asked.desk.register, written(sent)
    kind = type if type in FIELDS else "act"
    form = parsed(asked, kind, draft, register.text(document))
    problems = form.problems
    if not problems:
        try:
            why = _first(sent, "why") or None
            made = register.reviews.add(document, kind, form.evidence, form.fields, asked.who.name, why=why)
            return redirect(_back(sent) or f"/review/{made.entry.id}")
        except (RegisterError, EvidenceError) as error:
            problems = (str(error),)
    return shown_page(asked, "review-new.html", _new_page(asked, document, kind, draft, problems))


def _new_page(
    asked: Asked, document: str, kind: str, draft: dict[str, list[str]], problems: tuple[str, ...] = ()
) -> Page:
    """Show the form for a new entry."""
    record = asked.desk.register.document(document)
    text = asked.desk.register.text(record.id)
    at = next(iter(draft.get("at-evidence", ())), "")
    first = standing(text, next(iter(draft.get("w-evidence", ())), ""), int(at) if at.isdecimal() else 0)
    passage = around(record.page, record.chars, first) if first else Span(0, record.chars)
    private = {
        "kind": kind, "types": tuple(FIELDS), "draft": draft, "problems": problems, "queue_asked": "",
        "passage": {"start": passage.start, "pieces": pieces(text, passage, [first] if first else [])},
        "language": record.language, **choices(asked),
    }  # fmt: skip
    about = {"id": record.id, "name": record.name}
    return Page({"document": about}, status=422 if problems else 200, private=private)


def _first_draft(kind: str, text: str, place: Span | None) -> dict[str, list[str]]:
    """Return the form as it is when it is opened: the words chosen stand in it."""
    if place is None:
        return {}
    words, at = place.cut(text), str(place.start)
    draft = {"w-evidence": [words], "at-evidence": [at]}
    if kind == "act":
        draft |= {"w-trigger": [words.split()[0] if words.split() else ""], "at-trigger": [at]}
    if kind == "instrument":
        draft |= {"w-name": [words], "at-name": [at]}
    return draft


def _judged(asked: Asked, entry: str, sent: Sent, judge: Callable[[bool], Judged]) -> Response:
    """Give a verdict and go on to the next entry; where it is refused, show why beside what was typed."""
    queue = queue_of(asked, _first(sent, "queue"))
    try:
        judged = judge(queue.alone is not None)
    except ChangedError as error:
        if _wants_json(asked):
            said = {"status": 409, "detail": str(error), "event": error.event, "who": error.who}
            return JSONResponse(said, 409, media_type="application/problem+json")
        draft = written(sent) if "w-evidence" in sent else None
        page = entry_page(asked, entry, Shown(queue, draft, meanwhile=True, status=409))
        return shown_page(asked, "review-entry.html", page)
    except (RegisterError, EvidenceError) as error:
        draft = written(sent) if "w-evidence" in sent else None
        page = entry_page(asked, entry, Shown(queue, draft, (str(error),), status=422))
        return shown_page(asked, "review-entry.html", page)
    said = {"entry": judged.entry.id, "review": judged.entry.review, "event": judged.event}
    return _answer(asked, sent, _next(asked, sent, judged.entry.id), said)


def _next(asked: Asked, sent: Sent, entry: str) -> str:
    """Return where a reviewer goes on: where the form says, else to what waits next."""
    queue = queue_of(asked, _first(sent, "queue"))
    said = f"{asked_queue(queue)}&done={entry}".lstrip("&")
    if back := _back(sent):
        return back
    if _first(sent, "from") == "list":
        return f"/review?{said}"
    waiting = asked.desk.register.reviews.queue(queue, after=entry, limit=1).entries
    return f"/review/{waiting[0].id}?{said}" if waiting else f"/review?{said}"


def _answer(asked: Asked, sent: Sent, where: str, said: dict[str, object]) -> Response:
    """Answer a script with what was done, a form with where it goes on."""
    return JSONResponse(said) if _wants_json(asked) else redirect(_back(sent) or where)


def _wants_json(asked: Asked) -> bool:
    return "application/json" in asked.request.headers.get("accept", "")


def _first(sent: Sent, name: str) -> str:
    value = sent.get(name, "")
    return value if isinstance(value, str) else ""


def _back(sent: Sent) -> str:
    """Return the page of ours that a form wants to go back to; empty where it names none."""
    back = _first(sent, "back")
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else ""


def _marked(text: str, start: int, end: int, words: str) -> Evidence:
    """Return the words between two offsets, or where they are said to be others, where those stand."""
    span = Span(start, end)
    if words and span.cut(text) != words:
        span = standing(text, words, start) or span
    return Evidence(span.start, span.end, words or span.cut(text))
