"""Documents given through the desk: read in the background, listed with what became of each."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser
from multiprocessing import active_children
from typing import Any

import pytest
from fastapi.testclient import TestClient

from mahdar.errors import UnknownIdError
from mahdar.pipeline import uploading
from mahdar.register import Register

POST = """وزير الخارجية الياباني يستقبل نظيره الأردني

نشر بتاريخ: 14 مايو 2019

أكد وزير الخارجية الياباني في اجتماع عقد أمس دعم طوكيو للأردن في ملف اللاجئين. وقدمت اليابان 3 ملايين دولار.
"""
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"
LIMIT = 120
"""Seconds."""
FEW = {"most": uploading.AT_ONCE, "since": ""}


class Markup(HTMLParser):
    """Fails at what no template of ours writes: scripts in a page, and attributes that are scripts."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        assert tag != "script" or "src" in names
        assert not any(name.startswith("on") for name in names), (tag, attrs)
        assert ("src", "x") not in attrs


def token(client: TestClient) -> str:
    found = re.search(r'data-token="(\w+)"', client.get("/add").text)
    assert found is not None
    return found[1]


def give(client: TestClient, *files: tuple[str, bytes], **fields: str) -> Any:
    sent = [("files", (name, data, "text/plain")) for name, data in files]
    return client.post("/add", data={**fields, "csrf": token(client)}, files=sent or [("files", ("", b""))])


def became(client: TestClient, answer: Any) -> dict[str, Any]:
    """Wait until a lot is read and return what became of it."""
    assert answer.status_code == 303, answer.text
    until = time.monotonic() + LIMIT
    while time.monotonic() < until:
        found: dict[str, Any] = client.get(f"{answer.headers['location']}.json").json()["upload"]
        if found["state"] != "running":
            return found
        time.sleep(0.2)
    raise AssertionError("it is not read")


def test_files_are_read_in_whatever_encoding_and_what_fails_says_why(
    client: TestClient, register: Register
) -> None:
    answer = give(
        client,
        ("texts/utf8.txt", POST.encode()),
        ("copy.txt", POST.encode()),
        ("windows.txt", f"{POST}وأشاد الأردن بالدعم.\n".encode("cp1256")),
        ("utf16.txt", f"{POST}ورحبت اليابان بذلك.\n".encode("utf-16")),
        ("a.pdf", b"%PDF-1.7 and so on"),
        ("empty.txt", b""),
        date="2019-05-15",
    )
    found = became(client, answer)
    assert (found["state"], found["done"], found["total"]) == ("done", 6, 6)
    states = {one["name"]: one["state"] for one in found["documents"]}
    assert states == {
        "utf8.txt": "read", "copy.txt": "known", "windows.txt": "read", "utf16.txt": "read",
        "a.pdf": "failed", "empty.txt": "failed",
    }  # fmt: skip
    assert register.document("utf8.txt").given == "2019-05-15"
    assert register.text(register.document("windows.txt").id).startswith(POST)
    page = client.get(answer.headers["location"]).text
    assert "It is no text file." in page
    assert "Save it as plain text and add that." in page
    assert {one.who for one in register.events(register.document("utf16.txt").id)} == {"mariam"}


def test_a_pasted_text_is_read_under_its_name_and_known_the_next_time(
    client: TestClient, register: Register
) -> None:
    found = became(client, give(client, text=POST.replace("\n", "\r\n"), name="لقاء"))
    assert [(one["name"], one["state"]) for one in found["documents"]] == [("لقاء", "read")]
    assert register.text(found["documents"][0]["id"]) == POST
    assert register.document("لقاء").path is None
    again = became(client, give(client, text=POST, name="other"))
    assert [one["state"] for one in again["documents"]] == ["known"]


def test_what_belongs_together_is_linked(client: TestClient, register: Register) -> None:
    statement = register.text(register.document("01-joint-statement.txt").id)
    found = became(client, give(client, text=statement + "\nنقلاً عن النص الكامل.\n", name="again"))
    assert "01-joint-statement.txt" in {one["name"] for one in found["linked"]}


def test_nothing_of_a_document_becomes_markup(client: TestClient, register: Register) -> None:
    """A name and a text that try it, on every page that shows them."""
    text = f"{POST}وقال الوزير «{HOSTILE} إن الدعم مستمر ولن يتوقف أبداً».\n{HOSTILE}\n"
    answer = give(client, (f"{HOSTILE}.txt".replace("/", "\N{DIVISION SLASH}"), text.encode()))
    found = became(client, answer)
    id_ = found["documents"][0]["id"]
    addresses = [
        "/",
        "/documents",
        f"/documents/{id_[:12]}",
        "/explore",
        "/people",
        "/review",
        "/add",
        "/follow",
    ]
    addresses += [
        answer.headers["location"],
        "/search?q=" + HOSTILE,
        "/explore?party=JPN",
        "/sign-in?next=/<b>",
    ]
    for address in addresses:
        page = client.get(address)
        assert page.status_code in {200, 303}, address
        Markup().feed(page.text)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose files or paste a text first."),
        ({"text": "  \n "}, "Choose files or paste a text first."),
        ({"text": POST, "date": "yesterday"}, "is no day"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(
    client: TestClient, sent: dict[str, str], said: str
) -> None:
    answer = give(client, **sent)
    assert answer.status_code == 400
    assert said in answer.text
    assert sent.get("text", "").strip()[:40] in answer.text


def test_so_many_files_and_lots_are_taken_at_once(client: TestClient, register: Register) -> None:
    many = give(client, *((f"{number}.txt", b"x") for number in range(uploading.MOST_FILES + 1)))
    assert (many.status_code, "give 1 to 200 documents" in many.text) == (400, True)
    for number in range(uploading.AT_ONCE):
        assert register.uploads.begin(f"made{number}", "mariam", 1, **FEW)
    assert "many documents are being read" in give(client, text=POST).text


def test_a_lot_whose_reader_was_killed_says_so(client: TestClient, register: Register) -> None:
    answer = give(client, *((f"{number}.txt", f"{POST}\n{number}\n".encode() * 40) for number in range(40)))
    upload = answer.headers["location"].removeprefix("/add/")
    process = next(one for one in active_children() if upload in one.name)
    process.kill()
    found = became(client, answer)
    assert (found["state"], found["why"]) == ("failed", "killed")
    assert "Reading ended before its time." in client.get(answer.headers["location"]).text
    assert register.counts().documents >= 9


def test_a_lot_without_signs_of_life_is_not_waited_for(client: TestClient, register: Register) -> None:
    assert register.uploads.begin("made", "mariam", 3, **FEW)
    assert client.get("/add/made.json").json()["upload"]["state"] == "running"
    later = Register.open(register.where, now=lambda: register.now() + uploading.timedelta(minutes=2))
    with later:
        assert not uploading.is_alive(later, later.uploads.find("made"))


def test_an_unknown_lot_is_not_there(client: TestClient, register: Register) -> None:
    assert client.get("/add/nothing").status_code == 404
    with pytest.raises(UnknownIdError):
        register.uploads.find("nothing")


def test_a_file_that_is_too_large_is_refused_while_it_comes(client: TestClient) -> None:
    sent = [("files", ("a.txt", b"x" * (64 * 2**20 + 1), "text/plain"))]
    assert client.post("/add", data={"csrf": token(client)}, files=sent).status_code == 413
