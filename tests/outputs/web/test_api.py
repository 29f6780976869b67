"""The interface for programs: what it answers, what it refuses, and that it does as its description says."""

from __future__ import annotations

import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from mahdar.outputs.web.app import make_app
from mahdar.outputs.web.desk import Desk
from mahdar.pipeline.local import Options, read_paths
from mahdar.pipeline.uploading import AT_ONCE
from mahdar.register import Register

API = "/api/v1"
POST = "أعلنت وزارة الخارجية السلوفينية أن سلوفينيا والأردن ستعقدان جولة ثانية من الحوار في 9 أيلول 2020"
SIGNED = "ووقّعت سلوفينيا والأردن مذكرة تفاهم في مجال الري"
LIMIT = 120
"""Seconds."""


def entry(client: TestClient, **asked: Any) -> dict[str, Any]:
    return dict(client.get(f"{API}/entries", params=asked | {"limit": 1}).json()["items"][0])


def read(client: TestClient, sent: dict[str, Any]) -> list[dict[str, Any]]:
    """Send texts, wait until they are read, and return what became of each."""
    answer = client.post(f"{API}/documents", json=sent)
    assert answer.status_code == 202, answer.text
    until = time.monotonic() + LIMIT
    while time.monotonic() < until:
        found = client.get(answer.headers["location"]).json()
        if found["state"] != "running":
            assert (found["state"], found["done"]) == ("done", found["total"])
            return list(found["documents"])
        time.sleep(0.2)
    raise AssertionError("it is not read")


def test_every_part_of_a_list_together_is_the_list(client: TestClient, register: Register) -> None:
    found: list[str] = []
    where: str | None = f"{API}/entries?limit=100"
    while where:
        answer = client.get(where)
        found += [one["id"] for one in answer.json()["items"]]
        where = answer.links.get("next", {}).get("url")
    assert found == [one.id for one in register.entries()]


def test_an_entry_rests_on_the_words_of_its_document(client: TestClient) -> None:
    for one in client.get(f"{API}/entries", params={"limit": 200}).json()["items"]:
        text = client.get(f"{API}/documents/{one['document']}/text").json()["text"]
        for evidence in one["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize(
    "asked",
    [{"type": "act", "kind": "commit"}, {"party": ["KWT", "USA"]}, {"track": "defence"}, {"due": True}],
)
def test_filters_narrow(client: TestClient, asked: dict[str, Any]) -> None:
    some = client.get(f"{API}/entries", params=asked | {"limit": 500}).json()["items"]
    assert 0 < len(some) < 431
    for one in some:
        assert "kind" not in asked or one["class"] == asked["kind"]
        assert "track" not in asked or asked["track"] in one["tracks"]


def test_a_search_marks_the_words_that_matched(client: TestClient) -> None:
    found = client.get(f"{API}/search", params={"q": "class:commit الدفاع"}).json()
    assert found["hits"]
    for one in found["hits"]:
        text = client.get(f"{API}/documents/{one['document']}/text").json()["text"]
        for piece in one["snippets"]:
            assert text[piece["start"] : piece["end"]] == piece["text"]
            assert all(
                piece["start"] <= mark["start"] < mark["end"] <= piece["end"] for mark in piece["marks"]
            )
    assert client.get(f"{API}/search", params={"q": "colour:red"}).status_code == 400


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get(f"{API}/documents")
    again = client.get(f"{API}/documents", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_two_reviewers_cannot_overwrite_each_other(client: TestClient) -> None:
    one = entry(client, type="act")
    tag = client.get(f"{API}/entries/{one['id']}").headers["etag"]
    where = f"{API}/entries/{one['id']}/verdict"
    done = client.post(where, json={"verdict": "accepted"}, headers={"if-match": tag})
    assert done.json()["review"] == "accepted"
    late = client.post(where, json={"verdict": "rejected", "why": "no act"}, headers={"if-match": tag})
    assert late.status_code == 412
    assert late.headers["content-type"] == "application/problem+json"
    now = client.get(f"{API}/entries/{one['id']}")
    assert now.json()["entry"]["review"] == "accepted"
    assert late.headers["etag"] == now.headers["etag"] == done.headers["etag"]


def test_a_review_is_corrected_and_taken_back(client: TestClient) -> None:
    one = entry(client, type="act", kind="commit")
    where = f"{API}/entries/{one['id']}"
    changed = client.post(f"{where}/verdict", json={"verdict": "corrected", "fields": {"class": "support"}})
    assert changed.json()["class"] == "support"
    assert client.post(f"{where}/undo").status_code == 200
    assert client.get(where).json()["entry"]["class"] == "commit"


def test_what_went_over_into_no_newer_version_is_looked_at_again(
    client: TestClient, register: Register, tmp_path: Path
) -> None:
    file = tmp_path / "post.txt"
    file.write_text(f"{POST}. {SIGNED}.", encoding="utf-8")
    read_paths([str(file)], register, Options(jobs=1))
    for one in client.get(f"{API}/queue", params={"document": "post.txt", "order": "text"}).json()["items"]:
        client.post(f"{API}/entries/{one['id']}/verdict", json={"verdict": "accepted"})
    file.write_text(f"{POST}.", encoding="utf-8")
    read_paths([str(file)], register, Options(jobs=1))
    waiting = client.get(f"{API}/queue", params={"which": "again"}).json()
    signed = next(one for one in waiting["items"] if one["class"] == "sign")
    told = client.post(f"{API}/entries/{signed['id']}/settle", json={"why": "taken out of the post"})
    assert told.status_code == 200, told.text
    left = client.get(f"{API}/queue", params={"which": "again"}).json()
    assert left["total"] == waiting["total"] - 1
    assert client.post(f"{API}/entries/{signed['id']}/settle", json={}).status_code == 400


def test_an_entry_is_added_with_its_words(client: TestClient) -> None:
    document = client.get(f"{API}/documents/01-joint-statement.txt").json()
    start = document["articles"][0]["start"]
    said = {"type": "quote", "evidence": [{"start": start, "end": start + 9}], "fields": {"direct": False}}
    answer = client.post(f"{API}/documents/{document['id']}/entries", json=said)
    assert answer.status_code == 201, answer.text
    assert (answer.json()["reader"], answer.json()["review"]) == ("person mariam", "accepted")
    note = client.post(f"{API}/entries/{answer.json()['id']}/comments", json={"words": "seen in the hall"})
    assert (note.status_code, note.json()["who"]) == (201, "mariam")


def test_texts_are_read_and_linked(client: TestClient, register: Register) -> None:
    text = "أعلنت وزارة الخارجية الكويتية أن الكويت والولايات المتحدة ستوقعان اتفاقية جمركية في 3 مايو 2022."
    sent = {"documents": [{"name": "post", "text": text, "date": "2022-05-01"}]}
    (first,) = read(client, sent)
    assert (first["name"], first["state"], first["language"]) == ("post", "read", "ar")
    assert sum(first["entries"].values()) > 0
    assert [one["state"] for one in read(client, sent)] == ["known"]
    assert client.get(f"{API}/documents/{first['id']}/text").json()["text"] == text
    assert register.document(first["id"]).given == "2022-05-01"


def test_what_is_no_text_fails_alone(client: TestClient) -> None:
    sent = {
        "documents": [{"name": name, "text": text} for name, text in (("page", "<html>"), ("post", "مرحبا"))]
    }
    became = read(client, sent)
    assert [(one["name"], one["state"], one["reason"]) for one in became] == [
        ("page", "failed", "markup"), ("post", "read", None),
    ]  # fmt: skip
    with_zero = {"documents": [{"name": "post", "text": "a\0b"}]}
    assert client.post(f"{API}/documents", json=with_zero).status_code == 422


def test_so_much_is_read_at_once(client: TestClient, register: Register) -> None:
    for number in range(AT_ONCE):
        assert register.uploads.begin(f"made{number}", "mariam", 1, most=9, since="")
    refused = client.post(f"{API}/documents", json={"documents": [{"name": "post", "text": "مرحبا"}]})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "5")
    many = {"documents": [{"name": "post", "text": "مرحبا"}] * 51}
    assert client.post(f"{API}/documents", json=many).status_code == 422


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/documents/nothing", 404),
        ("/entries/0000000000", 404),
        ("/entries?limit=0", 422),
        ("/entries?colour=red", 422),
        ("/entries?after=gone", 400),
        ("/nowhere", 404),
    ],
)
def test_errors_are_problem_details(client: TestClient, path: str, status: int) -> None:
    answer = client.get(API + path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


def test_no_other_site_can_post(client: TestClient) -> None:
    one = entry(client)
    plain = client.post(
        f"{API}/entries/{one['id']}/verdict",
        content='{"verdict": "accepted"}',
        headers={"content-type": "text/plain"},
    )
    assert plain.status_code == 422


OPERATIONS = (
    *("GET /documents", "GET /documents/{key}", "GET /documents/{key}/text", "POST /documents"),
    "GET /uploads/{key}",
    *("GET /entries", "GET /entries/{key}", "GET /links", "GET /people", "GET /people/{key}", "GET /parties"),
    *("GET /search", "GET /series", "GET /chains", "GET /contradictions"),
    *("GET /stats", "GET /queue", "POST /entries/{key}/verdict", "POST /documents/{document}/entries"),
    *(
        "POST /entries/{key}/undo",
        "POST /entries/{key}/settle",
        "GET /entries/{key}/comments",
        "POST /entries/{key}/comments",
    ),
)


def test_every_operation_is_called(desk: Desk) -> None:
    paths = make_app(desk).openapi()["paths"]
    every = {f"{method.upper()} {path}" for path, its in paths.items() for method in its}
    assert every == {one.replace(" ", f" {API}") for one in OPERATIONS}


@pytest.fixture
def uploads_end() -> Iterator[None]:
    """Leave no process behind that reads what a test sent."""
    yield
    for one in active_children():
        if one.name.startswith("upload-"):
            one.join(LIMIT)


@pytest.mark.usefixtures("uploads_end")
@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_operation_does_as_its_description_says(desk: Desk, operation: str) -> None:
    """No server error, and answers of the form that is described, whatever is sent.

    How long an answer takes is none of this: on a busy machine one may take longer than the ten seconds that
    are waited for without a word.
    """
    method, path = operation.split(" ")
    schema = schemathesis.openapi.from_asgi("/openapi.json", make_app(desk), timeout=LIMIT)

    @given(case=schema[API + path][method].as_strategy())
    @settings(
        max_examples=15,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def call(case: schemathesis.Case) -> None:
        # A well-formed call may still ask for what is not there.
        case.call_and_validate(
            headers={"accept": "application/json"},
            timeout=LIMIT,
            excluded_checks=[positive_data_acceptance],
        )

    call()
