"""A served register used from Python, over a real connection."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn

import mahdar
from mahdar.outputs.api.client import Client, ServedError, Text
from mahdar.outputs.web.app import make_app
from mahdar.outputs.web.desk import Desk
from mahdar.pipeline.uploading import AT_ONCE
from mahdar.register import Register


@pytest.fixture
def served(desk: Desk) -> Iterator[Client]:
    """A desk on a port of this machine, and somebody connected to it."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(make_app(desk), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    with mahdar.connect(f"http://127.0.0.1:{listener.getsockname()[1]}") as client:
        yield client
    server.should_exit = True
    thread.join(timeout=20)


def test_it_reads_what_the_register_holds(served: Client, register: Register) -> None:
    assert [one["id"] for one in served.documents()] == [one.id for one in register.documents()]
    assert len(list(served.entries())) == sum(served.stats()["entries"].values())
    acts = list(served.entries(type="act", kind="commit", party=["KWT", "USA"]))
    assert {one["class"] for one in acts} == {"commit"}
    first = acts[0]
    span = first["evidence"][0]
    assert served.text(first["document"])[span["start"] : span["end"]] == span["quote"]
    assert served.document("01-joint-statement.txt")["language"] == "ar"
    assert next(served.people())["mentions"]
    assert served.parties("Kuwait")[0]["code"] == "KWT"


def test_a_review_that_comes_too_late_is_told(served: Client) -> None:
    one = next(served.queue(type="act"))
    seen = served.entry(one["id"])
    assert served.judge(one["id"], "accepted", tag=seen["tag"])["review"] == "accepted"
    with pytest.raises(ServedError) as late:
        served.judge(one["id"], "rejected", why="no act", tag=seen["tag"])
    assert late.value.status == 412
    assert late.value.tag == served.entry(one["id"])["tag"]
    served.comment(one["id"], "asked the embassy")
    assert served.undo(one["id"])["undone"] == "commented"


def test_texts_are_read(served: Client) -> None:
    text = "أعلنت وزارة الخارجية الكويتية أن الكويت ستستضيف الدورة السابعة في 4 مايو 2024."
    told: list[tuple[str, int]] = []
    (upload,) = served.add(
        [Text("post", text, "2024-05-01")],
        progress=lambda found: told.append((found["state"], found["done"])),
    )
    assert [one["state"] for one in upload["documents"]] == ["read"]
    assert told[-1] == ("done", 1)
    assert served.text("post") == text


def test_a_text_may_be_read_behind_ones_back(served: Client) -> None:
    (begun,) = served.add([Text("post", "أعلنت الكويت ذلك في 4 مايو 2024.")], wait=False)
    assert begun["total"] == 1
    assert served.wait(begun["id"])["state"] == "done"
    assert served.upload(begun["id"])["documents"][0]["name"] == "post"


def test_whoever_comes_when_much_is_being_read_waits_for_a_turn(
    served: Client, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(AT_ONCE):
        assert register.uploads.begin(f"made{number}", "mariam", 1, most=9, since="")
    paused: list[float] = []

    def others_end(seconds: float) -> None:
        paused.append(seconds)
        register.uploads.end("made0", "done", {})

    monkeypatch.setattr("mahdar.outputs.api.client.time.sleep", others_end)
    (begun,) = served.add([Text("post", "أعلنت الكويت ذلك في 4 مايو 2024.")], wait=False)
    assert len(paused) == 1
    monkeypatch.undo()
    assert served.wait(begun["id"])["state"] == "done"


def test_what_is_not_there_is_an_error_of_ours(served: Client) -> None:
    with pytest.raises(ServedError) as missing:
        served.document("no/such thing?")
    assert missing.value.status == 404


def test_nobody_there_is_an_error_of_ours() -> None:
    with mahdar.connect("http://127.0.0.1:9") as client, pytest.raises(mahdar.MahdarError) as refused:
        client.stats()
    assert "does not answer" in str(refused.value)
