"""A newer version of a document inherits what people said of the older one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mahdar.errors import RegisterError
from mahdar.model.document import Article, Document, Page
from mahdar.model.entries import Act, Date, Quote
from mahdar.model.reading import PlacedEntry, Reading
from mahdar.model.spans import Span
from mahdar.register import Queue, Register

PATH = "/records/a.txt"
OLD = (
    "استضافت مسقط الجولة يوم 4 مايو 2021. وأكدت عُمان التزامها بتمويل المرفأ. "
    "ورحبت البرتغال بذلك. وقال الوزير «إن الموانئ تجمع الشعبين ولا تفرقهما».\n"
)
NEW = f"صدر بيان منقح. {OLD.replace('المرفأ', 'المرفأ الشمالي').replace('ورحبت', 'وقد رحبت')}"
HEADS = {"وأكدت عُمان التزامها": ("وأكدت", "commit"), "رحبت البرتغال بذلك": ("رحبت", "welcome")}


def reading(text: str, path: str = PATH, *, klass: str | None = None) -> Reading:
    """Read a text as the reader of these tests does: two acts, a date, a quotation."""
    document = Document.of(text, "a.txt", path=path)

    def words(said: str) -> Span:
        return Span(text.index(said), text.index(said) + len(said))

    def evidence(*said: str):
        return tuple(document.evidence(words(one).start, words(one).end) for one in said)

    acts = [
        Act(evidence=evidence(whole, head), reader="made", act_class=klass or kind, trigger=words(head),
            actors=("OMN",), content=words("بتمويل المرفأ") if kind == "commit" else None)
        for whole, (head, kind) in HEADS.items()
        if whole in text
    ]  # fmt: skip
    dates = [Date(evidence=evidence("4 مايو 2021"), reader="made", value="2021-05-04", precision="day")]
    quotes = [Quote(evidence=evidence("إن الموانئ تجمع الشعبين"), reader="made", speaker=None, direct=True)]
    article = Article("news_report", 0, len(text) - 1, None, ())
    entries = tuple(PlacedEntry(0, one) for one in (*acts, *(dates if "4 مايو" in text else []), *quotes))
    return Reading(document, Page((article,), ()), (), entries)


def add(register: Register, text: str, **how: object) -> str:
    made = reading(text, **how)
    register.add([made], reader="one")
    return made.document.id


def one(register: Register, document: str, kind: str, klass: str | None = None):
    found = [
        each for each in register.entries(document=document, type=kind)
        if klass in {None, each.fields.get("class")}
    ]  # fmt: skip
    return found[0]


def again(register: Register, **asked: object) -> list[str]:
    return [each.id for each in register.reviews.queue(Queue(which="again", **asked)).entries]


def test_verdicts_go_over_to_where_the_words_stand_now(register):
    old = add(register, OLD)
    act = one(register, old, "act", "commit")
    register.reviews.judge(act.id, "corrected", "salma", fields={"actors": ["OMN", "PRT"]}, why="both sign")
    register.reviews.judge(one(register, old, "date").id, "accepted", "nadia")
    register.reviews.judge(one(register, old, "quote").id, "rejected", "nadia", reason="denied")
    new = add(register, NEW)
    now = register.reviews.entry(one(register, new, "act", "commit").id)
    assert (now.entry.review, now.who, now.why) == ("corrected", "salma", "both sign")
    assert now.entry.fields["actors"] == ["OMN", "PRT"]
    content = now.entry.fields["content"]
    assert NEW[content["start"] : content["end"]] == "بتمويل المرفأ"
    assert (now.carried.document, now.carried.entry) == (old, act.id)
    assert now.carried.version == register.document(old).added
    assert one(register, new, "date").review == "accepted"
    rejected = register.reviews.entry(one(register, new, "quote").id)
    assert (rejected.entry.review, rejected.reason, rejected.who) == ("rejected", "denied", "nadia")
    assert next(register.entries(type="act", party="PRT")).document == new
    assert again(register) == []


def test_what_was_carried_is_taken_back_by_whoever_said_it_and_only_where_it_is_named(register):
    old = add(register, OLD)
    register.reviews.judge(one(register, old, "date").id, "accepted", "salma")
    new = add(register, NEW)
    date = one(register, new, "date").id
    register.reviews.comment("mine", "salma", entry=one(register, new, "quote").id)
    assert register.reviews.undo("salma").what == "commented"
    assert register.reviews.undo("salma").document == old
    assert register.reviews.undo("salma", date).what == "accepted"
    assert register.reviews.entry(date).entry.review == "unreviewed"
    assert register.reviews.entry(date).words == ()


def test_each_reviewers_word_and_every_comment_goes_over_as_it_was_said(register):
    old = add(register, OLD)
    act = one(register, old, "act", "commit").id
    register.reviews.judge(act, "accepted", "salma")
    register.reviews.judge(act, "rejected", "nadia", reason="background", alone=True)
    register.reviews.comment("who pays?", "karim", entry=act)
    before = register.reviews.entry(act)
    new = add(register, NEW)
    now = register.reviews.entry(one(register, new, "act", "commit").id)
    assert [(one_.who, one_.verdict, one_.reason, one_.at, one_.alone) for one_ in now.words] == [
        (one_.who, one_.verdict, one_.reason, one_.at, one_.alone) for one_ in before.words
    ]
    (comment,) = now.comments
    assert (comment.who, comment.words, comment.at) == ("karim", "who pays?", before.comments[0].at)
    assert comment.carried.document == old
    assert {one_.entry for one_ in register.reviews.words()} == {now.entry.id}
    register.reviews.undo("nadia", now.entry.id)
    assert [one_.who for one_ in register.reviews.entry(now.entry.id).words] == ["salma"]


def test_words_that_a_person_marked_and_entries_that_one_added_go_over(register):
    old = add(register, OLD)
    act = one(register, old, "act", "commit")
    start = OLD.index("التزامها بتمويل")
    register.reviews.remark(act.id, [Span(start, start + 15), Span(start, start + 8)], "salma")
    place = OLD.index("ولا تفرقهما")
    added = register.reviews.add(old, "quote", [Span(place, place + 11)], {"direct": True}, "nadia")
    new = add(register, NEW)
    now = register.reviews.entry(one(register, new, "act", "commit").id)
    assert [run.quote for run in now.entry.evidence] == ["التزامها بتمويل", "التزامها"]
    assert now.entry.review == "corrected"
    trigger = now.entry.fields["trigger"]
    assert NEW[trigger["start"] : trigger["end"]] == "التزامها"
    quotes = {each.evidence[0].quote: each for each in register.entries(document=new, type="quote")}
    theirs = register.reviews.entry(quotes["ولا تفرقهما"].id)
    assert (theirs.entry.reader, theirs.entry.review, theirs.who) == ("person nadia", "accepted", "nadia")
    assert theirs.carried.entry == added.entry.id
    register.reviews.undo("nadia", theirs.entry.id)
    assert theirs.entry.id not in {each.id for each in register.entries(document=new)}


@pytest.mark.parametrize(
    ("new", "klass"), [(OLD.replace("التزامها", "عزمها"), None), (f"نص آخر. {OLD}", "hope")]
)
def test_what_fits_no_more_is_to_be_looked_at_again_until_somebody_says_so(register, new, klass):
    old = add(register, OLD)
    act = one(register, old, "act", "commit").id
    register.reviews.judge(act, "accepted", "salma")
    newer = add(register, new, klass=klass)
    assert again(register) == again(register, document=newer) == again(register, type="act") == [act]
    assert again(register, type="date") == again(register, document=old) == []
    assert register.reviews.entry(act).again == newer
    assert {each.review for each in register.entries(document=newer)} == {"unreviewed"}
    register.reviews.settle(act, "nadia", why="gone from the text")
    assert (again(register), register.reviews.entry(act).again) == ([], None)
    with pytest.raises(RegisterError, match="is not to be looked at again"):
        register.reviews.settle(act, "nadia")
    assert register.reviews.undo("nadia").what == "settled"
    assert again(register) == [act]


def test_from_version_to_version_the_first_saying_is_told(register):
    first = add(register, OLD)
    register.reviews.judge(one(register, first, "date").id, "accepted", "salma")
    gone = one(register, first, "act", "commit")
    register.reviews.judge(gone.id, "accepted", "salma")
    without = OLD.replace("وأكدت عُمان التزامها بتمويل المرفأ. ", "")
    second = add(register, without)
    assert again(register) == [gone.id]
    third = add(register, NEW)
    assert register.reviews.entry(one(register, third, "date").id).carried.document == first
    assert again(register) == []
    assert register.reviews.entry(one(register, third, "act", "commit").id).carried.entry == gone.id
    assert one(register, second, "date").review == "accepted"


def test_what_comes_back_keeps_its_own_word_and_inherits_the_rest(register):
    first = add(register, OLD)
    register.reviews.judge(one(register, first, "date").id, "accepted", "salma")
    register.reviews.comment("who pays?", "karim", entry=one(register, first, "date").id)
    second = add(register, NEW)
    register.reviews.judge(one(register, second, "date").id, "rejected", "nadia", reason="twice")
    register.reviews.judge(one(register, second, "quote").id, "accepted", "nadia")
    assert add(register, OLD) == first
    assert one(register, first, "date").review == "accepted"
    assert one(register, first, "quote").review == "accepted"
    assert len(register.reviews.comments(entry=one(register, first, "date").id)) == 1
    own = {each.id for each in register.entries(document=first)}
    assert sorted(each.who for each in register.reviews.words() if each.entry in own) == [
        "nadia",
        "nadia",
        "salma",
    ]
    assert {each.entry for each in register.reviews.words()} <= own


def test_versions_that_are_read_at_once_inherit_one_from_the_other(register):
    old = add(register, OLD)
    register.reviews.judge(one(register, old, "date").id, "accepted", "salma")
    versions = [reading(f"{number}. {OLD}") for number in range(6)]
    register.add(versions, reader="one")
    for each in versions:
        assert one(register, each.document.id, "date").review == "accepted"


def test_what_waits_of_a_version_waits_no_more_when_that_version_is_back(register):
    old = add(register, OLD)
    act = one(register, old, "act", "commit").id
    register.reviews.judge(act, "accepted", "salma")
    add(register, OLD.replace("التزامها", "عزمها"))
    assert again(register) == [act]
    assert add(register, OLD) == old
    assert (again(register), register.reviews.entry(act).again) == ([], None)
    add(register, OLD.replace("التزامها", "عزمها"))
    assert again(register) == [act]


def test_reading_again_with_a_newer_reader_loses_no_word(register):
    """A version that inherited keeps it, as any review is kept."""
    old = add(register, OLD)
    register.reviews.judge(one(register, old, "date").id, "accepted", "salma")
    new = add(register, NEW)
    register.add([replace(reading(NEW))], reader="two")
    date = register.reviews.entry(one(register, new, "date").id)
    assert (date.entry.review, date.carried.document) == ("accepted", old)
