"""Pages in Arabic speak Arabic: names, offices, sums, notes, errors; those in English English."""

from __future__ import annotations

import re
from html import unescape

import pytest

ARABIC = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]")
LATIN = re.compile("[A-Za-z]{3,}")


def words(page: str) -> str:
    """The text of a page's main part, its elements taken out."""
    main = re.search(r"<main.*?</main>", page, re.DOTALL)[0]
    return unescape(re.sub(r"<[^>]+>", " ", main))


def arabic(client, path: str) -> str:
    return words(client.get(path, params={"lang": "ar"}).text)


@pytest.fixture
def named(register):
    """People whom the register knows in both alphabets, by their Latin names."""
    return {one.name: one.name_ar for one in register.people() if one.name_ar}


def test_a_contradiction_is_told_in_the_language_of_the_page(client, desk):
    desk.standing.refresh()
    found = client.get("/contradictions.json").json()["contradictions"]["rows"]
    page, english = arabic(client, "/contradictions"), words(client.get("/contradictions?lang=en").text)
    assert found
    for one in found:
        assert one["note"] in english
        assert one["note"] not in page
        assert one["label"]
        assert one["values"]


def test_an_alteration_is_told_in_the_language_of_the_page(client):
    address = "/compare/01-joint-statement.txt/02-news-report.txt"
    notes = {one["note"] for one in client.get(f"{address}.json").json()["altered"]}
    english = words(client.get(f"{address}?lang=en").text)
    assert notes
    assert not any(note in arabic(client, address) for note in notes)
    assert all(note in english for note in notes)


@pytest.mark.parametrize("type_", ["act", "quote"])
def test_speakers_are_called_as_the_page_speaks(client, named, type_):
    rows = client.get(f"/explore/{type_}.json").json()["entries"]["rows"]
    said = {one["fields"]["speaker"] for one in rows if one["fields"]["speaker"] in named}
    assert said
    page, english = arabic(client, f"/explore/{type_}"), words(client.get(f"/explore/{type_}?lang=en").text)
    for name in said:
        assert named[name] in page
        assert name not in page
        assert name in english
        assert named[name] not in english or ARABIC.search(named[name])


def test_offices_and_chairs_are_called_as_the_page_speaks(client, named):
    page = arabic(client, "/series/KWT-USA/4")
    chairs = client.get("/series/KWT-USA/4.json").json()["edition"]["chairs"]
    assert all(named[one["name"]] in page for one in chairs if one["name"] in named)
    assert "Minister of Foreign Affairs" not in arabic(client, "/people")
    assert "Minister of Foreign Affairs" in words(client.get("/people?lang=en").text)


def test_people_are_sorted_as_the_language_has_them(client, desk):
    for language in ("ar", "en"):
        rows = client.get("/people.json", params={"sort": "name", "lang": language}).json()["people"]["rows"]
        key = "name_ar" if language == "ar" else "name"
        keys = [desk.wording[language].order(one[key] or one["name"]) for one in rows]
        assert keys == sorted(keys)


def test_what_is_counted_is_called_in_arabic(client):
    units = {one["fields"]["unit"] for one in client.get("/explore/amount.json").json()["entries"]["rows"]}
    page = arabic(client, "/explore/amount")
    assert units
    assert not any(re.search(rf"\b{re.escape(unit)}\b", page) for unit in units)


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/documents/ffffffffffff", "/follow?as_of=soon", "/follow?series=KEN-PER", "/parties/QQQ"],
)
def test_an_error_is_told_in_arabic_and_in_the_programs_words_only_behind_that(client, path):
    page = client.get(f"{path}{'&' if '?' in path else '?'}lang=ar").text
    told = re.search(r'<p class="problem"[^>]*>(.*?)</p>', page)[1]
    assert ARABIC.search(told)
    assert not LATIN.search(re.sub("QQQ", "", told))


def test_a_search_says_in_arabic_what_narrows_it_and_what_cannot_be_read(client):
    page = client.get("/search", params={"q": "class:commit party:KWT in:2020", "lang": "ar"}).text
    chosen = re.search(r'<ul class="chosen".*?</ul>', page, re.DOTALL)[0]
    assert "class:commit" not in words(f"<main>{re.sub('aria-label=.*?>', '>', chosen)}</main>")
    assert all(word in chosen for word in ("الصنف: التزام", "الكويت", "السنة"))
    assert client.get("/search", params={"q": "الفئة:اجتماع سنة:2021", "lang": "ar"}).status_code == 200
    wrong = client.get("/search", params={"q": "money>abc", "lang": "ar"})
    told = re.search(r'role="alert">(.*?)<details>', wrong.text, re.DOTALL)[1]
    assert wrong.status_code == 400
    assert ARABIC.search(told)
    assert "money&gt;abc" in told
