"""Two reviewers at once, and a program that is killed while people review."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import event

from mahdar.errors import ChangedError
from mahdar.register import Register

PROGRAM = """
import sys
from mahdar.register import Register
with Register.open(sys.argv[1], create=False) as register:
    for entry in sys.stdin.read().split():
        event = register.reviews.judge(entry, "accepted", "salma", why=f"seen {entry}").event
        print(entry, event, flush=True)
"""


@pytest.mark.parametrize("turn", range(4))
def test_of_two_reviewers_at_once_one_succeeds_and_the_other_is_told(register, make, turn):
    register.add([make.reading()], reader="one")
    entries = [one.id for one in register.entries()]
    start = Barrier(2)

    def judge(who: str, entry: str) -> str:
        start.wait()
        try:
            register.reviews.judge(entry, "corrected", who, fields=FIELDS[kinds[entry]], on=0)
        except ChangedError as error:
            return f"told of {error.who}"
        return who

    kinds = {one.id: one.type for one in register.entries()}
    with ThreadPoolExecutor(2) as pool:
        for entry in entries:
            done = list(pool.map(judge, ("salma", "nadia"), (entry, entry)))
            won = next(one for one in done if not one.startswith("told"))
            assert sorted(done) == sorted([won, f"told of {won}"])
            assert register.reviews.entry(entry).who == won
            assert [one.who for one in register.events(entry=entry)] == [won]


FIELDS = {
    "meeting": {"edition": 4},
    "date": {"precision": "vague"},
    "act": {"class": "hope"},
    "amount": {"unit": "USD"},
    "instrument": {"kind": "plan"},
    "quote": {"direct": False},
}


@pytest.mark.parametrize("lines", [1, 2, 5, 17, 40, 77])
def test_no_review_that_was_confirmed_is_lost_with_a_killed_program(address, make, lines):
    with Register.open(address) as register:
        register.add([make.reading(f"المشروع {number}") for number in range(20)], reader="one")
        ids = [one.id for one in register.entries()]
    program = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-c", PROGRAM, address],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    program.stdin.write("\n".join(ids))
    program.stdin.close()
    confirmed = [program.stdout.readline() for _ in range(lines)]
    program.kill()
    confirmed += program.stdout.readlines()  # what it had said before it died
    program.wait(timeout=60)
    program.stdout.close()
    said = dict(line.split() for line in confirmed if line.endswith("\n"))
    assert len(said) >= lines
    with Register.open(address, create=False) as register:
        for id_, number in said.items():
            held = register.reviews.entry(id_)
            assert (held.entry.review, held.event, held.why) == ("accepted", int(number), f"seen {id_}")
        done = sum(1 for one in register.entries() if one.review == "accepted")
        assert len(said) <= done <= len(said) + 1  # the one that was written and not yet confirmed


def test_what_people_say_waits_for_the_disk_and_what_is_read_does_not(tmp_path: Path, make):
    asked: list[str] = []
    with Register.open(tmp_path / "a.sqlite") as register:

        @event.listens_for(register._engine, "before_cursor_execute")
        def note(connection, cursor, statement, *rest):
            if statement.startswith("INSERT INTO event"):
                raw = connection.connection.dbapi_connection
                asked.append(raw.execute("PRAGMA synchronous").fetchone()[0])

        register.add([make.reading()], reader="one")
        entry = next(register.entries()).id
        register.review(entry, "accepted", "salma")
        register.add([make.reading("السكك")], reader="one")
        register.reviews.comment("seen", "salma", entry=entry)
    assert asked == [1, 2, 1, 2]  # NORMAL, FULL
