"""Counting entries by facets: what is counted, what stays out of sight, and that it is kept up with."""

from __future__ import annotations

import dataclasses

import pytest

from mahdar.register import facets
from mahdar.register.facets import Narrowed
from mahdar.register.filing import file_all
from mahdar.register.schema_explore import entry_track, explored


def ask(register, question, *args, **more):
    with register._reading() as connection:
        found = question(connection, *args, **more)
        return found if isinstance(found, (int, tuple)) else list(found)


def count(register, facet, **asked):
    asked.setdefault("type", "act")
    return ask(register, facets.counted, Narrowed(**asked), facet, 9)


@pytest.fixture
def three(register, make):
    """Three documents: OMN promises in each; one act more is of two topics."""
    first = make.reading("الميناء", name="a.txt", path="/there/a.txt")
    acts = [one.entry for one in make.reading("السكك").entries]
    acts[2] = dataclasses.replace(acts[2], act_class="hope", tracks=("energy", "transport"), target=())
    register.add([first, make.reading("السكك", name="b.txt", entries=tuple(acts))], reader="one")
    register.add([make.reading("المطار", name="c.txt")], reader="one")
    return register


def test_a_facet_counts_its_values_the_most_frequent_first(three):
    assert count(three, "kind") == ([("commit", 2), ("hope", 1)], 2)
    assert count(three, "track") == ([("transport", 3), ("energy", 1)], 2)
    assert count(three, "party") == ([("OMN", 3), ("PRT", 2)], 2)
    assert count(three, "year") == ([("2021", 3)], 1)
    assert count(three, "confidence") == ([("medium", 3)], 1)
    assert count(three, "review") == ([("unreviewed", 3)], 1)
    assert count(three, "speaker", type="quote") == ([("Salim Al Nahar", 3)], 1)
    assert len(count(three, "document")[0]) == 3


def test_a_facet_leaves_its_own_choice_aside_and_heeds_the_others(three):
    assert count(three, "kind", kind=("hope",)) == ([("commit", 2), ("hope", 1)], 2)
    assert count(three, "kind", track=("energy",)) == ([("hope", 1)], 1)
    assert count(three, "track", kind=("commit",)) == ([("transport", 2)], 1)


def test_topics_and_parties_narrow_each_other(three):
    asked = Narrowed(type="act", track=("energy", "transport"))
    assert ask(three, facets.total, asked) == 1
    assert ask(three, facets.total, Narrowed(type="act", party=("OMN", "PRT"))) == 2
    assert ask(three, facets.total, Narrowed(type="act", actor="PRT")) == 0
    assert ask(three, facets.total, Narrowed(type="act", target="PRT", confidence=("low", "medium"))) == 2


def test_entries_are_listed_in_the_order_asked_for(three):
    names = {one.id: one.name for one in three.documents()}
    found = ask(three, facets.found, Narrowed(type="act"), "-document")
    assert [names[three.entry(id_).document] for id_, _ in found] == ["c.txt", "b.txt", "a.txt"]
    assert ask(three, facets.found, Narrowed(type="act"), "-document", 1, 1) == found[1:2]
    kinds = [
        three.entry(id_).fields["class"] for id_, _ in ask(three, facets.found, Narrowed(type="act"), "kind")
    ]
    assert kinds == ["commit", "commit", "hope"]
    assert {day for _, day in found} == {"2021-05-04"}


def test_two_facets_are_crossed(three):
    assert sorted(ask(three, facets.crossed, Narrowed(type="act"), "track", "year")) == [
        ("energy", "2021", 1),
        ("transport", "2021", 3),
    ]
    assert ask(three, facets.pairs, Narrowed(type="act")) == [("OMN", "PRT", 2)]


def test_a_correction_is_counted_at_once_and_so_is_its_undoing(three):
    act = next(iter(three.entries(type="act", kind="hope")))
    three.review(act.id, "corrected", "Nadia", fields={"tracks": ["health"], "class": "call"})
    assert count(three, "track") == ([("transport", 2), ("health", 1)], 2)
    assert count(three, "kind") == ([("commit", 2), ("call", 1)], 2)
    assert ("corrected", 1) in count(three, "review")[0]
    three.review(act.id, "unreviewed", "Nadia")
    assert count(three, "track") == ([("transport", 3), ("energy", 1)], 2)


def test_an_older_version_and_what_is_no_longer_read_are_out_of_sight(three, make):
    three.add([make.reading("الجسر", name="a.txt", path="/there/a.txt")], reader="one")
    assert count(three, "kind") == ([("commit", 2), ("hope", 1)], 2)
    b = next(one for one in three.documents() if one.name == "b.txt")
    kept = tuple(one.entry for one in make.reading("السكك").entries[:2])
    three.add([make.reading("السكك", name="b.txt", entries=kept)], reader="two")
    assert count(three, "kind") == ([("commit", 2)], 1)
    first = next(one for one in three.documents(all_versions=True) if not one.current)
    three.stand([(first.id, "/elsewhere/a.txt")])
    assert count(three, "kind") == ([("commit", 3)], 1)
    assert ask(three, facets.total, Narrowed(type="act", document=(b.id[:12],))) == 0


def test_a_day_that_a_person_gives_dates_what_has_none(three, make):
    reading = make.reading("النفق", name="d.txt")
    undated = dataclasses.replace(
        reading,
        page=dataclasses.replace(
            reading.page, articles=(dataclasses.replace(reading.page.articles[0], published=None),)
        ),
    )
    three.add([undated], reader="one")
    assert count(three, "year") == ([("2021", 3)], 1)
    given = dataclasses.replace(undated, document=dataclasses.replace(undated.document, given="2019-02-01"))
    three.add([given], reader="one")
    assert count(three, "year") == ([("2021", 3), ("2019", 1)], 2)


def test_what_is_kept_up_with_is_what_filing_everything_anew_gives(three, make):
    three.add([make.reading("الميناء", name="a.txt", path="/there/a.txt")], reader="two")
    act = next(iter(three.entries(type="act", kind="commit")))
    three.review(act.id, "rejected", "Nadia", why="no promise")

    def stored():
        with three._reading() as connection:
            tables = (explored, entry_track)
            return [sorted(map(repr, connection.execute(table.select()))) for table in tables]

    before = stored()
    with three._writing() as connection:
        file_all(connection)
    assert stored() == before
