"""What holds for every page: its twins, its languages, what it tells the browser, and who may post."""

from __future__ import annotations

import csv
import io
import re
import threading
import time

import pytest
from fastapi.testclient import TestClient

from mahdar.outputs.web.kept import Kept, Made

TABLES = (
    "/contradictions",
    "/documents",
    "/explore/act",
    "/explore/meeting",
    "/follow",
    "/parties",
    "/people",
    "/series",
    "/series/KWT-USA",
)
PAGES = (
    "/",
    "/add",
    "/compare",
    "/compare/01-joint-statement.txt/02-news-report.txt",
    "/compare/KWT-USA/4/5",
    "/documents/01-joint-statement.txt",
    "/explore",
    "/series/KWT-USA/4",
    "/users",
    *TABLES,
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_runs_in_the_direction_of_its_language(client: TestClient, path: str) -> None:
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        answer = client.get(path, params={"lang": language})
        assert answer.status_code == 200
        assert f'<html lang="{language}" dir="{direction}"' in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_its_data(client: TestClient, path: str) -> None:
    answer = client.get("/index.json" if path == "/" else f"{path}.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()


@pytest.mark.parametrize("path", TABLES)
def test_a_table_is_a_file_of_cells_too(client: TestClient, path: str) -> None:
    answer = client.get(f"{path}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\N{BYTE ORDER MARK}"))))
    assert rows


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_nothing_from_elsewhere_and_runs_no_script_of_its_text(
    client: TestClient, path: str
) -> None:
    answer = client.get(path)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not re.search(r"<script(?![^>]* src=)|\son\w+=|\sstyle=|https?://", answer.text)
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', answer.text):
        assert client.get(address).status_code == 200


def test_a_language_is_remembered(client: TestClient) -> None:
    client.get("/", params={"lang": "ar"})
    assert '<html lang="ar"' in client.get("/").text


def test_what_is_not_there_is_said_on_a_page_and_to_programs(client: TestClient) -> None:
    assert "<h1>Not found</h1>" in client.get("/nothing").text
    answer = client.get("/nothing.json")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_no_form_of_another_site_is_taken(client: TestClient) -> None:
    assert client.post("/theme", data={"theme": "dark"}).status_code == 403
    token = re.search(r'data-token="(\w+)"', client.get("/").text)
    assert token is not None
    sent = {"theme": "dark", "csrf": token[1], "back": "https://elsewhere.example/"}
    answer = client.post("/theme", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert 'data-theme="dark"' in client.get("/").text


def test_readers_who_ask_at_once_have_a_page_made_once() -> None:
    kept, made = Kept(), []

    def ask() -> None:
        with kept.one_at_a_time(("page",)):
            if kept.find("now", ("page",)) is None:
                made.append(threading.get_ident())
                time.sleep(0.05)
                kept.keep("now", ("page",), Made(b"page", 200, "text/html"))

    readers = [threading.Thread(target=ask) for _ in range(8)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    assert len(made) == 1
    assert kept.find("later", ("page",)) is None  # the register has changed
