"""What waits for review, in which order, page by page."""

from __future__ import annotations

import pytest

from mahdar.errors import RegisterError
from mahdar.register import Queue, Register


@pytest.fixture
def held(register: Register, make) -> Register:
    """A register of two documents of six entries each."""
    register.add([make.reading("الميناء"), make.reading("السكك")], reader="one")
    return register


def ids(register: Register, limit: int = 50, **asked: object) -> list[str]:
    return [one.id for one in register.reviews.queue(Queue(**asked), limit=limit).entries]


def test_the_least_sure_come_first(register, make):
    reading = make.reading()
    register.add([reading], reader="one")
    with register._writing() as connection:
        connection.exec_driver_sql("UPDATE entry SET confidence = 0.25 WHERE type = 'quote'")
    found = register.reviews.queue(Queue()).entries
    assert found[0].type == "quote"
    assert [one.confidence for one in found] == sorted(one.confidence for one in found)


def test_in_text_order_documents_come_one_after_the_other(held):
    assert ids(held, order="text") == [one.id for one in held.entries()]


@pytest.mark.parametrize("order", ["confidence", "text"])
def test_pages_follow_one_another(held, order):
    whole, pages, after = ids(held, order=order), [], None
    while True:
        page = held.reviews.queue(Queue(order=order), after=after, limit=5)
        assert page.total == 12
        pages += [one.id for one in page.entries]
        after = page.after
        if after is None:
            break
    assert pages == whole


def test_what_comes_next_is_known_of_an_entry_that_has_left_the_queue(held):
    first, second, *_ = ids(held)
    held.review(first, "accepted", "salma")
    assert held.reviews.queue(Queue(), after=first, limit=1).entries[0].id == second
    assert held.reviews.queue(Queue()).total == 11


@pytest.mark.parametrize(
    ("asked", "many"),
    [
        ({"type": "act"}, 2),
        ({"kind": "commit"}, 2),
        ({"kind": "hope"}, 0),
        ({"party": "PRT"}, 6),
        ({"track": "transport"}, 2),
        ({"track": "trans"}, 0),
        ({"type": "act", "party": "OMN", "track": "transport"}, 2),
    ],
)
def test_the_queue_is_narrowed(held, asked, many):
    assert (len(ids(held, **asked)), held.reviews.queue(Queue(**asked)).total) == (many, many)
    document = next(held.documents()).id
    assert len(ids(held, document=document, **asked)) == many // 2


def test_a_topic_that_a_person_put_right_is_the_one_that_is_found(held):
    id_ = ids(held, type="act")[0]
    held.review(id_, "corrected", "salma", fields={"tracks": ["energy"]})
    held.review(id_, "unreviewed", "salma")
    assert len(ids(held, track="transport")) == 2
    held.review(id_, "corrected", "salma", fields={"tracks": ["energy"]})
    assert ids(held, which="mine", who="nadia", track="energy") == [id_]


def test_what_is_no_longer_found_and_was_judged_waits_as_stale(held, make):
    id_ = ids(held)[0]
    held.review(id_, "accepted", "salma")
    held.add([make.reading("الميناء", entries=()), make.reading("السكك", entries=())], reader="two")
    assert ids(held, which="stale") == [id_]
    assert ids(held) == []


def test_a_second_reviewer_finds_what_somebody_else_has_judged_as_it_was_read(held):
    id_ = ids(held, type="act")[0]
    held.review(id_, "corrected", "salma", fields={"class": "hope"})
    seen = held.reviews.queue(Queue(which="second", who="nadia")).entries
    assert [(one.id, one.review, one.fields["class"]) for one in seen] == [(id_, "unreviewed", "commit")]
    assert held.reviews.queue(Queue(which="mine", who="nadia")).total == 12
    assert held.reviews.queue(Queue(which="mine", who="salma")).total == 11
    assert ids(held, which="second", who="salma") == []


def test_what_reviewers_judged_differently_waits_to_be_settled(held):
    id_, other = ids(held, type="act")
    for one in (id_, other):
        held.review(one, "accepted", "salma")
    held.reviews.judge(id_, "corrected", "nadia", fields={"class": "hope"}, alone=True)
    held.reviews.judge(other, "accepted", "nadia", alone=True)
    assert ids(held, which="disputed") == [id_]
    held.review(id_, "accepted", "nadia")
    assert ids(held, which="disputed") == []


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"which": "all"}, "all is no queue; use one of unreviewed"),
        ({"order": "size"}, "size is no order"),
        ({"which": "mine"}, "needs the name of whoever asks"),
    ],
)
def test_a_queue_that_is_none_is_refused(held, asked, says):
    with pytest.raises(RegisterError, match=says):
        held.reviews.queue(Queue(**asked))
