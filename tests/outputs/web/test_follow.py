"""The board: chains by rung, one of them step by step, and steps that people write down."""

from __future__ import annotations

import csv
import io
import re

import pytest


def token(client):
    return re.search(r'data-token="(\w+)"', client.get("/follow").text)[1]


@pytest.fixture
def chains(client):
    """All chains, as the page gives them to programs."""
    return client.get("/follow.json").json()["chains"]


def test_every_chain_is_on_the_board_in_the_column_of_its_rung(client, chains):
    assert chains
    page = client.get("/follow").text
    columns = re.findall(
        r'<section class="column" aria-labelledby="c-(\w+)">(.*?)</section>', page, re.DOTALL
    )
    shown = {rung: re.findall(r'href="/follow/(\w+)"', cards) for rung, cards in columns}
    for rung, ids in shown.items():
        assert set(ids) <= {one["id"] for one in chains if one["rung"] == rung}
    assert {rung: len(ids) for rung, ids in shown.items()} == {
        rung: min(12, sum(one["rung"] == rung for one in chains)) for rung in shown
    }
    assert sum(len(ids) for ids in shown.values()) > 0


def test_the_board_is_a_table_too_and_a_file(client, chains):
    page = client.get("/follow", params={"as": "table"})
    assert "<table" in page.text
    text = client.get("/follow.csv").text.removeprefix("\N{BYTE ORDER MARK}")
    assert [row["id"] for row in csv.DictReader(io.StringIO(text))] == [one["id"] for one in chains]


@pytest.mark.parametrize("asked", ["type=commitment", "type=instrument", "overdue=true", "silent=true"])
def test_a_filter_leaves_what_is_asked_for(client, chains, asked):
    name, value = asked.split("=")
    fits = {
        "type": lambda one: one["type"] == value,
        "overdue": lambda one: one["overdue"],
        "silent": lambda one: one["silent_since"] is not None,
    }[name]
    found = client.get(f"/follow.json?{asked}").json()["chains"]
    assert {one["id"] for one in found} == {one["id"] for one in chains if fits(one)}


def test_parties_topics_rungs_and_due_days_narrow_down(client, chains):
    one = next(one for one in chains if one["parties"] and one["tracks"])
    asked = {"party": one["parties"][0], "track": one["tracks"][0], "rung": one["rung"]}
    found = client.get("/follow.json", params=asked).json()["chains"]
    assert one["id"] in {its["id"] for its in found}
    assert all(asked["party"] in its["parties"] and its["rung"] == asked["rung"] for its in found)
    due = client.get("/follow.json", params={"due_from": "1900", "due_until": "2900"}).json()["chains"]
    assert {its["id"] for its in due} == {its["id"] for its in chains if its["due"]}


def test_a_past_day_shows_what_was_known_then(client, chains):
    assert client.get("/follow.json?as_of=1990-01-01").json()["total"] == 0
    days = sorted(step["date"] for one in chains for step in one["steps"] if step["date"])
    then = client.get("/follow.json", params={"as_of": days[len(days) // 2]}).json()
    assert 0 < then["total"] < len(chains)


def test_a_day_that_is_none_is_refused(client):
    assert client.get("/follow?as_of=yesterday").status_code == 422


def test_each_step_of_a_chain_has_its_words_and_leads_to_them(client, register, chains):
    one = max(chains, key=lambda its: len(its["steps"]))
    data = client.get(f"/follow/{one['id']}.json").json()
    assert data["steps"][0]["how"] == "first"
    for step in data["steps"]:
        text = register.text(step["document"])
        assert step["quote"] == text[step["start"] : step["end"]]
        assert step["url"].startswith(f"/documents/{step['document'][:12]}")
    page = client.get(f"/follow/{one['id']}").text
    assert page.count('<li class="step') == len(data["steps"])
    later = data["steps"][-1]["entry"]
    assert client.get(f"/follow/{later}.json").json()["chain"]["id"] == one["id"]


def test_what_is_not_followed_is_not_found(client):
    assert client.get("/follow/0123456789abcdef").status_code == 404


def test_a_step_is_written_down_and_taken_back(client, desk, register, chains):
    one = chains[0]
    sent = {
        "rung": "carried_out",
        "date": "2026-01-05",
        "note": "told by the ministry",
        "csrf": token(client),
    }
    answer = client.post(f"/follow/{one['id']}/steps", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/follow/{one['id']}")
    page = client.get(f"/follow/{one['id']}").text
    assert "told by the ministry" in page
    assert "mariam" in page
    (step,) = register.steps()
    assert (step.who, step.rung) == ("mariam", "carried_out")
    desk.standing.refresh()
    assert client.get(f"/follow/{one['id']}.json").json()["chain"]["rung"] == "carried_out"
    assert client.get(f"/follow/{one['id']}").text.count("told by the ministry") == 1
    sent = {"csrf": token(client), "why": "another one was meant"}
    client.post(f"/follow/{one['id']}/steps/{step.id}/remove", data=sent)
    assert not list(register.steps())
    assert "Take this step back" not in client.get(f"/follow/{one['id']}").text
    desk.standing.refresh()
    assert client.get(f"/follow/{one['id']}.json").json()["chain"]["rung"] == one["rung"]


def test_a_step_that_says_nothing_is_refused_with_a_reason(client, chains):
    sent = {"rung": "signed", "date": "2026-01-05", "csrf": token(client)}
    answer = client.post(f"/follow/{chains[0]['id']}/steps", data=sent)
    assert answer.status_code == 400
    assert "needs a source or a note" in answer.text
    assert client.post(f"/follow/{chains[0]['id']}/steps", data=sent | {"csrf": "x"}).status_code == 403


def test_words_of_a_step_stay_words(client, chains):
    sent = {"rung": "signed", "date": "2026", "note": "<b>bold</b>", "csrf": token(client)}
    sent["source"] = "javascript:alert(1)"
    client.post(f"/follow/{chains[0]['id']}/steps", data=sent)
    page = client.get(f"/follow/{chains[0]['id']}").text
    assert "<b>bold" not in page
    assert 'href="javascript:' not in page


def test_the_board_is_narrowed_to_a_series_and_counts_what_it_shows(client, chains):
    found = client.get("/follow.json", params={"series": "KWT-USA"}).json()
    assert 0 < found["total"] < len(chains)
    assert found["total"] == len(found["chains"]) == sum(found["rungs"].values())
    assert found["overdue"] == sum(one["overdue"] for one in found["chains"])
    assert all({"KWT", "USA"} & set(one["parties"]) for one in found["chains"])
    told = {
        one["id"]
        for edition in client.get("/series/KWT-USA.json").json()["editions"]
        for one in edition["documents"]
    }
    assert all(told & {step["document"] for step in one["steps"]} for one in found["chains"])
    page = client.get("/follow", params={"series": "usa-kwt", "as": "table"}).text
    assert re.search(r'<option value="KWT-USA" selected>', page)
    assert len(re.findall(r'<td class="words">', page)) == found["total"]
    late = client.get("/follow.json", params={"series": "KWT-USA", "overdue": "true"}).json()
    assert late["total"] == found["overdue"]


def test_a_series_that_nobody_knows_is_not_found(client):
    assert client.get("/follow", params={"series": "KEN-PER"}).status_code == 404
