"""What reviewers say: words marked anew, entries added, verdicts taken back, comments, each one's word."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from mahdar.errors import ChangedError, EvidenceError, RegisterError, UnknownIdError
from mahdar.model.document import Article
from mahdar.model.entries import Act
from mahdar.model.reading import Reading
from mahdar.model.spans import Evidence, Span
from mahdar.register import Register


@pytest.fixture
def held(register: Register, make) -> Reading:
    """A reading that the register holds."""
    reading = make.reading()
    register.add([reading], reader="one")
    return reading


READERS = count(2)


def act_of(register: Register) -> str:
    return next(one.id for one in register.entries(type="act"))


def again(register: Register, make, entries=None, **change) -> None:
    """Have the document read by a newer reader, which may see the page otherwise."""
    reading = make.reading(entries=entries)
    register.add([replace(reading, **change)], reader=f"reader {next(READERS)}")


def whats(register: Register, entry: str) -> list[str]:
    return [one.what for one in register.events(entry=entry)]


# --- marking the words anew


def test_marked_words_take_the_place_of_those_that_were_read(register, held, make):
    id_, before = act_of(register), register.entry(act_of(register))
    words = (make.evidence(held.document, "وأكدت عُمان التزامها"), make.span(held.document, "وأكدت"))
    after = register.reviews.remark(id_, words, "salma").entry
    assert [one.quote for one in after.evidence] == ["وأكدت عُمان التزامها", "وأكدت"]
    assert (after.id, after.review, after.fields, after.article) == (
        id_, "corrected", before.fields, before.article,
    )  # fmt: skip
    event = list(register.events(entry=id_))[-1]
    assert (event.who, event.what) == ("salma", "corrected")
    assert event.data["evidence"] == [[one.start, one.end, one.quote] for one in before.evidence]


def test_an_entry_is_listed_where_its_words_now_stand(register, held, make):
    id_ = act_of(register)
    register.reviews.remark(id_, [make.span(held.document, "استضافت")], "salma")
    assert next(register.entries()).id == id_


def test_reading_again_leaves_marked_words_alone(register, held, make):
    id_ = act_of(register)
    words = (make.evidence(held.document, "التزامها بتمويل"), make.evidence(held.document, "التزامها"))
    register.reviews.remark(id_, words, "salma")
    again(register, make)
    assert register.entry(id_).evidence == words
    again(register, make, entries=())
    stale = register.entry(id_)
    assert (stale.state, stale.evidence) == ("stale", words)


def test_words_and_fields_are_corrected_in_one_verdict(register, held, make):
    id_, span = act_of(register), make.span(held.document, "التزامها")
    fields = {"trigger": {"start": span.start, "end": span.end}}
    after = register.reviews.judge(id_, "corrected", "salma", fields=fields, evidence=[span]).entry
    assert after.fields["trigger"] == fields["trigger"]
    assert after.evidence[0].quote == "التزامها"
    assert whats(register, id_) == ["corrected"]


def test_a_word_marked_behind_the_others_heads_the_act(register, held, make):
    id_, span = act_of(register), make.span(held.document, "التزامها")
    for words in ([make.span(held.document, "عُمان التزامها"), span], [span]):
        after = register.reviews.remark(id_, words, "salma").entry
        assert after.fields["trigger"] == {"start": span.start, "end": span.end}


def test_words_that_hold_an_acts_trigger_are_followed_by_it(register, held, make):
    words = make.span(held.document, "وأكدت عُمان التزامها")
    after = register.reviews.remark(act_of(register), [words], "salma").entry
    assert [one.quote for one in after.evidence] == ["وأكدت عُمان التزامها", "وأكدت"]


def test_an_act_is_not_left_without_the_word_that_heads_it(register, held, make):
    id_, before = act_of(register), register.entry(act_of(register))

    def plain(words: str) -> dict[str, dict[str, int]]:
        span = make.span(held.document, words)
        return {"trigger": {"start": span.start, "end": span.end}}

    marked = [make.span(held.document, "التزامها بتمويل")]
    for evidence, fields, says in (
        (marked, {}, "«وأكدت» lies outside its evidence"),
        (marked, plain("استضافت"), "«استضافت» lies outside"),
        ((), plain("استضافت"), "«استضافت» lies outside"),
        ((), plain("عُمان التزامها"), "is not one word"),
    ):
        with pytest.raises(RegisterError, match=says):
            register.reviews.judge(id_, "corrected", "salma", fields=fields, evidence=evidence)
    assert register.entry(id_) == before


def test_a_rejected_entry_rests_on_the_words_that_were_read(register, held, make):
    id_, read = act_of(register), register.entry(act_of(register))
    register.reviews.remark(id_, [make.span(held.document, "التزامها")], "salma")
    corrected = register.entry(id_)
    rejected = register.reviews.judge(id_, "rejected", "nadia", reason="twice").entry
    assert (rejected.evidence, rejected.fields) == (read.evidence, read.fields)
    register.reviews.undo("nadia")
    assert register.entry(id_) == corrected


def test_taking_a_verdict_back_brings_the_words_back_that_were_read(register, held, make):
    id_, before = act_of(register), register.entry(act_of(register))
    register.reviews.remark(id_, [make.span(held.document, "استضافت")], "salma")
    assert register.review(id_, "unreviewed", "nadia") == before


@pytest.mark.parametrize(
    ("spans", "error", "says"),
    [
        ([], RegisterError, "a correction names the fields or the words"),
        ([Span(0, 10**6)], EvidenceError, "lies outside its document"),
        ([Span(5, 5)], EvidenceError, "lies outside its document"),
        ([Evidence(20, 24, "كلها")], EvidenceError, "«كلها» does not stand there"),
        ([Span(20, 24), Span(20, 24)], RegisterError, "each of them marked once"),
    ],
)
def test_words_that_are_not_there_are_no_evidence(register, held, spans, error, says):
    with pytest.raises(error, match=says):
        register.reviews.remark(act_of(register), spans, "salma")
    assert register.entry(act_of(register)).review == "unreviewed"


def test_words_that_run_out_of_their_article_are_refused(register, held, make):
    end = held.page.articles[0].end
    with pytest.raises(RegisterError, match="begins or ends outside its article"):
        register.reviews.remark(act_of(register), [Span(end - 3, end + 4)], "salma")


def test_an_entry_stands_in_one_article(register, make):
    reading = make.reading()
    one = reading.page.articles[0]
    half = make.span(reading.document, "ووقّع").start
    first, second = replace(one, end=half - 2), Article("news_report", half, one.end, None, ())
    register.add([replace(reading, page=replace(reading.page, articles=(first, second)), entries=())])
    spans = [make.span(reading.document, "استضافت مسقط"), make.span(reading.document, "ووقّع الجانبان")]
    with pytest.raises(RegisterError, match="these words stand in two articles"):
        register.reviews.add(reading.document.id, "meeting", spans, MEETING, "salma")


def test_the_words_of_another_entry_of_the_type_are_refused(register, held, make):
    other = register.reviews.add(
        held.document.id, "date", [make.span(held.document, "الجولة الثالثة")], DATE, "salma"
    )
    date = next(one.id for one in register.entries(type="date") if one.id != other.entry.id)
    with pytest.raises(RegisterError, match=f"date {other.entry.id} rests on these very words"):
        register.reviews.remark(date, [other.entry.evidence[0].span], "salma")


# --- adding what was missed

MEETING = {"kind": "visit", "status": "held", "parties": ["OMN"]}
DATE = {"value": "2021", "precision": "year"}


def missed(make, held) -> dict[str, tuple[list[Span], dict[str, object]]]:
    def span(words: str) -> Span:
        return make.span(held.document, words)

    def plain(words: str) -> dict[str, int]:
        return {"start": span(words).start, "end": span(words).end}

    return {
        "meeting": ([span("برئاسة سالم")], MEETING),
        "instrument": (
            [span("بتمويل مشروع")],
            {"kind": "plan", "action": "announced", "name": plain("مشروع الميناء")},
        ),
        "amount": ([span("الجولة الثالثة")], {"value": 3, "unit": "rounds", "giver": "OMN"}),
        "act": (
            [span("استضافت مسقط يوم")],
            {"class": "deed", "trigger": plain("استضافت"), "actors": ["OMN"], "tracks": ["transport"]},
        ),
        "quote": ([span("الموانئ تجمع الشعبين")], {"direct": True, "speaker": "OMN"}),
        "date": ([span("يوم 4 مايو 2021")], {"value": "2021-05-04", "precision": "day"}),
    }


@pytest.mark.parametrize("kind", ["meeting", "instrument", "amount", "act", "quote", "date"])
def test_what_the_reader_missed_is_added(register, held, make, kind):
    spans, fields = missed(make, held)[kind]
    made = register.reviews.add(held.document.id, kind, spans, fields, "salma").entry
    assert (made.reader, made.confidence, made.review, made.state) == (
        "person salma", 1.0, "accepted", "active",
    )  # fmt: skip
    assert made.article == held.page.articles[0].id_in(held.document.id)
    assert {name: made.fields[name] for name in fields} == fields
    assert made.entry.evidence[0].quote == spans[0].cut(held.document.text)
    assert made in list(register.entries(type=kind))
    again(register, make, entries=())
    assert register.entry(made.id) == made
    again(register, make)
    assert register.entry(made.id) == made


def test_an_added_entry_is_found_by_its_parties(register, held, make):
    spans, fields = missed(make, held)["act"]
    made = register.reviews.add(held.document.id, "act", spans, {**fields, "target": ["KEN"]}, "salma")
    assert [one.id for one in register.entries(party="KEN")] == [made.entry.id]


def test_an_act_also_rests_on_its_trigger_alone(register, held, make):
    spans, fields = missed(make, held)["act"]
    made = register.reviews.add(held.document.id, "act", spans, fields, "salma").entry
    assert [one.quote for one in made.evidence] == ["استضافت مسقط يوم", "استضافت"]
    assert isinstance(made.entry, Act)


def test_an_added_entry_is_removed_by_rejecting_it_and_stays_so(register, held, make):
    spans, fields = missed(make, held)["date"]
    made = register.reviews.add(held.document.id, "date", spans, fields, "salma").entry
    register.reviews.judge(made.id, "rejected", "nadia", reason="twice")
    again(register, make)
    assert (register.entry(made.id).review, register.entry(made.id).state) == ("rejected", "active")
    with pytest.raises(RegisterError, match="is rejected; judge it again instead"):
        register.reviews.add(held.document.id, "date", spans, fields, "salma")


def test_an_entry_that_a_newer_reader_lost_comes_back_as_the_persons_own(register, held, make):
    lost = register.entry(act_of(register))
    again(register, make, entries=())
    assert register.entry(lost.id).state == "retired"
    back = register.reviews.add(
        held.document.id, "act", [one.span for one in lost.evidence], lost.fields, "salma"
    )
    assert (back.entry.id, back.entry.state, back.entry.reader) == (lost.id, "active", "person salma")
    register.reviews.undo("salma")
    assert (register.entry(lost.id).state, register.entry(lost.id).reader) == ("retired", lost.reader)


@pytest.mark.parametrize(
    ("kind", "fields", "says"),
    [
        ("act", {"class": "deed"}, "a new act needs trigger"),
        ("meeting", {}, "a new meeting needs kind, status"),
        ("date", {"precision": "day", "value": 5}, "value cannot be 5"),
        ("date", {"precision": "day", "colour": "red"}, "has no field colour"),
        ("song", {}, "song is no type of entry"),
    ],
)
def test_an_entry_that_says_too_little_is_not_added(register, held, kind, fields, says):
    with pytest.raises(RegisterError, match=says):
        register.reviews.add(held.document.id, kind, [Span(20, 24)], fields, "salma")
    assert set(register.counts().entries.values()) == {1}


def test_what_is_there_is_not_added_twice(register, held, make):
    with pytest.raises(RegisterError, match="rests on these very words already; correct it instead"):
        register.reviews.add(
            held.document.id, "date", [make.span(held.document, "4 مايو 2021")], DATE, "salma"
        )


# --- rejecting


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({}, "say why it is rejected: not_said"),
        ({"why": "  "}, "say why it is rejected"),
        ({"reason": "other"}, "say why it is rejected"),
        ({"reason": "dull"}, "dull is no reason; use one of"),
    ],
)
def test_a_rejection_says_why(register, held, said, says):
    with pytest.raises(RegisterError, match=says):
        register.reviews.judge(act_of(register), "rejected", "salma", **said)
    with pytest.raises(RegisterError, match="only a rejection"):
        register.reviews.judge(act_of(register), "accepted", "salma", reason="twice")


def test_a_rejection_keeps_its_reason(register, held):
    seen = register.reviews.judge(act_of(register), "rejected", "salma", reason="denied", why="«لم»")
    assert (seen.reason, seen.why, seen.who) == ("denied", "«لم»", "salma")
    assert register.reviews.judge(act_of(register), "rejected", "salma", why="a headline").reason == "other"


# --- taking back


def test_verdicts_are_taken_back_one_by_one(register, held, make):
    id_, before = act_of(register), register.entry(act_of(register))
    reviews = register.reviews
    reviews.judge(id_, "accepted", "salma")
    accepted = register.entry(id_)
    reviews.judge(id_, "corrected", "salma", fields={"class": "support", "actors": ["PRT"]})
    corrected = register.entry(id_)
    reviews.remark(id_, [make.span(held.document, "التزامها")], "salma")
    assert reviews.undo("salma").what == "corrected"
    assert register.entry(id_) == corrected
    assert [one.id for one in register.entries(type="act", party="PRT")] == [id_]
    reviews.undo("salma", id_)
    assert register.entry(id_) == accepted
    reviews.undo("salma")
    assert register.entry(id_) == before
    assert whats(register, id_) == ["accepted", "corrected", "corrected", "undone", "undone", "undone"]
    assert list(reviews.words()) == []
    with pytest.raises(RegisterError, match="salma has nothing to take back"):
        reviews.undo("salma")


def test_an_added_entry_is_taken_back(register, held, make):
    spans, fields = missed(make, held)["date"]
    made = register.reviews.add(held.document.id, "date", spans, fields, "salma").entry
    assert register.reviews.undo("salma").what == "added"
    assert made.id not in {one.id for one in register.entries()}
    again(register, make)
    assert register.entry(made.id).state == "retired"
    assert register.reviews.add(held.document.id, "date", spans, fields, "salma").entry == made


def test_nobody_takes_back_what_somebody_else_said(register, held):
    id_ = act_of(register)
    register.reviews.judge(id_, "accepted", "salma")
    with pytest.raises(RegisterError, match="nadia has nothing to take back"):
        register.reviews.undo("nadia")
    register.reviews.judge(id_, "rejected", "nadia", reason="twice")
    with pytest.raises(ChangedError, match="nadia has changed entry"):
        register.reviews.undo("salma")
    register.reviews.undo("nadia")
    register.reviews.undo("salma")
    assert register.entry(id_).review == "unreviewed"


def test_what_a_reading_found_meanwhile_stays_when_a_verdict_is_taken_back(register, held, make):
    id_ = act_of(register)
    register.reviews.judge(id_, "accepted", "salma")
    again(register, make, entries=())
    register.reviews.undo("salma")
    assert register.entry(id_).state == "retired"


# --- comments


def test_comments_stand_on_entries_and_documents(register, held):
    reviews, id_ = register.reviews, act_of(register)
    on_entry = reviews.comment("who speaks here?", "salma", entry=id_[:8])
    on_document = reviews.comment("a second printing", "nadia", document=held.document.name)
    assert reviews.comments(entry=id_) == (on_entry,)
    assert reviews.comments(document=held.document.id) == (on_entry, on_document)
    assert reviews.entry(id_).comments == (on_entry,)
    assert reviews.undo("nadia").what == "commented"
    assert reviews.comments() == (on_entry,)
    assert [one.what for one in register.events(held.document.id)][-1] == "withdrawn"


def test_a_comment_says_something_about_something(register, held):
    with pytest.raises(RegisterError, match="a comment needs words"):
        register.reviews.comment("  ", "salma", entry=act_of(register))
    with pytest.raises(UnknownIdError):
        register.reviews.comment("where?", "salma")


# --- who saw what


def test_a_verdict_on_what_has_changed_meanwhile_is_refused(register, held):
    id_, reviews = act_of(register), register.reviews
    seen = reviews.entry(id_).event
    assert seen == 0
    now = reviews.judge(id_, "corrected", "salma", fields={"class": "hope"}, on=seen)
    with pytest.raises(ChangedError, match="salma has changed entry") as refused:
        reviews.judge(id_, "accepted", "nadia", on=seen)
    assert (refused.value.entry, refused.value.event, refused.value.who) == (id_, now.event, "salma")
    assert register.entry(id_).review == "corrected"
    assert reviews.judge(id_, "accepted", "nadia", on=refused.value.event).entry.review == "accepted"


def test_the_same_form_sent_twice_counts_once(register, held):
    id_, reviews = act_of(register), register.reviews
    reviews.judge(id_, "accepted", "salma", on=0)
    reviews.judge(id_, "accepted", "salma", on=0)
    assert whats(register, id_) == ["accepted"]


def test_a_comment_is_no_change(register, held):
    id_, reviews = act_of(register), register.reviews
    reviews.comment("look", "nadia", entry=id_)
    assert reviews.judge(id_, "accepted", "salma", on=0).entry.review == "accepted"


def test_a_new_reading_is_a_change(register, held, make):
    id_ = act_of(register)
    entries = tuple(replace(one, confidence=0.5) for one in make.entries(held.document))
    again(register, make, entries=entries)
    with pytest.raises(ChangedError, match="mahdar has changed entry"):
        register.reviews.judge(id_, "accepted", "salma", on=0)
    assert register.reviews.changes([id_])[id_] == register.reviews.entry(id_).event


# --- a second reviewer


def test_each_reviewers_own_word_is_kept(register, held):
    id_, reviews = act_of(register), register.reviews
    reviews.judge(id_, "corrected", "salma", fields={"class": "hope"})
    reviews.judge(id_, "accepted", "nadia", alone=True, on=0)
    assert (register.entry(id_).review, register.entry(id_).fields["class"]) == ("corrected", "hope")
    said = {one.who: (one.verdict, one.kind, one.alone) for one in reviews.words()}
    assert said == {"salma": ("corrected", "hope", True), "nadia": ("accepted", "commit", True)}
    reviews.judge(id_, "rejected", "karim", reason="twice")
    assert [one.alone for one in reviews.words(id_) if one.who == "karim"] == [False]


def test_a_second_reviewer_sees_nothing_of_the_first(register, held, make):
    id_, reviews = act_of(register), register.reviews
    read = register.entry(id_)
    reviews.remark(id_, [make.span(held.document, "التزامها")], "salma", why="too long")
    reviews.comment("odd", "salma", entry=id_)
    seen = reviews.entry(id_, alone="nadia")
    assert (seen.entry, seen.who, seen.why, seen.words, seen.comments, seen.event) == (
        read, None, None, (), (), 0,
    )  # fmt: skip
    said = reviews.judge(id_, "accepted", "nadia", alone=True, on=0)
    assert [(one.who, one.evidence) for one in said.words] == [("nadia", read.evidence)]
    assert register.entry(id_).review == "corrected"
    assert reviews.entry(id_, alone="salma").entry.review == "corrected"


def test_the_first_who_judges_alone_decides(register, held):
    id_ = act_of(register)
    register.reviews.judge(id_, "accepted", "salma", alone=True, on=0)
    assert register.entry(id_).review == "accepted"


def test_a_second_reviewers_word_is_taken_back(register, held):
    id_, reviews = act_of(register), register.reviews
    reviews.judge(id_, "accepted", "salma")
    reviews.judge(id_, "rejected", "nadia", reason="denied", alone=True)
    reviews.judge(id_, "accepted", "nadia", alone=True)
    assert reviews.undo("nadia").what == "word"
    assert [one.verdict for one in reviews.words(id_) if one.who == "nadia"] == ["rejected"]
    reviews.undo("nadia")
    assert [one.who for one in reviews.words(id_)] == ["salma"]
    assert register.entry(id_).review == "accepted"
