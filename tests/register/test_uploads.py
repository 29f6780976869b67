"""What is being read is counted over all processes that serve a register."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from mahdar.register import Register


def stamp(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")


def test_so_many_lots_are_begun_at_once_whoever_begins_them(address):
    first, second = Register.open(address), Register.open(address)
    with first, second:
        since = stamp(datetime.now(UTC) - timedelta(minutes=1))

        def begin(number: int) -> bool:
            door = (first, second)[number % 2]
            return door.uploads.begin(f"lot{number}", "mariam", 1, most=4, since=since)

        with ThreadPoolExecutor(8) as pool:
            assert sum(pool.map(begin, range(16))) == 4
        assert len(first.uploads.latest(20)) == 4
        ahead = stamp(datetime.now(UTC) + timedelta(minutes=1))
        assert second.uploads.begin("later", "mariam", 1, most=1, since=ahead), "silent lots have ended"
