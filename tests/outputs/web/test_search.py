"""The search page: hits with their words marked, narrowed down by links, with its data beside it."""

from __future__ import annotations

import csv
import html
import io
import re

from mahdar.pipeline.searching import search


def test_without_words_the_page_says_how_to_ask(client):
    page = client.get("/search")
    assert page.status_code == 200
    assert "How to ask" in page.text
    assert client.get("/search.json").json() == {"found": None}


def test_hits_are_those_of_the_one_search_with_their_words_marked(client, register):
    found = search(register, "الطاقة")
    page = client.get("/search", params={"q": "الطاقة"})
    assert page.status_code == 200
    assert len(page.content) < 300_000
    assert page.text.count('<article class="entry') == len(found.hits)
    assert set(re.findall("<mark>(.*?)</mark>", page.text)) >= {"الطاقة", "والطاقة"}
    data = client.get("/search.json", params={"q": "الطاقة"}).json()["found"]
    assert data["total"] == found.total
    assert [one["entry"] for one in data["hits"]] == [one.entry for one in found.hits]
    rows = client.get("/search.csv", params={"q": "الطاقة"}).text.removeprefix("\N{BYTE ORDER MARK}")
    assert len(list(csv.DictReader(io.StringIO(rows)))) == found.total


def test_facets_narrow_and_can_be_taken_back(client, register):
    page = client.get("/search", params={"q": "الطاقة"}).text
    links = [html.unescape(one) for one in re.findall(r'<li><a href="(/search\?[^"]*)"', page)]
    assert links
    for link in links:
        assert client.get(link).status_code == 200, link
    narrowed = client.get("/search", params={"q": "الطاقة type:act"})
    assert search(register, "الطاقة type:act").total == narrowed.text.count('<article class="entry')
    assert 'aria-label="Leave out type:act"' in narrowed.text


def test_what_cannot_be_understood_is_said_in_the_page(client):
    page = client.get("/search", params={"q": "partie:KWT <b>"})
    assert page.status_code == 400
    assert "did you mean party:" in page.text
    assert "<b>" not in page.text
    assert "partie:KWT &lt;b&gt;" in page.text


def test_what_is_not_there_and_what_has_some_words(client):
    assert "Nothing of that is in the register." in client.get("/search", params={"q": "زرافة"}).text
    assert "Nothing has all of these words" in client.get("/search", params={"q": "زرافة الطاقة"}).text


def test_the_page_in_arabic(client):
    page = client.get("/search", params={"q": "الطاقة", "lang": "ar"})
    assert 'dir="rtl"' in page.text
    assert "الأنسب أولاً" in page.text
