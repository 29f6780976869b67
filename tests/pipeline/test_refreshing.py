"""A register's answers are brought up to date by a process of their own, whoever changes it."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep

from tests.linking.scoring import read_dialogue

from mahdar.pipeline.refreshing import Refresher
from mahdar.pipeline.standing import Standing
from mahdar.register import Register

LONG = 60.0


def wait_until_fresh(register: Register) -> bool:
    """Wait until somebody else has refreshed the answers."""
    began = monotonic()
    while monotonic() - began < LONG:
        if Standing(register).fresh():
            return True
        sleep(0.05)
    return False


def test_what_changes_is_worked_out_behind_the_servers_back(tmp_path: Path) -> None:
    with read_dialogue("jordan-japan", tmp_path) as register:
        with Refresher(register.where, pause=0.05, rest=0.05):
            for one in list(register.entries(type="instrument")):
                register.review(one.id, "rejected", "Nour", "misread")
            assert wait_until_fresh(register)
            found = Standing(register).chains("2024-06-01").value
        assert found is not None
        assert not [one for one in found if one.type == "instrument"]


def test_a_refresher_of_no_register_does_nothing(tmp_path: Path) -> None:
    with Refresher(str(tmp_path / "none.sqlite")):
        pass
    assert not list(tmp_path.iterdir())
