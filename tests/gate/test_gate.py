"""The gate holds figures to their floors and never lowers one in silence."""

import json

import pytest

from tests.gate import gate


@pytest.fixture
def floors(tmp_path, monkeypatch):
    """A floors file of its own, pinned on the shipped digest."""
    path = tmp_path / "floors.json"
    monkeypatch.setattr(gate, "FLOORS", path)
    monkeypatch.setattr(gate, "digest", lambda: "same")
    return path


def pinned(path):
    """What the floors file holds."""
    return json.loads(path.read_text(encoding="utf-8"))["floors"]


def test_a_figure_below_its_floor_fails(floors):
    gate.write({"acts": 0.9}, None)
    assert gate.compare({"acts": 0.89}) == 1


def test_a_figure_at_its_floor_holds(floors):
    gate.write({"acts": 0.9}, None)
    assert gate.compare({"acts": 0.9}) == 0


def test_raising_keeps_the_higher_of_old_and_new(floors):
    gate.write({"acts": 0.9, "dates": 0.8}, None)
    gate.write({"acts": 0.85, "dates": 0.95}, None)
    assert pinned(floors) == {"acts": 0.9, "dates": 0.95}


def test_lowering_needs_a_reason_and_keeps_it(floors):
    gate.write({"acts": 0.9}, None)
    gate.write({"acts": 0.85}, "the guide changed")
    assert pinned(floors) == {"acts": 0.85}
    assert json.loads(floors.read_text(encoding="utf-8"))["lowered"] == ["the guide changed"]


def test_other_documents_need_floors_of_their_own(floors, monkeypatch):
    gate.write({"acts": 0.9}, None)
    monkeypatch.setattr(gate, "digest", lambda: "other")
    assert gate.compare({"acts": 1.0}) == 1


def test_without_the_documents_it_says_so_and_passes(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(gate, "SHARED", tmp_path)
    assert gate.main([]) == 0
    assert "GATE SKIPPED" in capsys.readouterr().out
