"""The first page, series, sessions, comparisons, contradictions and briefs, over the shipped examples."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from mahdar.lexicon import default_lexicon
from mahdar.outputs.web.app import make_app
from mahdar.outputs.web.desk import Desk
from mahdar.outputs.web.timeline import drawn
from mahdar.pipeline.timeline import Landmark
from mahdar.register import Register


def token(client: TestClient) -> str:
    found = re.search(r'data-token="(\w+)"', client.get("/").text)
    assert found is not None
    return found[1]


def rows(client: TestClient, path: str) -> list[dict[str, str]]:
    text = client.get(path).text.removeprefix("\N{BYTE ORDER MARK}")
    return list(csv.DictReader(io.StringIO(text)))


def session(date: str, number: int | None = None) -> Landmark:
    return Landmark(
        "session", date, "words", "d" * 64, "strategic_dialogue", "e", edition=date, number=number
    )


def test_the_first_page_draws_the_dialogues_and_says_what_waits(client: TestClient) -> None:
    page = client.get("/").text
    assert 'href="/series/KWT-USA/4"' in page
    assert "<svg" in page
    data = client.get("/index.json").json()
    assert {one["key"] for one in data["series"][:2]} == {"IRQ-USA", "KWT-USA"}  # most sessions with a day
    assert data["waiting"]["total"] == sum(data["counts"]["entries"].values())
    assert [one["name"] for one in data["newest"]][:1]
    assert data["overdue"]["total"] >= len(data["overdue"]["chains"]) > 0
    assert data["contradictions"]["open"] > 0


def test_an_empty_register_has_a_first_page(tmp_path: Path) -> None:
    with Register.open(tmp_path / "empty.sqlite") as register:
        client = TestClient(make_app(Desk(register, default_lexicon(), user="mariam")))
        for path in ("/", "/series", "/compare", "/contradictions", "/index.json"):
            assert client.get(path).status_code == 200


def test_time_runs_with_the_lines_of_the_page() -> None:
    moments = [session("2019-03-20", 3), session("2021-06-01", 5)]
    left, right = drawn(moments, "ltr"), drawn(moments, "rtl")
    assert left is not None
    assert right is not None
    first, last = (mark.x for mark in left.lanes[0].marks)
    assert first < last
    assert [mark.x for mark in right.lanes[0].marks] == [left.width - first, left.width - last]


def test_marks_that_would_lie_on_one_another_are_one() -> None:
    drawing = drawn([session("2019-03-20"), session("2019-03-21"), session("2030")], "ltr")
    assert drawing is not None
    assert [len(mark.landmarks) for mark in drawing.lanes[0].marks] == [2, 1]


def test_nothing_with_a_day_is_no_drawing() -> None:
    assert drawn([], "ltr") is None


@pytest.mark.parametrize("key", ["KWT-USA", "usa-kwt", "KWT,USA"])
def test_a_dialogue_is_called_by_its_parties(client: TestClient, key: str) -> None:
    data = client.get(f"/series/{key}.json").json()
    assert data["series"]["parties"] == ["KWT", "USA"]
    assert [one["key"] for one in data["editions"]] == ["3", "4", "5", "6"]
    assert client.get(f"/series/{data['series']['id']}.json").json() == data
    assert client.get(f"/series/{data['series']['id'][:8]}.json").json() == data


def test_a_series_that_nobody_knows_is_not_found(client: TestClient) -> None:
    assert client.get("/series/FRA-JPN").status_code == 404
    assert client.get("/series/KWT-USA/17").status_code == 404


def test_every_series_and_session_has_a_page(client: TestClient) -> None:
    for one in client.get("/series.json").json()["series"]["rows"]:
        data = client.get(f"{one['url']}.json").json()
        for edition in data["editions"]:
            answer = client.get(edition["url"])
            assert answer.status_code == 200, edition["url"]
            for link in set(re.findall(r'href="(/(?:series|compare)[^"#]*)"', answer.text)):
                assert client.get(link).status_code == 200, link


def test_a_session_shows_what_was_agreed_with_the_words(client: TestClient, register: Register) -> None:
    data = client.get("/series/KWT-USA/4.json").json()
    assert data["edition"]["number"] == 4
    assert {one["name"] for one in data["documents"] if one["speaks"]} == {"01-joint-statement.txt"}
    assert data["instruments"]
    assert data["positions"]
    for group in ("instruments", "commitments", "quotes", "amounts"):
        for one in data[group]:
            evidence = one["entry"]["evidence"][0]
            text = register.text(one["entry"]["document"])
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    page = client.get("/series/KWT-USA/4").text
    assert f'#e-{data["commitments"][0]["entry"]["id"]}"' in page


def test_a_session_that_is_only_planned_says_so(client: TestClient) -> None:
    page = client.get("/series/KWT-USA/6").text
    assert "No document is about this session; others mention it." in page
    assert 'mark-warn">planned' in page


def test_a_rejected_entry_is_not_part_of_a_session(client: TestClient, register: Register) -> None:
    before = client.get("/series/KWT-USA/4.json").json()["instruments"]
    for one in (before[0]["entry"], *before[0]["also"]):
        register.review(one["id"], "rejected", "mariam", "not one")
    after = client.get("/series/KWT-USA/4.json").json()["instruments"]
    assert len(after) == len(before) - 1


def test_two_sessions_stand_side_by_side(client: TestClient) -> None:
    page = client.get("/compare/KWT-USA/4/5").text
    assert "<del>" in page or "words that only the earlier session has" in page
    kept = client.get("/compare/KWT-USA/4/5", params={"what": "kept"}).text
    assert "<del>" in kept
    assert "<ins>" in kept
    data = client.get("/compare/KWT-USA/4/5.json").json()
    assert len(rows(client, "/compare/KWT-USA/4/5.csv")) == len(data["findings"])


def test_sessions_without_a_text_are_not_compared(client: TestClient) -> None:
    answer = client.get("/compare/KWT-USA/3/4")
    assert answer.status_code == 400
    assert "No document speaks for" in answer.text


def test_a_report_stands_beside_its_statement(client: TestClient) -> None:
    sent = client.get("/compare/go", params={"statement": "01", "report": "02", "report_article": "1"})
    assert sent.status_code == 303
    where = sent.headers["location"]
    assert where.endswith("?report_article=1")
    page = client.get(where).text
    assert "<del>" in page
    assert "<ins>" in page
    data = client.get(where.replace("?", ".json?")).json()
    assert 0 < data["carried"] < 1
    assert data["altered"]
    assert all(row["statement"] or row["report"] for row in rows(client, where.replace("?", ".csv?")))


def test_the_form_says_which_document_is_not_found(client: TestClient) -> None:
    sent = client.get("/compare/go", params={"statement": "zz", "report": "02"})
    page = client.get(sent.headers["location"]).text
    assert 'aria-describedby="statement-problem"' in page
    assert 'aria-describedby="report-problem"' not in page


def test_the_form_leads_to_two_sessions(client: TestClient) -> None:
    sent = client.get("/compare/go", params={"series": "KWT-USA", "first": "4", "second": "5"})
    assert sent.headers["location"] == "/compare/KWT-USA/4/5"
    assert 'name="second"' in client.get("/compare", params={"series": "KWT-USA"}).text


def test_a_contradiction_is_closed_with_a_reason_and_opened_again(client: TestClient) -> None:
    first = client.get("/contradictions.json").json()["contradictions"]["rows"][0]
    where, form = f"/contradictions/{first['id']}", {"csrf": token(client)}
    assert client.post(f"{where}/close", data={**form, "why": " "}).status_code == 400
    assert client.post(f"{where}/close", data={"why": "misprint"}).status_code == 403
    assert client.post(f"{where}/close", data={**form, "why": "misprint"}).status_code == 303
    rest = client.get("/contradictions.json").json()
    assert first["id"] not in {one["id"] for one in rest["contradictions"]["rows"]}
    closed = client.get("/contradictions.json", params={"closed": 1}).json()["contradictions"]["rows"]
    assert {one["id"]: one["closed"] and one["closed"]["why"] for one in closed}[first["id"]] == "misprint"
    assert client.post(f"{where}/reopen", data=form).status_code == 303
    again = client.get("/contradictions.json").json()["contradictions"]["rows"]
    assert first["id"] in {one["id"] for one in again}


def test_a_contradiction_that_is_none_cannot_be_closed(client: TestClient) -> None:
    form = {"csrf": token(client), "why": "misprint"}
    assert client.post("/contradictions/feedfacefeedface/close", data=form).status_code == 404


@pytest.mark.parametrize(
    ("path", "kind", "begins"),
    [
        ("/brief/KWT-USA.html", "text/html", b"<!doctype html>"),
        ("/brief/KWT-USA:5.docx", "application/vnd.openxml", b"PK"),
        ("/brief/USA.md", "text/markdown", b"#"),
    ],
)
def test_a_brief_is_taken_away(client: TestClient, path: str, kind: str, begins: bytes) -> None:
    answer = client.get(path, params={"lang": "en"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.content.startswith(begins)
    assert ("content-disposition" in answer.headers) == (not path.endswith(".html"))
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_briefs_of_what_nobody_knows_are_not_found(client: TestClient) -> None:
    assert client.get("/brief/FRA-JPN.html").status_code == 404
    assert client.get("/brief/KWT-USA.exe").status_code == 404
