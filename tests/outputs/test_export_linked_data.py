"""JSON-LD, Parquet: standard readers understand them offline, and they say what the register says."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyld import jsonld
from tests.outputs.commands import EXAMPLES, mahdar
from tests.outputs.registers import NOW, Found, reading_of, register_of, statement_reading

from mahdar.errors import ExportError
from mahdar.model.entries import Date, Entry
from mahdar.model.links import Link, Tie
from mahdar.model.values import ACTS
from mahdar.outputs.export import export_files, export_register
from mahdar.outputs.export.context import ACTIONS
from mahdar.outputs.export.tables import TABLES
from mahdar.register import Register

OA, PROV, SCHEMA = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#", "https://schema.org/"
OWN = "urn:mahdar:term:"


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the register of the shipped examples."""
    folder = tmp_path_factory.mktemp("linked")
    assert mahdar("read", EXAMPLES, at=folder).returncode == 0
    return folder / "mahdar.sqlite"


def written(register: Register) -> dict[str, Any]:
    out = io.StringIO()
    assert export_register(register, "jsonld", out) == ()
    return json.loads(out.getvalue())


def nothing_from_elsewhere(*_: object, **__: object) -> None:
    raise AssertionError("a context was asked for")


def expanded(register: Register) -> dict[str, dict[str, Any]]:
    """Return the nodes of a graph by their ids, every key spelt out."""
    nodes = jsonld.expand(written(register), {"documentLoader": nothing_from_elsewhere})
    return {node["@id"]: node for node in nodes}


def value(node: dict[str, Any], key: str) -> object:
    found = node[key]
    assert len(found) == 1
    return found[0].get("@value", found[0].get("@id"))


def plain(node: dict[str, Any], key: str) -> list[object]:
    return [one.get("@value", one.get("@id")) for one in node.get(key, [])]


def words(register: Register, node: dict[str, Any]) -> list[str]:
    """Return what an annotation's targets point to, found by position and held against the words."""
    found = []
    for target in node[f"{OA}hasTarget"]:
        selectors = {one["@type"][0]: one for one in target[f"{OA}hasSelector"]}
        text = register.text(str(value(target, f"{OA}hasSource")).rpartition(":")[2])
        position, quote = selectors[f"{OA}TextPositionSelector"], selectors[f"{OA}TextQuoteSelector"]
        start, end = int(value(position, f"{OA}start")), int(value(position, f"{OA}end"))
        exact = value(quote, f"{OA}exact")
        assert text[start:end] == exact
        assert text[:start].endswith(value(quote, f"{OA}prefix"))
        assert text[end:].startswith(value(quote, f"{OA}suffix"))
        found.append(exact)
    return found


# JSON-LD


def test_every_key_and_type_means_something_and_nothing_is_fetched(examples):
    with Register.open(examples, create=False) as register:
        plain_graph = written(register)["@graph"]
        nodes = expanded(register)
    assert len(nodes) == len(plain_graph)
    assert all(node.get("@type") for node in nodes.values())
    ours = {kind for node in nodes.values() for kind in node["@type"] if kind.startswith(OWN)}
    assert ours == {OWN + k for k in ("Meeting", "Instrument", "Act", "Amount", "Quote", "Date", "Link")}


def test_it_is_as_many_statements_of_rdf_as_it_looks(examples):
    with Register.open(examples, create=False) as register:
        quads = jsonld.to_rdf(written(register), {"format": "application/n-quads"}).splitlines()
    assert len(quads) > 10_000
    assert not [quad for quad in quads if "<null" in quad or "undefined" in quad]


def test_every_entry_has_an_annotation_whose_words_stand_in_the_text(examples):
    with Register.open(examples, create=False) as register:
        nodes, entries = expanded(register), list(register.entries())
        assert len(entries) == 438
        for entry in entries:
            note = nodes[f"urn:mahdar:annotation:{entry.id}"]
            assert value(note, f"{OA}hasBody") == f"urn:mahdar:entry:{entry.id}"
            assert words(register, note) == [one.quote for one in entry.evidence]


def test_every_mention_of_a_person_is_annotated(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        person = next(register.people())
        nodes = expanded(register)
        assert words(register, nodes[f"urn:mahdar:annotation:{person.id}"]) == ["سالم النهار"]
        node = nodes[f"urn:mahdar:person:{person.id}"]
    assert node["@type"] == [f"{SCHEMA}Person"]
    assert node[f"{SCHEMA}alternateName"] == [{"@value": "سالم النهار", "@language": "ar"}]
    office = node[f"{SCHEMA}memberOf"][0]
    assert value(office, f"{SCHEMA}roleName") == "Minister of Transport"
    assert value(office, f"{SCHEMA}memberOf") == "urn:mahdar:party:OMN"


def node_of(register: Register, type_: str, **fields: object) -> dict[str, Any]:
    entry = next(e for e in register.entries(type=type_) if fields.items() <= e.fields.items())
    return expanded(register)[f"urn:mahdar:entry:{entry.id}"]


def test_entries_are_told_in_the_words_of_schema_org(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        meeting, act = node_of(register, "meeting"), node_of(register, "act")
        amount, quote = node_of(register, "amount"), node_of(register, "quote")
        instrument = node_of(register, "instrument")
        oman = expanded(register)["urn:mahdar:party:OMN"]
    assert meeting["@type"] == [f"{SCHEMA}Event", f"{OWN}Meeting"]
    assert plain(meeting, f"{SCHEMA}attendee") == ["urn:mahdar:party:OMN", "urn:mahdar:party:PRT"]
    assert meeting[f"{SCHEMA}startDate"][0]["@type"].endswith("#date")
    assert value(meeting[f"{SCHEMA}location"][0], f"{SCHEMA}name") == "Muscat"
    assert act["@type"] == [f"{SCHEMA}PlanAction", f"{OWN}Act"]
    assert plain(act, f"{SCHEMA}agent") == ["urn:mahdar:party:PRT"]
    assert plain(act, f"{OWN}directedAt") == ["urn:mahdar:party:OMN"]
    assert act[f"{OWN}content"] == [{"@value": "بتمويل رصيف الصيد", "@language": "ar"}]
    assert (value(amount, f"{SCHEMA}currency"), value(amount, f"{SCHEMA}value")) == ("EUR", 12_500_000)
    assert quote["@type"][0] == f"{SCHEMA}Quotation"
    assert value(quote[f"{SCHEMA}spokenByCharacter"][0], f"{SCHEMA}name") == "Salim Al Nahar"
    assert instrument[f"{OWN}date"][0]["@type"].endswith("#gYearMonth")
    assert oman["@type"] == [f"{SCHEMA}Country"]
    assert {one["@language"] for one in oman[f"{SCHEMA}name"]} == {"en", "ar"}


def test_who_or_what_made_an_entry_and_who_reviewed_it(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        act = next(register.entries(type="act"))
        register.review(act.id, "accepted", "salma", "seen in print")
        nodes = expanded(register)
        other = next(register.entries(type="date"))
    node = nodes[f"urn:mahdar:entry:{act.id}"]
    reading = nodes[str(value(node, f"{PROV}wasGeneratedBy"))]
    assert value(reading, f"{PROV}wasAssociatedWith") == "urn:mahdar:agent:mahdar"
    assert value(reading, f"{PROV}used") == value(node, f"{PROV}wasDerivedFrom")
    assert value(node, f"{OWN}reader") == "made.by.hand ar.act.akkada"
    review = nodes[str(value(node, f"{PROV}wasInfluencedBy"))]
    assert (value(review, f"{OWN}verdict"), value(review, f"{OWN}why")) == ("accepted", "seen in print")
    assert value(review[f"{PROV}wasAssociatedWith"][0], f"{SCHEMA}name") == "salma"
    assert str(value(review, f"{PROV}endedAtTime")).startswith(NOW.date().isoformat())
    assert f"{PROV}wasInfluencedBy" not in nodes[f"urn:mahdar:entry:{other.id}"]


def test_dates_are_literals_of_their_precision(tmp_path):
    def entries(found: Found) -> tuple[Entry, ...]:
        values = ("2021-05-04", "2021-05", "2021", "2020/2021", None)
        return tuple(
            Date(evidence=found.evidence(word), reader="made", value=day, precision="day")
            for word, day in zip(("يوم", "شهر", "سنة", "مدى", "لا"), values, strict=True)
        )

    with register_of(tmp_path, reading_of("يوم شهر سنة مدى لا", entries, "a.txt")) as register:
        nodes = expanded(register)
        dates = [nodes[f"urn:mahdar:entry:{one.id}"].get(f"{OWN}date") for one in register.entries()]
    types = [one[0]["@type"].rpartition("#")[2].rpartition("/")[2] if one else None for one in dates]
    assert types == ["date", "gYearMonth", "gYear", "EDTF", None]


def test_links_and_series_are_nodes(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        acts, meeting = list(register.entries(type="act")), next(register.entries(type="meeting"))
        link = Link("restates", acts[0].id, acts[1].id, 0.75, "same words")
        register.link([link], [Tie(meeting.id, "occasion0", "series0", 3)])
        nodes = expanded(register)
    node = nodes[f"urn:mahdar:link:{link.id}"]
    assert value(node, f"{OWN}from") == f"urn:mahdar:entry:{acts[0].id}"
    assert value(node, f"{OWN}score") == 0.75
    met = nodes[f"urn:mahdar:entry:{meeting.id}"]
    assert value(met, f"{SCHEMA}superEvent") == "urn:mahdar:series:series0"
    assert nodes["urn:mahdar:series:series0"]["@type"] == [f"{SCHEMA}EventSeries"]


def test_each_class_of_acts_is_an_action():
    assert set(ACTIONS) == ACTS


def test_an_empty_register_is_an_empty_graph(tmp_path):
    with register_of(tmp_path) as register:
        assert list(expanded(register)) == ["urn:mahdar:agent:mahdar"]


# Parquet


def tables(register: Register, folder: Path) -> dict[str, pa.Table]:
    folder.mkdir(exist_ok=True)
    export_files(register, "parquet", folder)
    return {table.name: pq.read_table(folder / f"{table.name}.parquet") for table in TABLES}


def test_columns_have_types(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        found = tables(register, tmp_path / "out")
    types = {field.name: str(field.type) for field in found["acts"].schema}
    span = "struct<start: int32, end: int32>"
    assert types["actors"] == types["tracks"] == "list<element: string>"
    assert types["trigger_span"] == span
    assert types["evidence"] == f"list<element: {span}>"
    assert (types["quoted"], types["confidence"], types["due"]) == ("bool", "double", "string")
    assert str(found["meetings"].schema.field("edition").type) == "int32"


def test_rows_come_back_as_they_were(examples, tmp_path):
    with Register.open(examples, create=False) as register:
        found = tables(register, tmp_path / "out")
        rows = {row["id"]: row for name in list(found)[:6] for row in found[name].to_pylist()}
        entries = {entry.id: entry for entry in register.entries()}
        texts = {one.id: register.text(one.id) for one in register.documents()}
    assert set(rows) == set(entries)
    for key, row in rows.items():
        entry, text = entries[key], texts[row["document_id"]]
        assert [text[one["start"] : one["end"]] for one in row["evidence"]] == [
            e.quote for e in entry.evidence
        ]
        assert row["quotation"] == entry.evidence[0].quote
        for name in ("actors", "tracks", "parties", "edition", "value", "due", "quoted"):
            assert row.get(name) == entry.fields.get(name)


def test_many_rows_are_written_in_groups(tmp_path, monkeypatch):
    monkeypatch.setattr("mahdar.outputs.export.parquet._GROUP", 1)
    with register_of(tmp_path, statement_reading()) as register:
        tables(register, tmp_path / "out")
    assert pq.ParquetFile(tmp_path / "out" / "acts.parquet").num_row_groups == 2


def test_where_the_extra_is_missing_the_error_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with (
        register_of(tmp_path) as register,
        pytest.raises(ExportError, match=r"pip install 'mahdar\[parquet\]'"),
    ):
        export_files(register, "parquet", tmp_path)


def test_a_parquet_of_one_type_goes_into_one_file(folder):
    done = mahdar("export", "--format", "parquet", "--type", "act", "-o", "acts.parquet", at=folder)
    assert done.returncode == 0
    assert pq.read_table(folder / "acts.parquet").num_rows >= 1
    assert mahdar("export", "--format", "parquet", "-o", "all.zip", at=folder).returncode == 0
    assert mahdar("export", "--format", "parquet", "-o", "all", at=folder).returncode == 0
    assert mahdar("export", "--format", "parquet", at=folder).returncode == 2
