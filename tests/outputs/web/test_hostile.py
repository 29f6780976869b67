"""A register of hostile words, asked at every address: none of them becomes anything but words.

The addresses are the application's own: whoever adds a page finds it walked here, and whoever gives one a new
parameter is asked what to fill it with.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from openpyxl import load_workbook
from tests.outputs.hostile import WORDS, hostile_register
from tests.outputs.web.conftest import TODAY

from mahdar.lexicon import default_lexicon
from mahdar.outputs.export import export_files, export_register, export_workbook
from mahdar.outputs.web.app import PARTS, make_app
from mahdar.outputs.web.desk import Desk
from mahdar.register import Register

FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?")
SUM = "54439"
"""What stands where a template was run that a text holds."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A desk over the hostile register, and what addresses are filled with."""

    client: TestClient
    fills: Mapping[str, list[str]]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with hostile_register(tmp_path_factory.mktemp("hostile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def walk(register: Register) -> Iterator[Walk]:
    desk = Desk(register, default_lexicon(), user="mariam", today=lambda: TODAY)
    desk.standing.refresh()
    with TestClient(make_app(desk), headers={"accept": "text/html"}, follow_redirects=False) as client:
        yield Walk(client, _fills(register, desk))


def _fills(register: Register, desk: Desk) -> dict[str, list[str]]:
    """Return what there is of each kind that addresses name, by the parameter's name."""
    documents = [one.id for one in register.documents()]
    entries = [next(register.entries(type=kind)).id for kind in ("act", "meeting", "instrument", "quote")]
    series = [one.id for one in desk.standing.series().value or ()]
    chains = [one.id for one in desk.standing.chains(TODAY.isoformat()).value or ()]
    assert series
    assert chains
    people = [one.id for one in register.people()]
    return {
        "document": documents, "statement": documents[:1], "report": documents[-1:],
        "entry": [*entries, *chains[:4]],
        "key": [*documents[:1], *entries[:1], *people[:1], *series[:1]],
        "type": ["act", "meeting", "instrument", "amount", "quote", "date"], "code": ["KEN", "TZA"],
        "person": people, "series": series[:1], "edition": ["1"], "first": ["1"], "second": ["2"],
        "upload": ["made"], "about": [*series[:1], "KEN"], "form": ["html", "md", "docx", "json"], "path": [],
        "name": [], "digest": [],
    }  # fmt: skip


def _routes() -> list[APIRoute]:
    every = (route for part in PARTS for route in part.pages.router.routes)
    return [one for one in every if isinstance(one, APIRoute) and "GET" in one.methods]


def addresses(walk: Walk) -> Iterator[str]:
    """Yield every address: with what there is, with hostile words in its place, with hostile questions."""
    for route in _routes():
        names = re.findall(r"{(\w+)(?::path)?}", route.path)
        for number in range(max([1, *(len(walk.fills[name]) for name in names)])):
            filled = {
                name: walk.fills[name][number % len(walk.fills[name])] for name in names if walk.fills[name]
            }
            if len(filled) == len(names):
                yield _filled(route.path, filled)
        for words in WORDS.values() if names else ():
            yield _filled(route.path, {**dict.fromkeys(names, words), "form": "html"})
        asked = sorted(
            {one.alias for one in route.dependant.query_params} | {"which", "party", "page", "lang"}
        )
        for words in ("<script>alert(1)</script>", '" onfocus="alert(2)', "=1+1", "\u202e"):
            where = _filled(route.path, {name: (walk.fills[name] or ["x"])[0] for name in names})
            yield f"{where}?{urlencode(dict.fromkeys(asked, words))}"
    for path, its in walk.client.get("/openapi.json").json()["paths"].items():
        names = re.findall(r"{(\w+)}", path)
        for fill in (*walk.fills["key"], *WORDS.values()) if "get" in its else ():
            yield _filled(path, dict.fromkeys(names, fill))


def _filled(path: str, fills: Mapping[str, str]) -> str:
    """Return an address; longer words than any browser sends are cut."""
    return re.sub(r"{(\w+)(?::path)?}", lambda one: quote(fills[one[1]][:2000], safe=""), path)


class Markup(HTMLParser):
    """Fails at whatever no template of ours writes."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert tag not in {"iframe", "object", "embed", "base", "foreignobject"}, tag
        assert tag not in {"script", "img"} or (given.get("src") or "").startswith("/static/"), (tag, attrs)
        assert not [name for name in given if name.startswith("on") or name == "style"], (tag, attrs)
        for name in ("href", "src", "action", "formaction", "xlink:href"):
            address = (given.get(name) or "").strip().lower()
            assert not re.match(r"(javascript|data|vbscript):", address), (tag, attrs)
            assert not address.startswith("//"), (tag, attrs)


def check(where: str, answer: Any) -> None:
    """Check one answer."""
    kind, said = answer.headers.get("content-type", ""), answer.headers
    assert answer.status_code < 500, (where, answer.text[:300])
    assert "default-src 'none'" in said["content-security-policy"], where
    assert said["x-content-type-options"] == "nosniff", where
    assert not [name for name in said if name in {"set-hostile", "x-hostile"}], where
    for name in ("content-disposition", "location", "link"):
        assert said.get(name, "").isprintable(), (where, said[name])
    assert not said.get("location", "").startswith(("//", "javascript")), where
    if kind.startswith("text/html"):
        assert SUM not in answer.text, where
        try:
            Markup().feed(answer.text)
        except AssertionError as error:
            raise AssertionError(where) from error
    if kind.startswith("text/csv"):
        rows = csv.reader(io.StringIO(answer.text.removeprefix("\N{BYTE ORDER MARK}")))
        for cell in (cell for row in rows for cell in row):
            assert not FORMULA.match(cell) or NUMBER.fullmatch(cell), (where, cell)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_address_makes_anything_of_words_but_words(walk: Walk, language: str) -> None:
    walk.client.cookies.set("lang", language)
    seen = dict.fromkeys(addresses(walk))
    assert len(seen) > 1000
    shown = 0
    for where in seen:
        answer = walk.client.get(where)
        check(where, answer)
        shown += answer.status_code == 200 and "&lt;script&gt;" in answer.text
    assert shown > 40, "the words are not on the pages"


def test_what_is_taken_away_as_a_table_runs_nothing(register: Register, tmp_path: Path) -> None:
    export_files(register, "csv", tmp_path)
    plover = tmp_path / "plover.tsv"
    with plover.open("w", encoding="utf-8", newline="") as out:
        export_register(register, "plover", out)
    for path in (*tmp_path.glob("*.csv"), plover):
        with path.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.reader(opened, delimiter="\t" if path == plover else ","))
        assert len(rows) > 1, path
        for cell in (cell for row in rows for cell in row):
            assert not FORMULA.match(cell) or NUMBER.fullmatch(cell), (path, cell)
    with (tmp_path / "book.xlsx").open("wb") as book:
        export_workbook(register, book)
    sheets = load_workbook(tmp_path / "book.xlsx")
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d", "inlineStr"}
    assert not [cell for cell in cells if cell.hyperlink]
