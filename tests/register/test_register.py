"""The contract of a register, on every database: what it keeps, what it refuses, what it never loses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from mahdar.errors import EvidenceError, RegisterError, UnknownIdError
from mahdar.model.mentions import Person, PersonMention, SeenOffice
from mahdar.model.reading import PlacedEntry, Reading
from mahdar.model.spans import Evidence, Span
from mahdar.register import AddReport, Register

TYPES = {"meeting", "date", "act", "amount", "instrument", "quote"}


def act_id(register: Register) -> str:
    return next(register.entries(type="act")).id


def whats(register: Register, **which: str) -> list[str]:
    return [event.what for event in register.events(**which)]


def without(reading: Reading, kind: str) -> Reading:
    return replace(reading, entries=tuple(one for one in reading.entries if one.entry.type != kind))


# --- adding


def test_entries_come_back_as_they_were_read(register, make):
    reading = make.reading()
    register.add([reading], reader="one")
    assert {one.entry for one in register.entries()} == {placed.entry for placed in reading.entries}
    assert {one.type for one in register.entries()} == TYPES


def test_a_document_comes_back_with_its_page_and_its_text(register, make):
    reading = make.reading(path="/records/port.txt")
    register.add([reading], reader="one")
    held = register.document("الميناء.txt")
    assert (held.id, held.path, held.page) == (reading.document.id, "/records/port.txt", reading.page)
    assert (held.published, held.chars, held.previous) == ("2021-05-04", len(reading.document.text), None)
    assert register.text(held.id) == reading.document.text


def test_every_evidence_is_cut_from_the_text(register, make):
    register.add([make.reading(), make.reading("السكك")], reader="one")
    for held in register.entries():
        text = register.text(held.document)
        assert all(text[one.start : one.end] == one.quote for one in held.evidence)


def test_evidence_that_is_not_in_the_text_is_refused_and_what_came_before_is_kept(register, make):
    good, bad = make.reading(), make.reading("السكك")
    false = replace(bad.entries[0].entry, evidence=(Evidence(0, 6, "هراء ه"),))
    with pytest.raises(EvidenceError, match="is not in the text"):
        register.add([good, replace(bad, entries=(PlacedEntry(0, false),))], reader="one")
    assert [held.name for held in register.documents()] == ["الميناء.txt"]


def test_a_span_outside_the_text_is_refused(register, make):
    reading = make.reading()
    act = next(placed.entry for placed in reading.entries if placed.entry.type == "act")
    far = replace(act, content=Span(5, 99_999))
    with pytest.raises(EvidenceError, match="outside its document"):
        register.add([replace(reading, entries=(PlacedEntry(0, far),))], reader="one")


def test_adding_the_same_reading_again_changes_nothing(register, make):
    register.add([make.reading()], reader="one")
    before = (list(register.entries()), list(register.events()), register.counts())
    assert register.add([make.reading()], reader="one") == AddReport(unchanged=1)
    assert (list(register.entries()), list(register.events()), register.counts()) == before


def test_a_document_given_twice_at_once_is_added_once(register, make):
    assert register.add([make.reading(), make.reading()], reader="one").added == 1


def test_of_two_entries_on_the_same_words_the_surer_one_stays(register, make):
    reading = make.reading(entries=())
    act = next(one for one in make.entries(reading.document) if one.type == "act")
    twice = (PlacedEntry(0, act), PlacedEntry(0, replace(act, act_class="affirm", confidence=0.9)))
    report = register.add([replace(reading, entries=twice)], reader="one")
    assert (report.entries, report.merged) == (1, 1)
    assert next(register.entries()).fields["class"] == "affirm"


def test_a_register_knows_what_a_reader_has_read(register, make):
    register.add([make.reading()], reader="one")
    id_ = make.document().id
    assert register.has(id_, "one")
    assert not register.has(id_, "two")
    assert not register.has("0" * 64, "one")


def test_another_text_under_the_same_path_is_a_new_version(register, make):
    first, second = (
        make.reading(topic, path="/records/a.txt", name="a.txt") for topic in ("الميناء", "السكك")
    )
    third = make.reading("المطار", path="/records/a.txt", name="a.txt")
    register.add([first], reader="one")
    register.add([second, third], reader="one")
    assert [held.id for held in register.documents()] == [third.document.id]
    everything = list(register.documents(all_versions=True))
    previous = {held.id: held.previous for held in everything}
    assert [held.id for held in everything if held.current] == [third.document.id]
    assert previous == {
        first.document.id: None, second.document.id: first.document.id, third.document.id: second.document.id,
    }  # fmt: skip
    assert register.document("a.txt").id == third.document.id
    assert len(list(register.entries(document=first.document.id))) == 6


def test_texts_from_a_stream_are_never_versions_of_each_other(register, make):
    register.add([make.reading("الميناء", name="-"), make.reading("السكك", name="-")], reader="one")
    assert [held.previous for held in register.documents()] == [None, None]


def test_readings_are_committed_while_they_come(register, make):
    def readings() -> Iterator[Reading]:
        for number in range(65):
            yield make.reading(f"المشروع {number}")
        with Register.open(register.where) as other:
            assert other.counts().documents == 64
        yield make.reading("الأخير")

    register.add(readings(), reader="one")
    assert register.counts().documents == 66


# --- reading again


def test_an_entry_that_is_no_longer_found_retires_with_an_event(register, make):
    register.add([make.reading()], reader="one")
    id_ = act_id(register)
    report = register.add([without(make.reading(), "act")], reader="two")
    assert (report.reread, report.retired, report.entries) == (1, 1, 0)
    assert id_ not in {held.id for held in register.entries()}
    assert [held.id for held in register.entries(state="retired")] == [id_]
    assert whats(register, entry=id_) == ["retired"]
    assert register.entry(id_).fields["class"] == "commit"


def test_a_retired_entry_that_is_found_again_returns(register, make):
    register.add([make.reading()], reader="one")
    id_ = act_id(register)
    register.add([without(make.reading(), "act")], reader="two")
    assert register.add([make.reading()], reader="three").returned == 1
    assert act_id(register) == id_
    assert whats(register, entry=id_) == ["retired", "returned"]


def test_an_entry_that_is_read_otherwise_changes_and_its_event_keeps_what_was(register, make):
    reading = make.reading()
    register.add([reading], reader="one")
    act = next(one for one in make.entries(reading.document) if one.type == "act")
    register.add([make.reading(entries=(replace(act, act_class="hope", actors=("YEM",)),))], reader="two")
    held = next(register.entries(type="act"))
    assert held.fields["class"] == "hope"
    event = next(register.events(entry=held.id))
    assert (event.what, event.data["fields"]["class"]) == ("changed", "commit")
    assert [one.id for one in register.entries(party="YEM")] == [held.id]
    assert not list(register.entries(type="act", party="OMN"))


def test_a_reviewed_entry_that_is_no_longer_found_stays_and_is_stale(register, make):
    register.add([make.reading()], reader="one")
    id_ = act_id(register)
    register.review(id_, "accepted", "salma")
    report = register.add([without(make.reading(), "act")], reader="two")
    assert (report.stale, report.retired) == (1, 0)
    held = register.entry(id_)
    assert (held.state, held.review) == ("stale", "accepted")
    assert id_ in {one.id for one in register.entries()}


@pytest.mark.parametrize("verdict", ["accepted", "rejected", "corrected"])
def test_a_review_survives_reading_again(register, make, verdict):
    reading = make.reading()
    register.add([reading], reader="one")
    id_ = act_id(register)
    register.review(
        id_, verdict, "salma", "seen", fields={"class": "affirm"} if verdict == "corrected" else None
    )
    before = register.entry(id_)
    act = next(one for one in make.entries(reading.document) if one.type == "act")
    register.add([make.reading(entries=(replace(act, act_class="hope"),))], reader="two")
    after = register.entry(id_)
    assert after.review == verdict
    if verdict != "rejected":
        assert after.fields == before.fields
    register.add([reading], reader="three")
    assert register.entry(id_).fields == before.fields


# --- reviewing


def test_a_correction_changes_only_what_it_names_and_is_found_by_it(register, make):
    register.add([make.reading()], reader="one")
    before = register.entry(act_id(register))
    after = register.review(
        before.id[:8], "corrected", "salma", "an offer", {"class": "affirm", "actors": ["PRT"]}
    )
    assert dict(after.fields) == {**before.fields, "class": "affirm", "actors": ["PRT"]}
    assert after.evidence == before.evidence
    assert [held.id for held in register.entries(kind="affirm", party="PRT")] == [after.id]
    event = next(register.events(entry=after.id))
    assert (event.who, event.what, event.why) == ("salma", "corrected", "an offer")
    assert event.data == {"review": "unreviewed", "fields": {"class": "commit", "actors": ["OMN"]}}


def test_a_rejected_entry_stays(register, make):
    register.add([make.reading()], reader="one")
    id_ = act_id(register)
    register.review(id_, "rejected", "salma", "a headline")
    assert [held.id for held in register.entries(review="rejected")] == [id_]


def test_a_verdict_can_be_taken_back(register, make):
    register.add([make.reading()], reader="one")
    id_ = act_id(register)
    register.review(id_, "corrected", "salma", fields={"class": "affirm"})
    taken_back = register.review(id_, "unreviewed", "salma")
    assert (taken_back.review, taken_back.fields["class"]) == ("unreviewed", "commit")
    assert whats(register, entry=id_) == ["corrected", "unreviewed"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"class": "shout"}, "class cannot be 'shout'"),
        ({"class": None}, "class cannot be None"),
        ({"colour": "red"}, "has no field colour"),
        ({"content": {"start": 4, "end": 9_999}}, "content cannot be"),
        ({"actors": "OMN"}, "actors cannot be"),
        ({"tracks": ["gossip"]}, "tracks cannot be"),
    ],
)
def test_a_correction_that_a_field_cannot_hold_is_refused(register, make, fields, said):
    register.add([make.reading()], reader="one")
    id_ = act_id(register)
    with pytest.raises(RegisterError, match=said):
        register.review(id_, "corrected", "salma", fields=fields)
    assert register.entry(id_).review == "unreviewed"


@pytest.mark.parametrize(
    ("verdict", "fields"), [("fine", None), ("corrected", None), ("accepted", {"class": "call"})]
)
def test_a_verdict_that_makes_no_sense_is_refused(register, make, verdict, fields):
    register.add([make.reading()], reader="one")
    with pytest.raises(RegisterError):
        register.review(act_id(register), verdict, "salma", fields=fields)


# --- asking


def test_entries_are_found_by_what_they_say(register, make):
    register.add([make.reading(), make.reading("السكك")], reader="one")
    documents = [held.id for held in register.documents()]
    assert len(list(register.entries(document=documents[0]))) == 6
    assert {held.type for held in register.entries(party="PRT")} == {"meeting", "act", "instrument"}
    assert {held.type for held in register.entries(speaker="Salim Al Nahar")} == {"quote"}
    assert {held.fields["kind"] for held in register.entries(type="instrument", kind="mou")} == {"mou"}
    assert not list(register.entries(kind="summit"))


def test_listings_have_one_order_whatever_the_order_of_adding(address, make, tmp_path):
    readings = [make.reading(topic) for topic in ("السكك", "الميناء", "المطار")]
    with Register.open(address) as one, Register.open(tmp_path / "other.sqlite") as other:
        one.add(readings, reader="one")
        other.add(reversed(readings), reader="one")
        assert [held.id for held in one.entries()] == [held.id for held in other.entries()]
        assert [held.name for held in one.documents()] == sorted(held.name for held in one.documents())


def test_a_beginning_of_an_id_is_enough_where_it_fits_one(register, make):
    register.add([make.reading()], reader="one")
    id_ = act_id(register)
    assert register.entry(id_[:10]).id == id_
    assert register.document(make.document().id[:12]).name == "الميناء.txt"


@pytest.mark.parametrize("key", ["", "zz", "ffffffffffff", "%", "'; DROP TABLE entry; --"])
def test_an_unknown_id_is_said_to_be_unknown(register, make, key):
    register.add([make.reading()], reader="one")
    with pytest.raises(UnknownIdError):
        register.entry(key)
    with pytest.raises(UnknownIdError):
        register.document(key)


def test_a_beginning_that_fits_several_names_them(register, make, monkeypatch):
    monkeypatch.setattr("mahdar.register.finding.SHORTEST", 1)
    register.add([make.reading(f"المشروع {number}") for number in range(10)], reader="one")
    shared = next(
        one for one in "0123456789abcdef" if sum(held.id[0] == one for held in register.entries()) > 1
    )
    with pytest.raises(UnknownIdError, match="fits several"):
        register.entry(shared)


def test_counts_tell_what_there_is(register, make):
    register.add([make.reading(), make.reading("السكك")], reader="one")
    register.review(act_id(register), "accepted", "salma")
    counts = register.counts()
    assert (counts.documents, counts.people, counts.events) == (2, 1, 3)
    assert counts.entries == dict.fromkeys(sorted(TYPES), 2)
    assert counts.reviews == {"accepted": 1, "unreviewed": 11}


def test_a_snapshot_does_not_see_what_comes_later(register, make):
    register.add([make.reading()], reader="one")
    with register.snapshot() as still:
        before = still.counts()
        register.add([make.reading("السكك")], reader="one")
        assert still.counts() == before
        assert len(list(still.documents())) == 1
    assert register.counts().documents == 2


def test_entries_may_be_reviewed_while_they_are_listed(register, make):
    register.add([make.reading(f"المشروع {number}") for number in range(200)], reader="one")
    for held in register.entries(type="act"):
        register.review(held.id, "accepted", "salma")
    assert register.counts().reviews["accepted"] == 200


# --- people


def named(make, topic: str, name_ar: str, party: str, **more: object) -> Reading:
    """A reading in which somebody of this name holds an office of this party."""
    reading = make.reading(topic)
    span = make.span(reading.document, "سالم بن راشد النهار")
    mention = PersonMention(span.start, span.end, 0, 1, "A Name", party)
    office = SeenOffice(str(more.get("title", "Minister of Transport")), party, span.start, span.end)
    source = str(more.get("source", "transliteration"))
    return replace(reading, people=(Person("A Name", name_ar, source, (mention,), (office,)),))


def test_one_person_of_two_documents_is_one(register, make):
    register.add([make.reading(), make.reading("السكك")], reader="one")
    person = next(register.people())
    assert len(person.mentions) == len(person.offices) == 2
    assert {seen.document for seen in person.mentions} == {held.id for held in register.documents()}
    assert register.person(person.id[:6]) == person


def test_a_longer_name_of_the_same_person_replaces_the_shorter_and_not_the_id(register, make):
    register.add([named(make, "الميناء", "سالم النهار", "OMN")], reader="one")
    before = next(register.people()).id
    register.add([named(make, "السكك", "سالم بن راشد النهار", "OMN")], reader="one")
    assert [(who.id, who.name_ar) for who in register.people()] == [(before, "سالم بن راشد النهار")]


def test_two_people_of_one_name_and_two_parties_stay_apart(register, make):
    readings = [
        named(make, topic, "سالم النهار", party) for topic, party in (("الميناء", "OMN"), ("السكك", "YEM"))
    ]
    register.add(readings[:1], reader="one")
    register.add(readings[1:], reader="one")
    assert len(list(register.people())) == 2


def test_the_lexicon_says_who_is_who(register, make):
    names = {"الميناء": "سالم النهار", "السكك": "النهار"}
    for topic, name in names.items():
        register.add([named(make, topic, name, "OMN", source="lexicon", title=topic)], reader="one")
    assert [who.name_ar for who in register.people()] == ["سالم النهار"]


def test_a_person_whom_no_document_names_any_more_is_not_listed(register, make):
    register.add([make.reading()], reader="one")
    who = next(register.people()).id
    register.add([replace(make.reading(), people=())], reader="two")
    assert not list(register.people())
    register.add([make.reading()], reader="three")
    assert [held.id for held in register.people()] == [who]
