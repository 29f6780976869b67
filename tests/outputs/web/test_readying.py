"""A process of the desk is ready before its first reader comes."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from jinja2 import Environment

from mahdar.lexicon import default_lexicon
from mahdar.outputs.web.app import make_app
from mahdar.outputs.web.catalogue import environments
from mahdar.outputs.web.desk import Desk
from mahdar.outputs.web.readying import make_ready
from mahdar.register import Register


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Return the names of templates as they are compiled from now on."""
    names: list[str | None] = []
    compile_ = Environment.compile

    def counted(self: Environment, source: str, name: str | None = None, *rest: object) -> object:
        names.append(name)
        return compile_(self, source, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Environment, "compile", counted)
    return names


def test_templates_are_compiled_once_for_a_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAHDAR_CACHE", str(tmp_path))
    names = compiled(monkeypatch)
    first = environments()
    assert sorted(map(str, names)) == first["ar"].list_templates()  # the second language finds them there
    environments()["ar"].get_template("error.html")
    assert len(names) == len(first["ar"].list_templates())


def test_they_are_compiled_in_memory_where_nothing_can_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_folder = tmp_path / "file"
    no_folder.write_text("no folder can be made here")
    monkeypatch.setenv("MAHDAR_CACHE", str(no_folder))
    names = compiled(monkeypatch)
    assert environments()["en"].get_template("base.html")
    assert "base.html" in names


@pytest.mark.parametrize("accounts", [False, True])
def test_readying_knows_every_address_and_changes_nothing(tmp_path: Path, accounts: bool) -> None:
    with Register.open(tmp_path / "register.sqlite") as register:
        if accounts:
            register.accounts.add("mariam", "admin", "nine old lighthouses", "root")
        desk = Desk(register, default_lexicon())
        before = register.moment()
        with ThreadPoolExecutor(1) as apart:  # another test may have left a loop in this thread
            apart.submit(asyncio.run, make_ready(make_app(desk), desk)).result()
        assert register.moment() == before
