"""`mahdar users`, run as a user runs it, and what `mahdar serve` refuses without it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.outputs.commands import mahdar

GOOD = b"nine old lighthouses\n"


def test_accounts_are_added_changed_listed_and_disabled(tmp_path: Path) -> None:
    first = mahdar("users", "add", "Mariam", "--role", "admin", at=tmp_path, given=GOOD)
    assert (first.stdout, first.returncode) == ("Mariam  admin  added\n", 0)
    assert "asks everybody to sign in" in first.stderr
    assert mahdar("users", "add", "omar", at=tmp_path, given=GOOD).stderr == ""
    assert mahdar("users", "role", "OMAR", "reviewer", at=tmp_path).stdout == "omar  reviewer\n"
    assert (
        "new password"
        in mahdar("users", "password", "omar", at=tmp_path, given=b"another one of them").stdout
    )
    assert "disabled" in mahdar("users", "disable", "omar", at=tmp_path).stdout
    listed = mahdar("users", "list", at=tmp_path).stdout.splitlines()
    assert listed[0] == "Mariam  admin     never signed in"
    assert listed[1].startswith("omar    reviewer  never signed in  disabled 2")
    plain = json.loads(mahdar("users", "list", "--json", at=tmp_path).stdout)
    assert [(one["name"], one["role"]) for one in plain] == [("Mariam", "admin"), ("omar", "reviewer")]
    assert "enabled" in mahdar("users", "enable", "omar", at=tmp_path).stdout


def test_a_token_goes_to_standard_output_alone_and_is_listed_without_its_secret(tmp_path: Path) -> None:
    mahdar("users", "add", "omar", at=tmp_path, given=GOOD)
    made = mahdar("users", "token", "omar", "--label", "nightly", "--days", "2", at=tmp_path)
    secret = made.stdout.strip()
    assert secret.startswith("mahdar_")
    assert secret not in made.stderr
    listed = mahdar("users", "tokens", at=tmp_path).stdout
    assert "nightly" in listed
    assert secret not in listed
    assert "revoked" in mahdar("users", "revoke", listed[:8], at=tmp_path).stdout
    assert "revoked 2" in mahdar("users", "tokens", "omar", at=tmp_path).stdout


def test_what_cannot_be_is_said_on_one_line(tmp_path: Path) -> None:
    assert mahdar("users", "list", at=tmp_path).returncode == 1
    short = mahdar("users", "add", "omar", at=tmp_path, given=b"short\n")
    assert (short.returncode, short.stdout) == (1, "")
    assert "at least 10 letters" in short.stderr
    assert "is not a role" in mahdar("users", "add", "omar", "--role", "boss", at=tmp_path).stderr
    mahdar("users", "add", "omar", at=tmp_path, given=GOOD)
    assert "no account layla" in mahdar("users", "disable", "layla", at=tmp_path).stderr


def test_without_accounts_no_other_machine_is_served(tmp_path: Path) -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1"):  # noqa: S104  # that is what is refused
        refused = mahdar("serve", "--host", host, "--port", "0", at=tmp_path)
        assert refused.returncode == 1
        assert "mahdar users add NAME --role admin" in refused.stderr
        assert "  mahdar serve\n" in refused.stderr
