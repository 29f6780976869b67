"""The page of a document: its text as it is, its entries marked, the one that is chosen."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.outputs.web.app import make_app
from mahdar.outputs.web.desk import Desk
from mahdar.outputs.web.who import Who
from mahdar.pipeline.document import read_document
from mahdar.register import Register

STATEMENT = "01-joint-statement.txt"


class Shown(HTMLParser):
    """What a browser makes of the pieces of a document's page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: dict[int, str] = {}
        self.words: dict[str, list[tuple[int, str]]] = {}
        self.anchors: list[str] = []
        self._entries: list[str] = []
        self._in: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        its = dict(attrs)
        if "data-entries" in its:
            self._entries = (its["data-entries"] or "").split()
        if (its.get("id") or "").startswith("e-"):
            self.anchors.append(str(its["id"]).removeprefix("e-"))
        if tag in {"p", "h2", "h3", "a", "span"}:
            self._in.append((tag, its))

    def handle_endtag(self, tag: str) -> None:
        if self._in and self._in[-1][0] == tag:
            self._in.pop()

    def handle_data(self, data: str) -> None:
        piece = next((its for _, its in self._in if "data-start" in its), None)
        if piece is None:
            return
        start = int(str(piece["data-start"]))
        held = self.pieces.get(start, "")
        self.pieces[start] = held + data
        marks = next((its["data-e"] for _, its in self._in if its.get("data-e")), None)
        for mark in (marks or "").split():
            self.words.setdefault(self._entries[int(mark)], []).append((start + len(held), data))

    @property
    def text(self) -> str:
        return "".join(self.pieces[start] for start in sorted(self.pieces))


def shown(page: str) -> Shown:
    parser = Shown()
    parser.feed(page)
    return parser


def address(register: Register, name: str = STATEMENT) -> str:
    return f"/documents/{register.document(name).id[:12]}"


def test_a_document_stands_on_its_page_as_it_is(client: TestClient, register: Register) -> None:
    for record in register.documents():
        seen = shown(client.get(f"/documents/{record.id[:12]}").text)
        assert seen.text == register.text(record.id)
        starts = sorted(seen.pieces)
        assert all(start + len(seen.pieces[start]) == after for start, after in pairwise(starts))


def test_every_entry_is_marked_where_it_stands(client: TestClient, register: Register) -> None:
    for record in register.documents():
        text = register.text(record.id)
        seen = shown(client.get(f"/documents/{record.id[:12]}").text)
        for entry in register.entries(record.id):
            for one in entry.evidence:
                inside = [words for at, words in seen.words[entry.id] if one.start <= at < one.end]
                assert "".join(inside) == one.quote == text[one.start : one.end]
            assert seen.anchors.count(entry.id) == 1


def test_choosing_an_entry_shows_all_that_is_known_of_it(client: TestClient, register: Register) -> None:
    entry = next(iter(register.entries(register.document(STATEMENT).id, "act")))
    page = client.get(address(register), params={"entry": entry.id}).text
    assert 'aria-label="The chosen entry"' in page
    assert re.search(r'class="w[^"]* on"', page)
    for words in ("Who acts", "Its words", "a verb heads it", "Row of the lexicon:", entry.reader):
        assert words in page
    alone = client.get(f"/entries/{entry.id}").text
    assert entry.evidence[0].quote.split()[0] in alone
    data = client.get(f"/entries/{entry.id}.json").json()
    assert data["chosen"]["entry"]["evidence"][0] == {
        "start": entry.evidence[0].start, "end": entry.evidence[0].end, "quote": entry.evidence[0].quote,
    }  # fmt: skip


def test_the_data_of_a_document_are_whole(client: TestClient, register: Register) -> None:
    data = client.get(f"{address(register)}.json").json()
    assert data["document"]["name"] == STATEMENT
    assert data["text"] == register.text(data["document"]["id"])
    for entry in data["entries"]:
        for one in entry["evidence"]:
            assert data["text"][one["start"] : one["end"]] == one["quote"]
    assert {"articles", "versions", "people", "chosen"} <= data.keys()


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({"type": "date"}, lambda one: one["type"] == "date"),
        ({"type": ["date", "quote"]}, lambda one: one["type"] in {"date", "quote"}),
        ({"kind": "affirm"}, lambda one: one["fields"]["class"] == "affirm"),
        ({"track": "defence"}, lambda one: "defence" in one["fields"]["tracks"]),
        ({"party": "USA"}, lambda one: "USA" in str(one["fields"])),
    ],
)
def test_only_what_is_asked_for_is_marked(
    client: TestClient, register: Register, asked: dict[str, str], holds: object
) -> None:
    where = address(register)
    every = client.get(f"{where}.json").json()["entries"]
    some = client.get(f"{where}.json", params=asked).json()["entries"]
    assert 0 < len(some) < len(every)
    assert all(holds(one) for one in some)  # type: ignore[operator]
    page = shown(client.get(where, params=asked).text)
    assert page.words.keys() == {one["id"] for one in some}


def test_an_entry_of_another_document_is_not_chosen(client: TestClient, register: Register) -> None:
    entry = next(iter(register.entries(register.document(STATEMENT).id)))
    answer = client.get(address(register, "02-news-report.txt"), params={"entry": entry.id})
    assert answer.status_code == 404


class Reader:
    """Takes everybody for somebody who may only read."""

    async def who(self, _request: object) -> Who:
        return Who("layla", "reader")


def test_who_only_reads_is_offered_no_verdict(desk: Desk, register: Register) -> None:
    entry = next(iter(register.entries(register.document(STATEMENT).id, "act")))
    where = f"{address(register)}?entry={entry.id}"
    app = make_app(desk)
    with TestClient(app, headers={"accept": "text/html", "accept-language": "en"}) as client:
        assert f'action="/review/{entry.id}/accept"' in client.get(where).text
        app.state.doorkeeper = Reader()
        page = client.get(where).text
        assert "/accept" not in page
        assert 'id="marking"' not in page


def test_a_verdict_given_in_the_pane_comes_back_to_the_words(client: TestClient, register: Register) -> None:
    entry = next(iter(register.entries(register.document(STATEMENT).id, "act")))
    page = client.get(f"/entries/{entry.id}").text
    form = page[page.index(f'action="/review/{entry.id}/accept"') :]
    sent = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[: form.index("</form>")]))
    answer = client.post(f"/review/{entry.id}/accept", data=sent)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{address(register)}?entry={entry.id}#e-{entry.id}"
    assert register.entry(entry.id).review == "accepted"
    assert "mark-accepted" in client.get(answer.headers["location"]).text


def test_a_comment_on_a_document_stands_below_it(client: TestClient, register: Register) -> None:
    where = address(register)
    token = re.search(r'data-token="(\w+)"', client.get(where).text)
    assert token is not None
    sent = {"csrf": token[1], "words": "<b>look at the annex</b>"}
    answer = client.post(f"{where}/comments", data=sent)
    assert answer.headers["location"] == f"{where}#comments"
    assert "&lt;b&gt;look at the annex&lt;/b&gt;" in client.get(where).text
    assert client.get(f"{where}.json").json()["comments"][0]["who"] == "mariam"


def test_what_contradicts_an_entry_is_shown_with_it(client: TestClient, desk: Desk) -> None:
    desk.standing.refresh()
    found = desk.standing.contradictions().value or ()
    clash = next(one for one in found if one.a.document != one.b.document)
    entries = desk.register.entries(clash.a.document)
    entry = next(one for one in entries if any(clash.a.span.overlap(its) for its in one.evidence))
    shown_ = client.get(f"/entries/{entry.id}.json").json()["chosen"]["contradictions"]
    assert clash.id in {one["id"] for one in shown_}
    quote = clash.b.span.cut(desk.register.text(clash.b.document))
    assert quote in {one["quote"] for one in shown_}


HOSTILE = (
    "عقدت مالطا وقبرص <script>alert(1)</script> الجولة الثانية & \0 \N{RIGHT-TO-LEFT OVERRIDE}من الحوار\r\n"
    "\r\n<img src=x onerror=alert(1)> وأكد وزير خارجية مالطا أهمية التعاون \"'<!-- مع قبرص\n"
    "\f\x7f\N{GRINNING FACE}"
)


def test_nothing_in_a_document_becomes_markup(tmp_path: Path) -> None:
    with Register.open(tmp_path / "hostile.sqlite") as register:
        document = Document.of(HOSTILE, "<script>alert(2)</script>&.txt")
        register.add([read_document(document, default_lexicon())])
        desk = Desk(register, default_lexicon(), user="mariam")
        with TestClient(make_app(desk), headers={"accept": "text/html", "accept-language": "en"}) as client:
            for path in (f"/documents/{document.id[:12]}", "/documents"):
                page = client.get(path).text
                assert "<img src=x" not in page
                assert not re.search(r"<script(?! src=\"/static/)", page)
            seen = shown(client.get(f"/documents/{document.id[:12]}").text)
    assert seen.text == HOSTILE.replace("\0", "\N{REPLACEMENT CHARACTER}")


def test_documents_are_found_by_name_kind_and_party(client: TestClient) -> None:
    def names(**asked: str) -> list[str]:
        rows = client.get("/documents.json", params=asked).json()["documents"]["rows"]
        return [one["name"] for one in rows]

    assert names(name="statement joint") == [STATEMENT]
    assert STATEMENT in names(kind="joint_statement")
    assert "02-news-report.txt" not in names(kind="joint_statement")
    assert names(party="Kuwait") == names(party="KWT")
    assert 0 < len(names(party="KWT")) < 9
    assert names(party="Atlantis") == []
    assert names(sort="-chars") == names(sort="chars")[::-1]
    years = {one["published"] for one in client.get("/documents.json").json()["documents"]["rows"]}
    year = next(one[:4] for one in years if one)
    assert 0 < len(names(year=year)) < 9
