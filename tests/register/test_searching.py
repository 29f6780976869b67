"""The index of search: kept in step with whatever changes documents and entries, in the same transaction."""

from __future__ import annotations

import sqlite3
from itertools import pairwise

import pytest
from sqlalchemy import create_engine, select

from mahdar.language.terms import keys
from mahdar.model.searching import DOCUMENT, Clause, Narrowed, Sought
from mahdar.register import Register
from mahdar.register.migrate import upgrade
from mahdar.register.schema import entry as entry_table
from mahdar.register.schema_search import searchable
from mahdar.register.search_words import words_table


def sought(words: str, **more) -> Sought:
    return Sought(clauses=tuple(Clause(((key,),)) for key in keys(words)), **more)


def types(register: Register, words: str, **more) -> list[str]:
    found = register.searching.find(sought(words, **more), 0, 100)
    assert found.total == len(found.page)
    held = register.searching.entries([one.entry for one in found.page if one.entry])
    return sorted(held[one.entry].type if one.entry else DOCUMENT for one in found.page)


def content(register: Register) -> list[tuple]:
    """All that the index holds, numbers aside."""
    with register._reading() as connection:
        columns = [c for c in searchable.c if c.name != "number"]
        rows = sorted(map(repr, connection.execute(select(*columns))))
        numbers = set(connection.scalars(select(searchable.c.number)))
        words = words_table(connection)
        assert set(connection.scalars(select(*words.c))) == numbers
        return rows


def as_if_made_anew(register: Register) -> bool:
    """Whether the index is what indexing everything again would make it."""
    before = content(register)
    with register._writing() as connection:
        for table in ("searched", "searchable", "searchable_words"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
    register.searching.index(lambda *_: None)
    return content(register) == before


def test_what_is_added_is_found_at_once(register, make):
    register.add([make.reading("الأنفاق"), make.reading("السكك")], reader="one")
    assert register.searching.waits() == 0
    assert types(register, "نفق") == [DOCUMENT]
    assert types(register, "الموانئ موانئ") == [DOCUMENT, DOCUMENT, "quote", "quote"]
    assert as_if_made_anew(register)


def test_menus_and_other_peoples_headlines_are_not_searched(register, make):
    register.add([make.reading()], reader="one")
    assert types(register, "اقرأ") == []


def test_names_and_codes_find_what_they_stand_for(register, make):
    register.add([make.reading()], reader="one")
    by_party = Sought(clauses=(Clause(codes=("party:PRT",)),))
    found = register.searching.find(by_party, 0, 10)
    assert found.facets["type"] == {"meeting": 1, "act": 1, "instrument": 1, DOCUMENT: 1}
    assert types(register, "Nahar") == [DOCUMENT, "meeting", "quote"]
    assert types(register, "النهار") == [DOCUMENT, "meeting", "quote"]


def test_a_phrase_wants_its_words_one_after_the_other(register, make):
    register.add([make.reading()], reader="one")
    for words, count in (("مذكرة تفاهم", 2), ("تفاهم مذكرة", 0)):
        phrase = Sought(clauses=(Clause((tuple(keys(words)),)),))
        assert register.searching.find(phrase, 0, 10).total == count


def test_what_is_left_out_and_what_is_enough(register, make):
    register.add([make.reading()], reader="one")
    both = sought("تفاهم", without=(Clause(((keys("الجانبان")[0],),)),))
    assert register.searching.find(both, 0, 10).total == 0
    assert types(register, "تفاهم ولاشيء") == []
    assert types(register, "تفاهم ولاشيء", loose=True) == [DOCUMENT, "instrument"]


@pytest.mark.parametrize(
    ("narrowed", "wanted"),
    [
        (Narrowed(types=frozenset({"quote"})), {"quote"}),
        (Narrowed(kinds=frozenset({"mou"})), {"instrument"}),
        (
            Narrowed(parties=(frozenset({"PRT"}), frozenset({"OMN"}))),
            {"meeting", "instrument", "act", DOCUMENT},
        ),
        (Narrowed(tracks=(frozenset({"transport", "energy"}),)), {"act"}),
        (Narrowed(voices=frozenset({"Salim Al Nahar"})), {"quote"}),
        (Narrowed(since="2021-05-05"), set()),
        (Narrowed(since="2021-05-04", until="2021-05-04", types=frozenset({DOCUMENT})), {DOCUMENT}),
        (Narrowed(least=12e6, most=12e6), {"amount"}),
        (Narrowed(least=13e6), set()),
        (Narrowed(currency="EUR"), {"amount"}),
        (Narrowed(due=True), set()),
        (Narrowed(reviews=frozenset({"unreviewed"}), types=frozenset({"date", DOCUMENT})), {"date"}),
        (Narrowed(documents=frozenset({"0" * 64})), set()),
    ],
)
def test_hits_are_narrowed_by_their_fields(register, make, narrowed, wanted):
    register.add([make.reading()], reader="one")
    found = register.searching.find(Sought(narrowed=(narrowed,)), 0, 10)
    assert set(found.facets.get("type", {})) == wanted
    rest = register.searching.find(Sought(excluded=(narrowed,)), 0, 10)
    everything = {"meeting", "instrument", "amount", "act", "quote", "date", DOCUMENT}
    assert set(rest.facets.get("type", {})) == everything - wanted


def test_pages_and_counts_agree(register, make):
    register.add([make.reading(f"المشروع {n}") for n in range(5)], reader="one")
    pages = [register.searching.find(sought("التزامها"), first, 2) for first in (0, 2, 4, 6, 40)]
    assert [len(one.page) for one in pages] == [2, 2, 2, 2, 0]
    assert {one.total for one in pages} == {10}
    found = [match for one in pages for match in one.page]
    assert len({(one.document, one.entry) for one in found}) == len(found)
    assert all(a.score >= b.score for a, b in pairwise(found))


def test_a_review_is_searched_as_it_stands(register, make):
    register.add([make.reading()], reader="one")
    act = next(register.entries(type="act"))
    by_class = Sought(narrowed=(Narrowed(kinds=frozenset({"hope"})),))
    assert register.searching.find(by_class, 0, 10).total == 0
    register.review(act.id, "corrected", "huda", fields={"class": "hope", "actors": ["KWT"]})
    assert register.searching.find(by_class, 0, 10).total == 1
    kuwait = Sought(narrowed=(Narrowed(parties=(frozenset({"KWT"}),)),))
    assert register.searching.find(kuwait, 0, 10).facets["type"] == {"act": 1, DOCUMENT: 1}
    register.review(act.id, "rejected", "huda", why="no act")
    assert register.searching.find(by_class, 0, 10).total == 0
    assert types(register, "بتمويل") == [DOCUMENT]
    assert types(register, "بتمويل", everything=True) == ["act", DOCUMENT]
    assert as_if_made_anew(register)


def test_what_reviewers_mark_add_and_take_back_is_searched_as_it_stands(register, make):
    register.add([make.reading("الأنفاق")], reader="one")
    document = make.document("الأنفاق")
    act = next(register.entries(type="act"))
    marked = make.evidence(document, "التزامها بتمويل مشروع الأنفاق بمبلغ")
    register.reviews.remark(act.id, (marked, make.evidence(document, "التزامها")), "huda")
    assert types(register, "بمبلغ") == ["act", DOCUMENT]
    register.reviews.undo("huda")
    assert types(register, "بمبلغ") == [DOCUMENT]
    words = make.evidence(document, "بشأن الموانئ")
    register.reviews.add(
        document.id, "quote", (words,), {"speaker": None, "direct": False, "question": None}, "huda"
    )
    assert types(register, "بشأن") == [DOCUMENT, "quote"]
    assert as_if_made_anew(register)


def test_what_is_read_again_is_searched_as_it_is_read_now(register, make):
    document = make.document()
    register.add([make.reading()], reader="one")
    kept = tuple(one for one in make.entries(document) if one.type != "act")
    register.add([make.reading(entries=kept)], reader="two")
    assert types(register, "بتمويل") == [DOCUMENT]
    assert types(register, "بتمويل", everything=True) == ["act", DOCUMENT]
    assert as_if_made_anew(register)


def test_an_older_version_is_left_out_and_comes_back_with_its_text(register, make):
    first, second = (make.reading(topic, path="/texts/a.txt") for topic in ("الأنفاق", "السكك"))
    register.add([first], reader="one")
    register.add([second], reader="one")
    assert types(register, "الأنفاق") == []
    assert types(register, "الأنفاق", everything=True) == [DOCUMENT]
    assert types(register, "بتمويل") == ["act", DOCUMENT]
    assert as_if_made_anew(register)
    register.stand([(first.document.id, "/texts/a.txt")])
    assert types(register, "الأنفاق") == [DOCUMENT]
    assert types(register, "السكك") == []
    register.add([second], reader="one")
    assert types(register, "السكك") == [DOCUMENT]
    assert as_if_made_anew(register)


def test_two_versions_in_one_batch(register, make):
    register.add([make.reading(topic, path="/texts/a.txt") for topic in ("الأنفاق", "السكك")], reader="one")
    assert (types(register, "الأنفاق"), types(register, "السكك")) == ([], [DOCUMENT])
    assert as_if_made_anew(register)


def test_a_register_of_an_older_program_is_indexed_when_it_is_asked_for(tmp_path, make):
    with Register.open(tmp_path / "new.sqlite") as register:
        register.add([make.reading(f"المشروع {n}") for n in range(3)], reader="one")
        before = content(register)
    engine = create_engine(f"sqlite:///{tmp_path / 'old.sqlite'}")
    with engine.begin() as connection:
        upgrade(connection, "0003")
    engine.dispose()
    raw = sqlite3.connect(tmp_path / "old.sqlite")
    raw.execute("ATTACH ? AS new", (str(tmp_path / "new.sqlite"),))
    tables = (
        "document",
        "place",
        "dated",
        "entry",
        "entry_party",
        "person",
        "person_key",
        "sighting",
        "event",
    )
    for table in tables:
        columns = ", ".join(f'"{row[1]}"' for row in raw.execute(f"PRAGMA main.table_info({table})"))
        raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")  # noqa: S608
    raw.commit()
    raw.close()
    with Register.open(tmp_path / "old.sqlite") as register:
        assert register.searching.waits() == 3
        told = []
        assert register.searching.index(lambda done, total: told.append((done, total))) == 3
        assert told == [(0, 3)]
        assert register.searching.waits() == 0
        assert content(register) == before


def test_other_keys_have_everything_indexed_anew(register, make, monkeypatch):
    register.add([make.reading("الأنفاق")], reader="one")
    monkeypatch.setattr("mahdar.register.search_index.digest", lambda: "another")
    assert register.searching.waits() == 1
    assert register.searching.index(lambda *_: None) == 1
    assert register.searching.waits() == 0
    assert types(register, "الأنفاق") == [DOCUMENT]


def test_every_entry_has_its_row(register, make):
    register.add([make.reading(f"المشروع {n}") for n in range(3)], reader="one")
    with register._reading() as connection:
        entries = set(connection.scalars(select(entry_table.c.id)))
        assert (
            set(connection.scalars(select(searchable.c.entry).where(searchable.c.entry.is_not(None))))
            == entries
        )
