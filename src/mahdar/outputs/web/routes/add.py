"""Documents given to the register: chosen files or a text, how far reading is, and what became of each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Annotated, Final

from fastapi import Depends, Form, Request
from fastapi.responses import Response
from starlette.datastructures import UploadFile

from mahdar.errors import MahdarError
from mahdar.model.units import IsoDate
from mahdar.outputs.api.shapes import upload_shape
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.guard import MOST_BYTES
from mahdar.outputs.web.pages import Page, Pages, redirect, shown_page
from mahdar.pipeline.given import given_day
from mahdar.pipeline.uploading import MOST_FILES, Given, is_alive, take_in
from mahdar.sources import MAX_BYTES

__all__ = ["pages"]

pages = Pages()

_TEMPLATE: Final = "add.html"
_LATEST: Final = 10
_LONGEST_NAME: Final = 200
_UNSEEN: Final = re.compile(r"[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


async def _sent(request: Request) -> Sequence[UploadFile]:
    """Return the files of a form; one in which none was chosen has an empty one, or an empty word."""
    form = await request.form()
    return [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]


@pages.page("/add", _TEMPLATE, role="reviewer", kept=False)
def add(asked: Ask) -> Page:
    """Ask for documents; show what was given last."""
    return _form(asked)


@pages.action("/add")
def take(
    asked: Ask,
    files: Annotated[Sequence[UploadFile], Depends(_sent)],
    text: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
    date: Annotated[str, Form()] = "",
) -> Response:
    """Begin to read what is given, and lead to where that is told."""
    typed = {"text": text, "name": name, "date": date}
    try:
        day = given_day(date) if date.strip() else None
        given = [*_files(files, day), *_text(text, name, asked.desk.today(), day)]
        if not given:
            return _again(asked, typed, asked.said("Choose files or paste a text first."))
        id_ = take_in(asked.desk.register, asked.desk.lexicon, given, asked.who.name)
    except MahdarError as error:
        return _again(asked, typed, str(error))
    return redirect(f"/add/{id_}")


@pages.page("/add/{upload}", "added.html", role="reviewer", kept=False)
def added(asked: Ask, upload: str) -> Page:
    """Show how far reading is, or what became of each document."""
    register = asked.desk.register
    return Page({"upload": upload_shape(register, register.uploads.find(upload))})


def _form(asked: Asked, typed: dict[str, str] | None = None, problem: str = "") -> Page:
    """Return the page that asks; what was typed stays."""
    register = asked.desk.register
    latest = [
        {"id": one.id, "who": one.who, "at": one.at, "total": one.total, "alive": is_alive(register, one)}
        for one in register.uploads.latest(_LATEST)
    ]
    private = {
        "typed": typed or {"text": "", "name": "", "date": ""}, "problem": problem, "most": MOST_BYTES,
        "largest": MAX_BYTES, "files": MOST_FILES,
    }  # fmt: skip
    return Page({"latest": latest}, None, 400 if problem else 200, private)


def _again(asked: Asked, typed: dict[str, str], problem: str) -> Response:
    """Ask again, and say why."""
    return shown_page(asked, _TEMPLATE, _form(asked, typed, problem))


def _files(files: Iterable[UploadFile], day: IsoDate | None) -> Iterator[Given]:
    """Yield the files; of what is too large enough to tell."""
    for one in files:
        yield Given(_name(one.filename or ""), one.file.read(MAX_BYTES + 1), day)


def _text(text: str, name: str, today: dt.date, day: IsoDate | None) -> Iterator[Given]:
    """Yield the text that was pasted; forms send line ends as two characters, which nobody typed."""
    if text.strip():
        shown = _name(name) if name.strip() else f"{today.isoformat()}.txt"
        yield Given(shown, text.replace("\r\n", "\n").encode("utf-8", "replace"), day)


def _name(given: str) -> str:
    """Return a file's name without its folders and without what cannot be seen.

    >>> _name("texts/b.txt"), _name("../")
    ('b.txt', 'text')
    """
    shown = _UNSEEN.sub(" ", PurePosixPath(given.replace("\\", "/")).name).strip()
    return shown[-_LONGEST_NAME:] if shown.strip(".") else "text"
