"""Accounts, sign-ins and tokens, in every database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from mahdar.errors import RegisterError, UnknownIdError
from mahdar.register import Register

KEPT = "$argon2id$made-up"
NOW = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)


def stamp(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")


def test_a_register_has_no_accounts_until_one_is_added(register):
    assert not register.accounts.any()
    made = register.accounts.add("  Mariam  Haddad ", "admin", KEPT, "root")
    assert (made.name, made.role, made.disabled, made.seen) == ("Mariam Haddad", "admin", None, None)
    assert register.accounts.any()


def test_a_name_counts_once_whatever_its_capitals(register):
    register.accounts.add("Mariam", "admin", KEPT, "root")
    with pytest.raises(RegisterError, match="there is such an account"):
        register.accounts.add("MARIAM", "reader", KEPT, "root")
    assert register.accounts.find("mariam").name == "Mariam"


@pytest.mark.parametrize("name", ["", "   ", "a\0b", "x" * 65, "a\u202eb"])
def test_a_name_can_be_seen(register, name):
    with pytest.raises(RegisterError, match="1 to 64 letters that can be seen"):
        register.accounts.add(name, "reader", KEPT, "root")


def test_a_role_is_one_of_three(register):
    with pytest.raises(RegisterError, match="boss is no role; use one of reader, reviewer, admin"):
        register.accounts.add("omar", "boss", KEPT, "root")


def test_somebody_always_may_say_who_may(register):
    accounts = register.accounts
    accounts.add("mariam", "admin", KEPT, "root")
    for change in (
        lambda: accounts.disable("mariam", "root"),
        lambda: accounts.set_role("mariam", "reader", "root"),
    ):
        with pytest.raises(RegisterError, match="mariam is the only admin"):
            change()
    accounts.add("omar", "admin", KEPT, "root")
    assert accounts.set_role("mariam", "reader", "omar").role == "reader"


def test_each_change_is_an_event_that_holds_no_secret(register):
    accounts = register.accounts
    accounts.add("mariam", "admin", KEPT, "root")
    accounts.add("omar", "reader", KEPT, "mariam")
    accounts.set_role("omar", "reviewer", "mariam")
    accounts.set_password("omar", f"{KEPT}-2", "omar")
    token = accounts.add_token("omar", "import", "d" * 64, stamp(NOW + timedelta(days=1)), "mariam")
    accounts.revoke(token.id, "mariam", "lost")
    accounts.disable("omar", "mariam", "left")
    accounts.enable("omar", "mariam")
    events = list(register.events())
    assert [one.what for one in events] == [
        *(
            "account_added",
            "account_added",
            "account_role",
            "account_password",
            "token_made",
            "token_revoked",
        ),
        *("account_disabled", "account_enabled"),
    ]
    assert [one.who for one in events[:4]] == ["root", "mariam", "mariam", "omar"]
    assert events[2].data == {"account": "omar", "role": "reviewer", "before": "reader"}
    assert events[6].why == "left"
    assert KEPT not in str(events)
    assert "d" * 64 not in str(events)


def test_a_sign_in_ends_when_it_is_idle_or_old_or_ended(register):
    register.accounts.add("mariam", "admin", KEPT, "root")
    sign_ins, before = register.sign_ins, stamp(NOW - timedelta(hours=1))
    sign_ins.begin("Mariam", "a" * 64)
    assert sign_ins.signed_in("a" * 64, began=before, seen=before).account == "mariam"
    assert register.accounts.find("mariam").seen == stamp(NOW)
    later = stamp(NOW + timedelta(hours=1))
    assert sign_ins.signed_in("a" * 64, began=later, seen=before) is None
    assert sign_ins.signed_in("a" * 64, began=before, seen=later) is None
    sign_ins.end("a" * 64)
    assert sign_ins.signed_in("a" * 64, began=before, seen=before) is None


@pytest.mark.parametrize("change", ["password", "disable"])
def test_a_new_password_and_a_disabled_account_end_its_sign_ins(register, change):
    register.accounts.add("mariam", "admin", KEPT, "root")
    register.accounts.add("omar", "reader", KEPT, "root")
    register.sign_ins.begin("omar", "a" * 64)
    if change == "password":
        register.accounts.set_password("omar", KEPT, "mariam")
    else:
        register.accounts.disable("omar", "mariam")
        assert register.accounts.password("omar") is None
    before = stamp(NOW - timedelta(hours=1))
    assert register.sign_ins.signed_in("a" * 64, began=before, seen=before) is None


def test_a_token_holds_until_it_expires_or_is_revoked_or_its_account_is_disabled(register):
    accounts, sign_ins = register.accounts, register.sign_ins
    accounts.add("mariam", "admin", KEPT, "root")
    accounts.add("omar", "reviewer", KEPT, "root")
    old = accounts.add_token("omar", "old", "a" * 64, stamp(NOW), "mariam")
    accounts.add_token("omar", "new", "b" * 64, stamp(NOW + timedelta(days=1)), "mariam")
    assert sign_ins.shown("a" * 64) is None
    assert (sign_ins.shown("b" * 64).account, sign_ins.shown("b" * 64).role) == ("omar", "reviewer")
    sign_ins.touch("b" * 64)
    assert [one.used for one in accounts.tokens("omar")] == [None, stamp(NOW)]
    accounts.disable("omar", "mariam")
    assert sign_ins.shown("b" * 64) is None
    accounts.enable("omar", "mariam")
    accounts.revoke("bbbb", "mariam")
    assert sign_ins.shown("b" * 64) is None
    with pytest.raises(UnknownIdError, match="no token that holds begins with bbbb"):
        accounts.revoke("bbbb", "mariam")
    assert old.id == "a" * 8


def test_attempts_are_counted_by_all_processes_together(address):
    first, second = Register.open(address), Register.open(address)
    with first, second:
        doors = [first, second] * 10
        since = stamp(datetime.now(UTC) - timedelta(minutes=1))
        with ThreadPoolExecutor(8) as pool:
            tried = list(pool.map(lambda one: one.sign_ins.attempt({"account omar": 5}, since), doors))
        assert tried.count(None) == 5
        assert second.sign_ins.attempt({"account mariam": 5}, since) is None
        second.sign_ins.succeed("account omar")
        assert first.sign_ins.attempt({"account omar": 5}, since) is None
        ahead = stamp(datetime.now(UTC) + timedelta(minutes=1))
        assert first.sign_ins.attempt({"account mariam": 1}, ahead) is None, "old attempts are forgotten"
