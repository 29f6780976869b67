"""A changed file is a new version: the older ones step back, and come back when the file does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from mahdar.register import Register
from mahdar.register.migrate import upgrade

PATH, OTHER = "/records/a.txt", "/records/b.txt"


def at(make, topic: str, path: str = PATH):
    return make.reading(topic, path=path, name=path.rpartition("/")[2])


def shown(register: Register) -> list[tuple[str, str]]:
    """Return what stands where, by the default listing."""
    return [
        (held.name, register.text(held.id).split("\n")[0].split(": ")[1]) for held in register.documents()
    ]


def test_only_the_newest_version_is_listed_and_counted(register, make):
    report = register.add([at(make, "الميناء"), at(make, "السكك")], reader="one")
    assert (report.added, report.versions) == (2, 1)
    assert shown(register) == [("a.txt", "السكك")]
    assert len(list(register.entries())) == 6
    assert len(list(register.entries(all_versions=True))) == 12
    counts = register.counts()
    assert (counts.documents, counts.older, sum(counts.entries.values())) == (1, 1, 6)
    assert register.counts(all_versions=True).documents == 2
    assert sum(len(who.mentions) for who in register.people()) == 1
    assert sum(len(who.mentions) for who in register.people(all_versions=True)) == 2


def test_an_older_version_is_shown_by_its_id(register, make):
    first = at(make, "الميناء")
    register.add([first, at(make, "السكك")], reader="one")
    held = register.document(first.document.id[:8])
    assert not held.current
    assert len(list(register.entries(document=held.id))) == 6


def test_a_file_that_has_its_old_text_again_has_that_version_again(register, make):
    first, second = at(make, "الميناء"), at(make, "السكك")
    for reading in (first, second, first):
        report = register.add([reading], reader="one")
    assert (report.added, report.restored) == (0, 1)
    assert shown(register) == [("a.txt", "الميناء")]
    events = [event.what for event in register.events(document=first.document.id)]
    assert events == ["added", "returned"]


def test_a_text_that_still_stands_in_another_file_stays_and_is_called_by_it(register, make):
    copy = at(make, "الميناء", OTHER)
    register.add([at(make, "الميناء"), copy], reader="one")
    assert shown(register) == [("a.txt", "الميناء")]
    assert register.document("b.txt").id == copy.document.id
    register.add([at(make, "السكك")], reader="one")
    assert shown(register) == [("a.txt", "السكك"), ("b.txt", "الميناء")]


def test_where_a_known_text_stands_can_be_noted_without_reading_it(register, make):
    copy = at(make, "الميناء", OTHER).document
    register.add([at(make, "الميناء")], reader="one")
    register.stand([(copy.id, copy.path), (make.document("المطار").id, "/records/unknown.txt")])
    assert register.held(copy.id).paths == (PATH, OTHER)
    assert register.counts().documents == 1


def test_a_text_from_a_stream_is_never_superseded(register, make):
    register.add([make.reading("الميناء", name="-"), at(make, "الميناء")], reader="one")
    register.add([at(make, "السكك")], reader="one")
    assert shown(register) == [("-", "الميناء"), ("a.txt", "السكك")]


def test_a_day_that_a_person_gave_is_kept_apart_and_another_is_read_anew(register, make):
    def given(day: str | None):
        reading = at(make, "الميناء")
        return replace(reading, document=replace(reading.document, given=day))

    register.add([given("2021-06-01")], reader="one")
    held = register.document("a.txt")
    assert (held.published, held.given) == ("2021-05-04", "2021-06-01")
    assert register.add([given("2021-06-01")], reader="one").unchanged == 1
    assert register.add([given("2021-07-01")], reader="one").reread == 1
    assert register.document("a.txt").given == "2021-07-01"
    event = list(register.events(document=held.id))[-1]
    assert (event.what, event.data["given"]) == ("reread", "2021-06-01")
    register.add([given(None)], reader="one")
    assert register.document("a.txt").given is None


@pytest.mark.parametrize("version", ["0001"])
def test_a_register_of_an_earlier_mahdar_knows_its_newest_versions(tmp_path, version):
    path = tmp_path / "old.sqlite"
    engine = create_engine(f"sqlite:///{path}")
    row = "INSERT INTO document VALUES (:id, 'a.txt', '/a.txt', 'ar', NULL, 1, :before, 'r', 't', :page, 'x')"
    page = '{"articles":[],"noise":[]}'
    with engine.begin() as connection:
        upgrade(connection, version)
        for id_, before in (("1" * 64, None), ("2" * 64, "1" * 64)):
            connection.execute(text(row), {"id": id_, "before": before, "page": page})
    engine.dispose()
    with Register.open(path, create=False) as register:
        assert [held.id for held in register.documents()] == ["2" * 64]
        assert register.counts().older == 1
