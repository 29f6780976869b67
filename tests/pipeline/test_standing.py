"""What is kept of a register is what would be worked out of it anew, whatever came in which order."""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.linking.scoring import DIALOGUES, read_dialogue

from mahdar.errors import RegisterError
from mahdar.model.records import EntryRecord
from mahdar.pipeline.contradicting import contradictions
from mahdar.pipeline.following import followed
from mahdar.pipeline.library import read_text
from mahdar.pipeline.linking import link_documents
from mahdar.pipeline.standing import Standing
from mahdar.register import Register

TODAY = "2024-06-01"
EXAMPLES = Path(__file__).parents[2] / "examples"


def standing(register: Register, day: str = TODAY) -> Standing:
    return Standing(register, today=lambda: day)


def texts() -> list[tuple[str, str]]:
    """The texts of the dialogues written for the tests, of the contradictions, and of two examples."""
    paths = sorted(DIALOGUES.glob("*/*.txt"))
    found = [(f"{one.parent.name} {one.name}", one.read_text(encoding="utf-8")) for one in paths]
    cases = tomllib.loads(Path(__file__).with_name("clashing.toml").read_text(encoding="utf-8"))["case"]
    for case in cases[:6]:
        found += [(f"{case['name']} {name}", text) for name, text in case["texts"].items()]
    found += [(one.name, one.read_text(encoding="utf-8")) for one in sorted(EXAMPLES.rglob("*.txt"))[:4]]
    return found


def everything(kept: Standing, day: str = TODAY) -> dict[str, Any]:
    answers = {
        "chains": kept.chains(day),
        "before": kept.chains("2021-02-01"),
        "links": kept.links(),
        "contradictions": kept.contradictions(),
        "series": kept.series(),
        "offices": kept.offices(),
    }
    assert all(one.fresh for one in answers.values())
    return {name: one.value for name, one in answers.items()}


def anew(register: Register, folder: Path) -> dict[str, Any]:
    """All answers, worked out in a copy of the register that keeps none."""
    path = folder / "copy.sqlite"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(register.where)) as source, closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
        copy.execute("DELETE FROM part")
        copy.execute("DELETE FROM standing")
        copy.commit()
    with Register.open(path) as other:
        kept = standing(other)
        assert kept.contradictions().value is None
        assert kept.refresh()
        return everything(kept)


def review(register: Register, random: Random) -> None:
    """Say something of an entry, or of who is who."""
    entries = list(register.entries())
    one: EntryRecord = random.choice(entries)
    verdict = random.choice(("accepted", "rejected", "unreviewed", "corrected", "step", "merge"))
    if verdict == "corrected" and one.type == "meeting":
        register.review(one.id, "corrected", "Nour", fields={"date": "2019-03-03"})
    elif verdict == "step":
        begins = [one for one in entries if one.type == "instrument" and one.review != "rejected"]
        if begins:
            register.add_step(
                random.choice(begins).id, "signed", "2020-02-02", "Nour", note=str(random.random())
            )
    elif verdict == "merge":
        people = list(register.people())
        if len(people) > 1:
            first, other = random.sample(people, 2)
            register.decisions.merge(first.id, other.id, "Nour")
    elif verdict != "corrected":
        register.review(one.id, verdict, "Nour", "seen twice")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_kept_answers_are_those_that_would_be_worked_out_anew(seed: int, tmp_path: Path) -> None:
    random = Random(seed)  # noqa: S311  # the same tests every time
    told = texts()
    random.shuffle(told)
    with Register.open(tmp_path / "r.sqlite") as register:
        kept = standing(register)
        while told:
            some, told = told[:7], told[7:]
            register.add([read_text(text, name) for name, text in some], reader="tests")
            if random.random() < 0.7:
                link_documents(register)
            for _ in range(random.randrange(3)):
                review(register, random)
            assert not kept.fresh()
            assert kept.refresh()
            assert everything(kept) == anew(register, tmp_path)


@pytest.fixture
def dialogue(tmp_path: Path) -> Iterator[Register]:
    with read_dialogue("jordan-japan", tmp_path) as register:
        yield register


def test_asking_works_nothing_out(dialogue: Register) -> None:
    dialogue.review(next(dialogue.entries(type="act")).id, "rejected", "Nour", "misread")
    kept = standing(dialogue)
    before = kept.chains(TODAY)
    assert not before.fresh
    assert kept.refresh()
    assert kept.chains(TODAY).fresh
    assert not kept.refresh(), "nothing has changed since"


def test_what_does_not_change_an_answer_leaves_it_as_it_is(dialogue: Register) -> None:
    kept = standing(dialogue)
    kept.refresh()
    before = kept.chains(TODAY)
    dialogue.review(next(dialogue.entries(type="date")).id, "accepted", "Nour")
    assert kept.refresh()
    after = kept.chains(TODAY)
    assert (after.at, after.fresh) == (before.at, True)


def test_chains_are_those_of_the_day_that_is_asked_for(dialogue: Register) -> None:
    kept = standing(dialogue, "2020-01-01")
    kept.refresh()
    late = standing(dialogue, "2030-01-01")
    late.refresh()
    for day in ("2018-01-01", "2019-10-14", "2020-12-31", "2022", "2024-01-01"):
        assert kept.chains(day).value == late.chains(day).value
        assert followed(dialogue, day).chains == kept.chains(day).value


def test_a_register_that_keeps_nothing_says_so(tmp_path: Path) -> None:
    with Register.open(tmp_path / "r.sqlite") as register:
        kept = standing(register)
        assert kept.series().value is None
        assert not kept.series().fresh
        kept.refresh()
        assert kept.series().value == ()


def test_what_cannot_be_kept_is_given_all_the_same(
    dialogue: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = followed(dialogue, TODAY)

    def refuse(*_: object, **__: object) -> None:
        raise RegisterError("may not be written")

    monkeypatch.setattr("mahdar.register.keeping.Keeping.keep", refuse)
    monkeypatch.setattr("mahdar.register.keeping.Keeping.keep_parts", refuse)
    one = next(one for one in expected.chains if one.type == "instrument")
    dialogue.add_step(one.id, "dropped", "2024-05-05", "Nour", note="told on the telephone")
    found = followed(dialogue, TODAY)
    assert [chain.rung for chain in found.chains if chain.id == one.id] == ["dropped"]
    assert contradictions(dialogue) == contradictions(dialogue)


def test_answers_are_of_one_moment_with_the_register_that_is_asked(dialogue: Register) -> None:
    instruments = list(dialogue.entries(type="instrument"))
    with dialogue.snapshot() as still:
        assert still.counts().documents
        for one in instruments:
            dialogue.review(one.id, "rejected", "Nour", "misread")
        before = followed(still, TODAY)
    assert before.chains != followed(dialogue, TODAY).chains
