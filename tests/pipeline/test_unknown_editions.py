"""Sessions whose number no text gives, or gives wrongly, beside others whose number is read."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from mahdar.errors import UnknownIdError
from mahdar.lexicon import default_lexicon
from mahdar.outputs.cli.series_page import show_series
from mahdar.pipeline.editions import compare_editions
from mahdar.pipeline.library import read_text
from mahdar.pipeline.linking import link_documents
from mahdar.pipeline.series import EditionRecord, register_series
from mahdar.pipeline.sessions import session_of_edition
from mahdar.register import Register

MADE = tomllib.loads(Path(__file__).with_name("unknown_editions.toml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = MADE["case"]


def fill(folder: Path, names: Sequence[str]) -> Path:
    path = folder / "r.sqlite"
    with Register.open(path) as register:
        register.add(read_text(MADE["texts"][name], f"{name}.txt") for name in names)
        link_documents(register)
    return path


def shown(one: EditionRecord) -> str:
    number = "-" if one.number is None else str(one.number)
    return " ".join([number, *["inferred"] * one.inferred, *one.dates])


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("case", CASES, ids=lambda one: one["name"])
def test_a_number_is_inferred_only_where_neighbours_leave_one(
    tmp_path: Path, case: dict[str, Any], order: int
) -> None:
    with Register.open(fill(tmp_path, case["documents"][::order])) as register:
        (series,) = register_series(register)
    assert [shown(one) for one in series.editions] == case["shown"]


def test_what_is_inferred_is_shown_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = fill(tmp_path, ["third", "bare", "fifth", "bare-late"])
    show_series(str(path), None, as_json=False)
    lines = [" ".join(line.split()[:4]) for line in capsys.readouterr().out.splitlines() if " held" in line]
    assert lines == [
        "no. 3 2019-03-04 Muscat",
        "no. 4, inferred 2020-05-09",
        "no. 5 2021-06-11 Muscat",
        "- 2023-04-07 Muscat held",
    ]


def test_a_session_is_called_by_its_inferred_number(tmp_path: Path) -> None:
    with Register.open(fill(tmp_path, ["third", "bare", "fifth"])) as register:
        session = session_of_edition(register, "OMN-PRT/4", default_lexicon())
    assert [one.name for one in session.documents] == ["bare.txt"]


def test_an_edition_that_is_not_there_lists_those_that_are(tmp_path: Path) -> None:
    with (
        Register.open(fill(tmp_path, ["third", "bare", "fifth", "bare-late"])) as register,
        pytest.raises(UnknownIdError) as said,
    ):
        compare_editions(register, "OMN-PRT/3", "OMN-PRT/8", lexicon=default_lexicon())
    told = "the register knows no edition 8 of OMN-PRT, but 3, 4 (inferred), 5, 2023-04-07"
    assert str(said.value) == told
