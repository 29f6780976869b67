"""The PLOVER table: which entries are events, between whom, and that the mapping is whole."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from tests.outputs.commands import mahdar
from tests.outputs.registers import STATEMENT, Found, reading_of, register_of, statement_reading

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.plover import QUADS, plover_table
from mahdar.model.entries import Act, Amount, Entry, Meeting
from mahdar.model.values import ACTS, INSTRUMENT_ACTIONS, MEETINGS, TRACKS
from mahdar.outputs.export import export_register
from mahdar.outputs.export.plover import COLUMNS
from mahdar.register import Register

Entries = Callable[[Found], tuple[Entry, ...]]


def table(register: Register) -> tuple[list[dict[str, str]], tuple[str, ...]]:
    out = io.StringIO()
    left = export_register(register, "plover", out)
    head, *lines = out.getvalue().splitlines()
    assert head.split("\t") == list(COLUMNS)
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines], left


def coded(tmp_path, entries: Entries) -> list[tuple[str, str, str, str]]:
    with register_of(tmp_path, reading_of(STATEMENT, entries, "a.txt")) as register:
        rows, _ = table(register)
    return [(row["event"], row["mode"], row["actor"], row["recipient"]) for row in rows]


def act(found: Found, words: str, act_class: str, *heads: str, **fields: object) -> Act:
    trigger = words.split(maxsplit=1)[0]
    return Act(
        evidence=found.evidence(words, trigger), reader=" ".join(["act.finite", *heads]), act_class=act_class,
        trigger=found.span(trigger), **{"actors": ("PRT",), **fields},
    )  # fmt: skip


def test_the_events_of_a_statement(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        rows, left = table(register)
    assert [(row["event"], row["actor"], row["recipient"], row["date"]) for row in rows] == [
        ("CONSULT", "PRT", "OMN", "2021-05-04"),
        ("SUPPORT", "OMN | PRT", "", "2021-05"),
        ("AGREE", "PRT", "OMN", "2021-05-05"),
        ("ACCUSE", "OMN | PRT", "", "2021-05-05"),
    ]
    assert (rows[2]["context"], rows[2]["quad"], rows[2]["rule"]) == (
        "economic", "verbal cooperation", "plover.commit",
    )  # fmt: skip
    assert rows[2]["quotation"] == "وأكدت البرتغال التزامها بتمويل رصيف الصيد"
    assert left == ("left out: 3 entries", "  1 are dates", "  1 are amounts", "  1 are quotes")


def test_the_verb_decides_what_a_deed_is(tmp_path):
    def entries(found: Found) -> tuple[Entry, ...]:
        return (
            act(found, "وأكدت البرتغال", "deed", "ar.act.qasafa", target=("OMN",)),
            act(found, "وأدان الجانبان", "deed", "ar.act.manaha", target=("OMN",)),
            act(found, "ووقّع الجانبان", "deed", "ar.act.nashara"),
            act(found, "وقال سالم", "oppose", "ar.act.nafa"),
        )

    assert coded(tmp_path, entries) == [("ASSAULT", "", "PRT", "OMN"), ("AID", "", "PRT", "OMN")]


@pytest.mark.parametrize("target", [("OMN",), ()])
def test_worry_is_an_event_only_where_it_is_about_somebody(tmp_path, target):
    def entries(found: Found) -> tuple[Entry, ...]:
        return (act(found, "وأدان الجانبان", "concern", target=target),)

    assert len(coded(tmp_path, entries)) == len(target)


@pytest.mark.parametrize("money", [True, False])
def test_giving_is_aid_where_money_is_in_its_words(tmp_path, money):
    def entries(found: Found) -> tuple[Entry, ...]:
        given = act(found, "ووقّع الجانبان مذكرة تفاهم بشأن الموانئ بقيمة 12,5 مليون يورو", "deed",
                    "ar.act.qaddama", target=("OMN",))  # fmt: skip
        unit = "EUR" if money else "children"
        amount = Amount(evidence=found.evidence("12,5 مليون يورو"), reader="made", value=1, unit=unit)
        return (given, amount)

    assert coded(tmp_path, entries) == ([("AID", "", "PRT", "OMN")] if money else [])


@pytest.mark.parametrize(
    ("place", "parties", "said"),
    [
        ("Muscat", ("OMN", "PRT"), ("CONSULT", "visit", "PRT", "OMN")),
        ("Doha", ("OMN", "PRT"), ("CONSULT", "third-party", "OMN | PRT", "")),
        (None, ("OMN", "PRT"), ("CONSULT", "", "OMN | PRT", "")),
        ("Doha", ("OMN", "PRT", "JOR"), ("CONSULT", "multilateral", "OMN | PRT | JOR", "")),
    ],
)
def test_who_hosts_a_meeting(tmp_path, place, parties, said):
    def entries(found: Found) -> tuple[Entry, ...]:
        words = found.evidence("استضافت مسقط")
        return (Meeting(evidence=words, reader="made", kind="meeting", parties=parties, place=place),)

    assert coded(tmp_path, entries) == [said]


def test_what_is_told_twice_or_needs_somebody_is_left_out(tmp_path):
    def entries(found: Found) -> tuple[Entry, ...]:
        words = found.evidence("ووقّع الجانبان مذكرة تفاهم")
        return (
            Meeting(evidence=words, reader="made", kind="meeting", parties=("PRT",)),
            act(found, "ووقّع الجانبان", "discuss"),
            act(found, "وأدان الجانبان", "deed", "ar.act.manaha"),
            act(found, "وأكدت البرتغال", "commit", actors=()),
        )

    with register_of(tmp_path, reading_of(STATEMENT, entries, "a.txt")) as register:
        rows, left = table(register)
    assert len(rows) == 1
    assert set(left[1:]) == {
        "  1 tell what another row tells",
        "  1 name no recipient, which their event needs",
        "  1 name no actor",
    }


def test_every_class_kind_action_and_event_is_mapped():
    found = plover_table(default_lexicon())
    wanted = {("act", one) for one in ACTS} | {("meeting", one) for one in MEETINGS}
    wanted |= {("instrument", one) for one in INSTRUMENT_ACTIONS}
    assert set(found.codings) == wanted
    assert set(found.contexts) <= TRACKS
    events = {one for quad in QUADS.values() for one in quad}
    assert {coding.event for rows in found.codings.values() for coding in rows} <= events | {"none"}
    assert len(events) == 16
    for rows in found.codings.values():
        assert not rows[-1].heads
        assert not rows[-1].where


def test_the_verbs_that_it_names_are_those_of_the_lexicon():
    known = {row.text("id") for row in default_lexicon().rows("ar/acts.toml", "head")}
    named = {head for row in default_lexicon().rows("shared/plover.tsv") for head in row.list("heads")}
    assert not named - known


def test_as_a_spreadsheet_and_as_objects(folder):
    for name in ("a.tsv", "a.csv", "a.jsonl"):
        assert mahdar("export", "--format", "plover", "-o", name, at=folder).returncode == 0
    with (folder / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        sheet = list(csv.DictReader(file))
    objects = [json.loads(line) for line in (folder / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    lines = (folder / "a.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(sheet) == len(objects) == len(lines) >= 1
    assert [one["entry"] for one in sheet] == [one["entry"] for one in objects]
    assert isinstance(objects[0]["actor"], list)
