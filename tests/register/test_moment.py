"""The word for a register's state moves with any change, and stays as long as there is none."""

from __future__ import annotations

from typing import Any

from mahdar.register import Register


def test_it_moves_with_a_change_and_only_then(register: Register, make: Any) -> None:
    before = register.moment()
    assert register.moment() == before
    list(register.documents())
    assert register.moment() == before
    register.add([make.reading()], reader="one")
    after = register.moment()
    assert after != before
    assert register.moment() == after


def test_it_moves_with_a_change_by_somebody_else(register: Register, address: str, make: Any) -> None:
    before = register.moment()
    with Register.open(address) as other:
        other.add([make.reading()], reader="one")
    assert register.moment() != before


def test_it_moves_with_a_review(register: Register, make: Any) -> None:
    register.add([make.reading()], reader="one")
    before = register.moment()
    register.review(next(register.entries()).id, "accepted", "mariam")
    assert register.moment() != before
