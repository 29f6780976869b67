"""What is worked out of a register is kept with the state that it is of, and gives way to what is newer."""

from __future__ import annotations

from mahdar.model.links import Tie
from mahdar.register.keeping import Answer, Part, PartHead, State


def answer(state: State, data: bytes = b"chains", name: str = "chains") -> Answer:
    return Answer(name, state, "inputs", "maker", "", data)


def test_the_state_changes_with_every_event_and_every_link(register, make):
    empty = register.keeping.state()
    register.add([make.reading()], reader="one")
    added = register.keeping.state()
    meeting = next(register.entries(type="meeting"))
    register.link((), [Tie(meeting.id, "occasion", None)])
    tied = register.keeping.state()
    register.review(meeting.id, "accepted", "Layla")
    reviewed = register.keeping.state()
    register.relating.forget()
    states = [empty, added, tied, reviewed, register.keeping.state()]
    assert len(set(states)) == len(states)
    assert sorted(one.order for one in states) == [one.order for one in states]


def test_an_answer_is_given_as_it_was_kept(register):
    state = State(1, 1, 0)
    register.keeping.keep([answer(state, b"\x00\xff")], (), state)
    found = register.keeping.answer("chains")
    assert found is not None
    assert (found.data, found.state, found.at[:10]) == (b"\x00\xff", state, "2026-02-03")
    assert register.keeping.answer("series") is None
    assert register.keeping.heads()["chains"].data == b""


def test_what_is_of_an_older_state_never_takes_the_place_of_what_is_newer(register):
    old, new = State(1, 1, 0), State(2, 2, 0)
    register.keeping.keep([answer(new, b"new")], (), new)
    register.keeping.keep([answer(old, b"old")], ["chains"], old)
    found = register.keeping.answer("chains")
    assert found is not None
    assert (found.data, found.state) == (b"new", new)


def test_an_answer_that_did_not_change_is_said_to_be_of_the_new_state(register):
    old, new = State(1, 1, 0), State(2, 2, 4)
    register.keeping.keep([answer(old)], (), old)
    register.keeping.keep((), ["chains"], new)
    assert register.keeping.heads()["chains"].state == new


def test_parts_are_kept_by_document_kind_and_maker(register, make):
    register.add([make.reading(), make.reading("السكك")], reader="one")
    first, other = register.keeping.newest()
    head = PartHead(3, "seen", "digest")
    register.keeping.keep_parts("claims", "one", [Part(first, head, b"a"), Part(other, head, b"b")])
    register.keeping.keep_parts("claims", "two", [Part(other, head, b"c")])
    assert register.keeping.part_heads("claims", "one") == {first: head}
    assert register.keeping.part_heads("pieces", "one") == {}
    assert dict(register.keeping.part_data("claims", [first, other])) == {first: b"a", other: b"c"}


def test_documents_come_with_how_far_their_history_goes(register, make):
    register.add([make.reading(), make.reading("السكك")], reader="one")
    before = register.keeping.newest()
    assert list(before) == [one.id for one in register.documents()]
    entry = next(register.entries())
    register.review(entry.id, "rejected", "Layla", "misread")
    changed = {id_ for id_, number in register.keeping.newest().items() if before[id_] != number}
    assert changed == {entry.document}


def test_who_is_named_where_is_told_by_document(register, make):
    register.add([make.reading()], reader="one")
    (document,) = register.documents()
    (person,) = register.people()
    span = person.mentions[0].span
    expected = {document.id: [(person.id, person.name, span.start, span.end)]}
    assert register.keeping.seen() == register.keeping.seen([document.id]) == expected
    assert register.keeping.names() == {document.id: document.name}
