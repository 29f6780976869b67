"""Signing in: who is let in, who is not, and that nobody learns why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mahdar.errors import MahdarError, SignInError
from mahdar.pipeline import entrance
from mahdar.pipeline.entrance import IDLE, LASTS, new_token, sign_in, sign_out, token_holder, visitor
from mahdar.pipeline.passwords import is_right, kept_of
from mahdar.register import Register

GOOD = "nine old lighthouses"
KEPT = kept_of(GOOD, "omar")


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def register(tmp_path: Path, clock: Clock) -> Iterator[Register]:
    with Register.open(tmp_path / "a.sqlite", now=clock) as opened:
        opened.accounts.add("Omar", "reviewer", KEPT, "root")
        yield opened


def test_a_right_password_signs_in_and_the_register_keeps_no_secret(
    register: Register, tmp_path: Path
) -> None:
    secret = sign_in(register, "omar", GOOD, "192.0.2.1")
    found = visitor(register, secret)
    assert found is not None
    assert (found.account, found.role) == ("Omar", "reviewer")
    sign_out(register, secret)
    assert visitor(register, secret) is None
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert secret.encode() not in kept
    assert GOOD.encode() not in kept


def test_an_unknown_name_a_wrong_password_and_a_disabled_account_are_refused_alike(
    register: Register,
) -> None:
    register.accounts.add("Layla", "reader", KEPT, "root")
    register.accounts.disable("Layla", "root")
    said = set()
    for name, password in (("nobody", GOOD), ("omar", "not this one"), ("layla", GOOD), ("", "")):
        with pytest.raises(SignInError) as refused:
            sign_in(register, name, password, "192.0.2.1")
        said.add((str(refused.value), refused.value.wait))
    assert len(said) == 1


def test_an_unknown_name_costs_as_much_as_a_wrong_password(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []
    monkeypatch.setattr(entrance, "is_right", lambda *given: compared.append(given) or is_right(*given))
    for name in ("omar", "nobody"):
        with pytest.raises(SignInError):
            sign_in(register, name, "not this one", "192.0.2.1")
    assert [kept is None for _, kept in compared] == [False, True]


def test_an_account_is_tried_ten_times_in_a_quarter_of_an_hour(register: Register, clock: Clock) -> None:
    for _ in range(10):
        with pytest.raises(SignInError, match="no such account with this password"):
            sign_in(register, "omar", "a guess at it", "192.0.2.1")
    with pytest.raises(SignInError, match="tried too often") as refused:
        sign_in(register, "OMAR", GOOD, "192.0.2.2")
    assert refused.value.wait == 900
    clock.at += timedelta(minutes=15, seconds=1)
    assert sign_in(register, "omar", GOOD, "192.0.2.1")


def test_a_right_password_begins_the_count_anew(register: Register) -> None:
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(SignInError):
                sign_in(register, "omar", "a guess at it", "192.0.2.1")
        assert sign_in(register, "omar", GOOD, "192.0.2.1")


def test_an_address_is_counted_whatever_the_names(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entrance, "is_right", lambda *_: False)
    for number in range(50):
        with pytest.raises(SignInError, match="no such account"):
            sign_in(register, f"name {number}", "a guess at it", "192.0.2.1")
    with pytest.raises(SignInError, match="tried too often"):
        sign_in(register, "another", "a guess at it", "192.0.2.1")
    with pytest.raises(SignInError, match="no such account"):
        sign_in(register, "another", "a guess at it", "192.0.2.9")


def test_a_sign_in_that_is_used_lasts_until_it_is_old(register: Register, clock: Clock) -> None:
    secret = sign_in(register, "omar", GOOD, "192.0.2.1")
    began = clock.at
    while clock.at < began + LASTS - IDLE:
        clock.at += IDLE - timedelta(minutes=1)
        assert visitor(register, secret) is not None
    clock.at = began + LASTS
    assert visitor(register, secret) is None


def test_a_sign_in_that_is_not_used_ends(register: Register, clock: Clock) -> None:
    secret = sign_in(register, "omar", GOOD, "192.0.2.1")
    clock.at += IDLE
    assert visitor(register, secret) is None


def test_a_token_is_shown_once_and_expires(register: Register, clock: Clock, tmp_path: Path) -> None:
    secret, made = new_token(register, "omar", "import", 30, "mariam")
    found = token_holder(register, secret)
    assert found is not None
    assert (found.account, found.role) == ("Omar", "reviewer")
    assert register.accounts.tokens()[0].used is not None
    assert secret.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert token_holder(register, secret[:-1]) is None
    assert token_holder(register, "") is None
    clock.at += timedelta(days=30)
    assert token_holder(register, secret) is None
    assert made.account == "Omar"


@pytest.mark.parametrize(("label", "days"), [("", 3), ("import", 0), ("import", 99999)])
def test_a_token_has_a_label_and_an_end(register: Register, label: str, days: int) -> None:
    with pytest.raises(MahdarError):
        new_token(register, "omar", label, days, "mariam")


@pytest.mark.parametrize("password", ["short", "x" * 1001, " Omar Haddad "])
def test_a_password_is_long_and_not_the_name(password: str) -> None:
    with pytest.raises(MahdarError, match="a password"):
        kept_of(password, "omar haddad")


def test_a_password_is_the_same_however_a_keyboard_composes_it() -> None:
    assert is_right("café au bord de l'eau", kept_of("cafe\u0301 au bord de l'eau", "omar"))
