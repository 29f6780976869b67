"""People and parties: found by name, shown with what documents say of them, joined and split."""

from __future__ import annotations

import re
from collections import Counter

import pytest


def token(client):
    return re.search(r'data-token="(\w+)"', client.get("/people").text)[1]


@pytest.fixture
def everybody(register):
    return list(register.people())


def listed(client, **asked):
    return [one["id"] for one in client.get("/people.json", params=asked).json()["people"]["rows"]]


def test_people_are_listed_those_of_most_documents_first(client, everybody):
    data = client.get("/people.json").json()["people"]
    assert data["total"] == len(everybody)
    counts = [one["documents"] for one in data["rows"]]
    assert counts == sorted(counts, reverse=True)
    seen = {one.id: len({its.document for its in one.mentions}) for one in everybody}
    assert all(seen[one["id"]] == one["documents"] for one in data["rows"])
    mentions = {one.id: len(one.mentions) for one in everybody}
    assert all(mentions[one["id"]] == one["mentions"] for one in data["rows"])


def test_a_name_finds_somebody_in_both_alphabets(client, everybody):
    one = next(one for one in everybody if " " in one.name_ar and " " in one.name)
    assert one.id in listed(client, q=one.name_ar.split()[-1])
    assert one.id in listed(client, q=one.name.split()[-1].upper())
    assert listed(client, q="nobodyatall") == []


def test_a_party_has_its_people(client, everybody):
    one = next(one for one in everybody if any(office.party for office in one.offices))
    party = next(office.party for office in one.offices if office.party)
    found = listed(client, party=party)
    assert one.id in found
    assert len(found) < len(everybody)


def test_a_person_has_offices_documents_and_words(client, everybody):
    one = max(everybody, key=lambda its: len(its.mentions))
    data = client.get(f"/people/{one.id}.json").json()
    assert data["mentions"] == len(one.mentions)
    places = Counter(its.document for its in one.mentions)
    assert {its["document"]: its["mentions"] for its in data["documents"]["rows"]} == dict(places)
    assert {office["title"] for office in data["offices"]} == {office.title for office in one.offices}
    page = client.get(f"/people/{one.id}").text
    assert one.name_ar in page
    if any(office.date for office in one.offices):
        assert re.search(r"<desc[^>]*>[^<]+</desc>", page)


def test_whoever_speaks_has_their_quotes(client, register, everybody):
    names = {entry.fields["speaker"] for entry in register.entries(type="quote")}
    one = next(one for one in everybody if one.name in names)
    data = client.get(f"/people/{one.id}.json").json()
    held = [its for its in register.entries(type="quote") if its.fields["speaker"] in data["spoken_as"]]
    assert data["quotes"]["total"] == len(held)


def test_two_people_are_joined_after_what_will_happen_is_shown_and_apart_again(client, register, everybody):
    one, other = everybody[:2]
    page = client.get(f"/people/{one.id}/merge", params={"q": other.name}).text
    assert f"other={other.id}" in page
    page = client.get(f"/people/{one.id}/merge", params={"other": other.id}).text
    assert other.name in page
    assert not register.decisions.rulings()
    sent = {"csrf": token(client), "other": other.id, "why": "one man"}
    answer = client.post(f"/people/{one.id}/merge", data=sent)
    assert answer.headers["location"] == f"/people/{one.id}"
    (ruling,) = register.decisions.rulings()
    assert (ruling.who, ruling.why) == ("mariam", "one man")
    assert "one man" in client.get(f"/people/{one.id}").text
    assert other.id not in listed(client)
    assert one.id in listed(client, q=other.name)
    client.post(f"/people/{one.id}/rulings/{ruling.number}/undo", data={"csrf": token(client)})
    assert not register.decisions.rulings()
    assert other.id in listed(client)
    assert "one man" in client.get(f"/people/{one.id}").text


def test_documents_that_mean_somebody_else_are_split_off(client, register, everybody):
    one = next(one for one in everybody if len({its.document for its in one.mentions}) > 1)
    document = one.mentions[0].document
    page = client.get(f"/people/{one.id}/split", params={"document": document}).text
    assert f'name="document" value="{document}"' in page
    sent = {"csrf": token(client), "document": [document], "why": "his brother"}
    answer = client.post(f"/people/{one.id}/split", data=sent)
    made = register.person(answer.headers["location"].rsplit("/", 1)[1])
    assert {its.document for its in made.mentions} == {document}
    assert client.post(f"/people/{one.id}/split", data={"csrf": token(client)}).status_code == 400


def test_parties_are_listed_and_found_by_name_and_code(client):
    rows = client.get("/parties.json").json()["parties"]["rows"]
    totals = [sum(one[kind] for kind in ("meeting", "instrument", "act", "amount", "quote")) for one in rows]
    assert totals == sorted(totals, reverse=True)
    first = rows[0]
    for words in (first["code"], first["name"].split()[0], first["name_ar"].split()[0]):
        found = client.get("/parties.json", params={"q": words}).json()["parties"]["rows"]
        assert first["code"] in {one["code"] for one in found}


def test_a_party_has_its_meetings_instruments_promises_and_counterparts(client, register):
    code = client.get("/parties.json").json()["parties"]["rows"][0]["code"]
    data = client.get(f"/parties/{code}.json").json()
    assert data["name"] != data["name_ar"]
    for kind, name in (("meeting", "meetings"), ("instrument", "instruments")):
        assert data[name]["total"] == sum(1 for _ in register.entries(type=kind, party=code)) == data[kind]
    promised = [one for one in register.entries(type="act", kind="commit") if code in one.fields["actors"]]
    assert data["commitments"]["total"] == len(promised)
    targets = Counter(
        target
        for one in register.entries(type="act")
        if code in one.fields["actors"]
        for target in set(one.fields["target"])
    )
    assert dict(data["speaks_to"]) == dict(targets.most_common(12)) or len(targets) > 12
    assert client.get(f"/parties/{code}").status_code == 200


def test_an_unknown_party_or_person_is_not_found(client):
    assert client.get("/parties/NOWHERE").status_code == 404
    assert client.get("/people/0123456789abcdef").status_code == 404
    assert client.get("/people/0123456789abcdef.json").status_code == 404
