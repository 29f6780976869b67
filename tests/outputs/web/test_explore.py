"""Exploring: entries of a type as a table, narrowed down by links, and as charts."""

from __future__ import annotations

import csv
import io
import re

import pytest

TYPES = ("act", "meeting", "instrument", "amount", "quote", "date")


def rows_of(client, address):
    text = client.get(address).text.removeprefix("\N{BYTE ORDER MARK}")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_is_a_table_with_its_data(client, register, kind):
    held = list(register.entries(type=kind))
    page = client.get(f"/explore/{kind}")
    assert page.status_code == 200
    assert len(page.content) < 300_000
    data = client.get(f"/explore/{kind}.json").json()
    assert data["total"] == len(data["entries"]["rows"]) == len(held)
    assert {one["id"] for one in data["entries"]["rows"]} == {one.id for one in held}
    assert {row["id"] for row in rows_of(client, f"/explore/{kind}.csv")} == {one.id for one in held}


def test_a_type_that_is_none_is_refused(client):
    assert client.get("/explore/treaty").status_code == 422


def test_what_is_chosen_narrows_the_table_and_its_files_alike(client, register):
    commits = {one.id for one in register.entries(type="act", kind="commit")}
    assert commits
    data = client.get("/explore/act.json?kind=commit").json()
    assert {one["id"] for one in data["entries"]["rows"]} == commits
    assert data["narrowed"] == {"kind": ["commit"]}
    assert {row["id"] for row in rows_of(client, "/explore/act.csv?kind=commit")} == commits
    both = client.get("/explore/act.json?kind=commit&kind=call").json()["total"]
    assert both == len(commits) + sum(1 for _ in register.entries(type="act", kind="call"))


def test_every_choice_leads_to_as_many_entries_as_it_says(client):
    page = client.get("/explore/act").text
    aside = page[page.index("<aside") : page.index("</aside>")]
    found = re.findall(r'<a href="([^"]+)">.*?</a> <span class="soft">(\d+)</span>', aside)
    assert len(found) > 10
    for address, count in found[:30]:
        answer = client.get(address.replace("&amp;", "&").replace("/explore/act", "/explore/act.json"))
        assert answer.json()["total"] == int(count), address


def test_a_choice_is_taken_back_by_its_link(client):
    page = client.get("/explore/act?kind=commit&track=energy").text
    block = page[page.index('<ul class="chosen"') :]
    assert re.findall(r'href="([^"]+)"', block)[:2] == [
        "/explore/act?track=energy",
        "/explore/act?kind=commit",
    ]


def test_a_table_is_sorted_as_its_heads_say(client):
    sure = [
        one["confidence"]
        for one in client.get("/explore/act.json?sort=-confidence").json()["entries"]["rows"]
    ]
    assert sure == sorted(sure, reverse=True)
    names = [one["name"] for one in client.get("/explore/act.json?sort=document").json()["entries"]["rows"]]
    assert names == sorted(names)
    assert 'aria-sort="ascending"' in client.get("/explore/act?sort=confidence").text


def test_an_entry_of_a_table_leads_to_its_words(client):
    one = client.get("/explore/quote.json").json()["entries"]["rows"][0]
    assert one["url"] == f"/documents/{one['document'][:12]}?entry={one['id']}#e-{one['id']}"
    assert one["evidence"][0]["quote"]


def test_charts_say_what_they_show_and_have_their_table(client):
    for address in ("/explore", "/explore/act?show=charts", "/explore/meeting?show=charts"):
        page = client.get(address).text
        drawings = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
        assert drawings
        for one in drawings:
            assert 'role="group"' in one
            assert "<title" in one
            assert re.search(r"<desc[^>]*>[^<]+</desc>", one)
        assert page.count("These numbers as a table") == len(drawings)


def test_a_chart_begins_where_its_language_begins(client):
    first = {}
    for language in ("ar", "en"):
        page = client.get("/explore", params={"lang": language}).text
        drawing = page[page.index("<svg") :]
        first[language] = float(re.search(r'<text x="([\d.]+)"', drawing)[1])
    assert first["en"] == 0 < first["ar"]


def test_words_of_a_document_cannot_become_markup(client, register):
    name = "<script>alert(1)</script>"
    page = client.get("/explore/act", params={"speaker": name, "party": name, "track": name}).text
    assert "<script>alert" not in page
    assert "No entry is like this." in page


def test_classes_are_drawn_over_the_sessions_of_a_dialogue(client):
    page = client.get("/explore/act?show=charts").text
    start = page.index("Classes over the sessions of Kuwait, United States")
    drawing = page[start : page.index("</figure>", start)]
    boxes = re.findall(r'<a href="([^"]+)" tabindex="-1"><title>[^<]* · (\d+): (\d+)</title>', drawing)
    assert {edition for _, edition, _ in boxes} == {"4", "5"}
    for address, _, count in boxes[:6]:
        answer = client.get(address.replace("&amp;", "&").replace("/explore/act", "/explore/act.json"))
        assert answer.json()["total"] == int(count)
