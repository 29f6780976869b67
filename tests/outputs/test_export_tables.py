"""CSV, XLSX: what stands in the register stands in the tables, and no cell is anything but what it says."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.outputs.commands import EXAMPLES, mahdar
from tests.outputs.registers import STATEMENT, Found, reading_of, register_of, statement_reading

from mahdar.errors import ExportError
from mahdar.model.entries import Act, Date, Entry, Quote
from mahdar.outputs.export import export_files, export_workbook
from mahdar.outputs.export.csv import guarded
from mahdar.outputs.export.tables import TABLES
from mahdar.register import EntryRecord, Register, Wanted

NAMES = [table.name for table in TABLES]


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the register of the shipped examples."""
    folder = tmp_path_factory.mktemp("examples")
    assert mahdar("read", EXAMPLES, at=folder).returncode == 0
    return folder / "mahdar.sqlite"


def tables(register: Register, folder: Path, wanted: Wanted | None = None) -> dict[str, list[dict[str, str]]]:
    folder.mkdir(exist_ok=True)
    assert export_files(register, "csv", folder, wanted) == ()
    found = {}
    for name in NAMES:
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            found[name] = list(csv.DictReader(file))
    return found


def workbook(register: Register) -> openpyxl.Workbook:
    out = io.BytesIO()
    export_workbook(register, out)
    return openpyxl.load_workbook(out)


def sheet(book: openpyxl.Workbook, name: str) -> list[dict[str, object]]:
    head, *rest = book[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


# CSV


def test_each_type_has_a_table_and_each_entry_a_row(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        found = tables(register, tmp_path / "out")
        assert {name: len(rows) for name, rows in found.items()} == {
            "meetings": 1, "instruments": 1, "acts": 2, "amounts": 1, "quotes": 1, "dates": 1,
            "documents": 1, "people": 1, "offices": 1, "links": 0,
        }  # fmt: skip
        ids = {row["id"] for name in NAMES[:6] for row in found[name]}
        assert ids == {entry.id for entry in register.entries()}


def test_a_row_says_what_the_entry_says(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        found = tables(register, tmp_path / "out")
    act = found["acts"][0]
    fields = ("class", "actors", "target", "tracks", "due", "quoted", "trigger")
    assert {name: act[name] for name in fields} == {
        "class": "commit", "actors": "PRT", "target": "OMN", "tracks": "transport | economy",
        "due": "2022-06-30", "quoted": "false", "trigger": "وأكدت",
    }  # fmt: skip
    assert (act["content"], act["day"], act["publisher"]) == ("بتمويل رصيف الصيد", "2021-05-05", "وكالة")
    meeting = found["meetings"][0]
    assert (meeting["parties"], meeting["edition"]) == ("OMN | PRT", "3")
    assert meeting["chairs"] == "Salim Al Nahar (OMN) | Ana Reis"
    assert (meeting["quotation"], meeting["further"]) == ("استضافت مسقط", "الجولة الثالثة")
    assert found["amounts"][0]["value"] == "12500000"
    assert found["instruments"][0]["name"] == "مذكرة تفاهم بشأن الموانئ"
    assert found["offices"][0]["words"] == "وزير النقل"


def test_every_span_of_a_table_cuts_the_words_beside_it_out_of_the_text(examples, tmp_path):
    with Register.open(examples, create=False) as register:
        found = tables(register, tmp_path / "out")
        texts = {one.id: register.text(one.id) for one in register.documents()}

    def cut(row: dict[str, str], spans: str) -> list[str]:
        pairs = (span.split("-") for span in spans.split(" | ") if span)
        return [texts[row["document_id"]][int(start) : int(end)] for start, end in pairs]

    checked = 0
    for name in NAMES[:6]:
        for row in found[name]:
            words = cut(row, row["evidence"])
            assert guarded(words[0]) == row["quotation"]
            if name != "acts":
                assert row["further"] == guarded(" | ".join(words[1:]))
            for field in ("trigger", "content", "name", "question"):
                if row.get(field):
                    assert cut(row, row[f"{field}_span"]) == [row[field]]
            checked += 1
    assert checked == 438
    assert all(cut(row, row["span"]) == [row["words"]] for row in found["offices"])


def test_a_spreadsheet_is_told_that_it_is_utf_8_and_lines_end_as_the_standard_says(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        tables(register, tmp_path / "out")
    raw = (tmp_path / "out" / "acts.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid,")
    assert raw.count(b"\r\n") == 3


HOSTILE = ["=HYPERLINK(1)", "+1", "-2+3", "@SUM(1)", "\uff1dA1", "\t=1", "#REF!", "TRUE", "1e5", "00:12"]


def hostile_entries(found: Found) -> tuple[Entry, ...]:
    return tuple(
        Quote(evidence=found.evidence(words), reader="made.by.hand", speaker=words.strip(), direct=True)
        for words in HOSTILE
    )


def test_no_cell_of_a_csv_is_taken_for_a_formula(tmp_path):
    with register_of(tmp_path, reading_of(" ".join(HOSTILE), hostile_entries, "=x.txt")) as register:
        found = tables(register, tmp_path / "out")
    assert [row["quotation"] for row in found["quotes"]] == [
        f"'{words}" if words[0] in "=+-@\t\uff1d" else words for words in HOSTILE
    ]
    cells = {value for rows in found.values() for row in rows for value in row.values()}
    assert not [cell for cell in cells if cell[:1] in {*"=+-@\t\r\n", "\uff1d"}]


@given(st.text(min_size=1))
def test_a_guarded_text_is_got_back_by_taking_one_apostrophe_off(text):
    cell = guarded(text)
    assert cell[0] not in "=+-@\t\r\n"
    assert cell in {text, f"'{text}"}


def test_line_ends_quotation_marks_and_commas_come_back_as_they_were(tmp_path):
    words = 'قال: "نعم، لا,\r\nنعم\nلا"'
    made = reading_of(
        f"{words} وذهب.",
        lambda found: (Quote(evidence=found.evidence(words), reader="made", speaker=None, direct=True),),
        "a.txt",
    )
    with register_of(tmp_path, made) as register:
        assert tables(register, tmp_path / "out")["quotes"][0]["quotation"] == words


def test_only_what_is_wanted_is_written(tmp_path):
    other = reading_of(
        "وصل الوفد يوم 3 مارس 2020.",
        lambda found: (
            Date(evidence=found.evidence("3 مارس 2020"), reader="made", value="2020-03-03", precision="day"),
        ),
        "other.txt",
    )
    with register_of(tmp_path, statement_reading(), other) as register:
        found = tables(register, tmp_path / "out", Wanted(kind="condemn"))
    assert [row["class"] for row in found["acts"]] == ["condemn"]
    assert [row["name"] for row in found["documents"]] == ["statement.txt"]
    assert len(found["people"]) == 1
    assert not found["dates"]


# XLSX


def test_a_workbook_has_a_sheet_a_type_from_right_to_left_with_a_head_that_stays(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        book = workbook(register)
    assert book.sheetnames == NAMES
    for one in book:
        assert one.sheet_view.rightToLeft
        assert one.freeze_panes == "B2"
        assert one["A1"].font.bold
        assert one.column_dimensions["A"].width > 10


def test_full_days_are_days_and_others_stay_texts(tmp_path):
    def entries(found: Found) -> tuple[Entry, ...]:
        values = ("2021-05-04", "2021-05", "2021", "2020/2021", "1868-01-02", None)
        words = ("غدا", "شهر", "سنة", "مدى", "قديم", "لا")
        return tuple(
            Date(evidence=found.evidence(word), reader="made", value=value, precision="day")
            for word, value in zip(words, values, strict=True)
        )

    with register_of(tmp_path, reading_of("غدا شهر سنة مدى قديم لا", entries, "a.txt")) as register:
        rows = sheet(workbook(register), "dates")
    assert [row["value"] for row in rows] == [
        datetime(2021, 5, 4), "2021-05", "2021", "2020/2021", "1868-01-02", None,  # noqa: DTZ001
    ]  # fmt: skip


def test_every_text_of_a_workbook_is_a_text_and_no_cell_a_formula_an_error_or_a_link(tmp_path):
    with register_of(tmp_path, reading_of(" ".join(HOSTILE), hostile_entries, "=x.txt")) as register:
        book = workbook(register)
    assert [row["quotation"] for row in sheet(book, "quotes")] == HOSTILE
    cells = [
        cell for one in book for row in one.iter_rows(min_row=2) for cell in row if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    assert not any(cell.hyperlink for cell in cells)
    first = next(cell for cell in cells if cell.value == HOSTILE[0])
    assert first.quotePrefix


def test_the_workbook_says_the_same_as_the_csv(examples, tmp_path):
    with Register.open(examples, create=False) as register:
        found, book = tables(register, tmp_path / "out"), workbook(register)
    for name in NAMES:
        for row, cells in zip(found[name], sheet(book, name), strict=True):
            for column, value in cells.items():
                assert shown(value) == as_a_sheet_has_it(row[column].removeprefix("'"), value)


def as_a_sheet_has_it(cell: str, value: object) -> str:
    """A workbook has one kind of number: 1.0 is 1 there."""
    whole = isinstance(value, int) and not isinstance(value, bool) and cell.endswith(".0")
    return cell.removesuffix(".0") if whole else cell


def shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def test_what_no_sheet_can_hold_is_replaced_or_cut_and_told(tmp_path):
    long = "كلمة " * 8000
    text = f"جرس\x0bهنا ثم {long}انتهى"

    def entries(found: Found) -> tuple[Entry, ...]:
        return tuple(
            Quote(evidence=found.evidence(words), reader="made", speaker=None, direct=True)
            for words in ("جرس\x0bهنا", long.strip())
        )

    with register_of(tmp_path, reading_of(text, entries, "a.txt")) as register:
        out = io.BytesIO()
        assert export_workbook(register, out) == ("texts longer than a cell can hold, cut there: 1",)
    rows = sheet(openpyxl.load_workbook(out), "quotes")
    assert rows[0]["quotation"] == "جرس\N{REPLACEMENT CHARACTER}هنا"
    assert len(rows[1]["quotation"]) == 32_767
    assert rows[1]["quotation"].endswith(" […]")


def test_more_rows_than_a_sheet_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("mahdar.outputs.export.xlsx._MOST_ROWS", 2)
    with (
        register_of(tmp_path, statement_reading()) as register,
        pytest.raises(ExportError, match="more acts than"),
    ):
        export_workbook(register, io.BytesIO())


# Either


def test_an_empty_register_has_tables_with_their_heads(tmp_path):
    with register_of(tmp_path) as register:
        assert all(not rows for rows in tables(register, tmp_path / "out").values())
        assert all(one.max_row == 1 for one in workbook(register))


def test_two_exports_are_the_same_bytes(examples, tmp_path):
    for form, place in (("csv", "t.zip"), ("xlsx", "t.xlsx")):
        written = []
        for number in (1, 2):
            done = mahdar(
                "export", "--register", examples, "--format", form, "-o", f"{number}{place}", at=tmp_path
            )
            assert done.returncode == 0
            written.append((tmp_path / f"{number}{place}").read_bytes())
        assert written[0] == written[1]


def test_a_reviewed_entry_says_so(tmp_path):
    with register_of(tmp_path, statement_reading()) as register:
        held: EntryRecord = next(register.entries(type="act"))
        register.review(held.id, "corrected", "salma", fields={"class": "affirm"})
        row = tables(register, tmp_path / "out")["acts"][0]
    assert (row["class"], row["review"]) == ("affirm", "corrected")


def test_acts_without_content_have_empty_cells(tmp_path):
    def entries(found: Found) -> tuple[Entry, ...]:
        words = found.evidence("وأدان الجانبان", "وأدان")
        return (Act(evidence=words, reader="made", act_class="condemn", trigger=found.span("وأدان")),)

    with register_of(tmp_path, reading_of(STATEMENT, entries, "a.txt")) as register:
        row = tables(register, tmp_path / "out")["acts"][0]
    assert (row["content"], row["content_span"], row["due"], row["actors"]) == ("", "", "", "")


# The command


def test_places_of_an_export(examples, tmp_path):
    def export(*arguments: str) -> int:
        done = mahdar("export", "--register", examples, *arguments, at=tmp_path)
        return done.returncode

    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "mine.txt").write_text("mine")
    assert export("--format", "csv", "-o", "kept") == 0
    assert {path.name for path in (tmp_path / "kept").iterdir()} == {
        "mine.txt",
        *(f"{name}.csv" for name in NAMES),
    }
    assert export("--format", "csv", "-o", "made") == 0
    assert export("--format", "csv", "-o", ".") == 0
    assert export("--format", "csv", "-o", "one.zip") == 0
    assert export("--format", "csv", "--type", "act", "-o", "acts_alone.csv") == 0
    whole = (tmp_path / "made" / "acts.csv").read_bytes()
    assert (tmp_path / "acts_alone.csv").read_bytes() == (tmp_path / "acts.csv").read_bytes() == whole
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.read("acts.csv") == whole
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "csv"], "name a folder or a .zip file"),
        (["--format", "csv", "-o", "acts.csv"], "name a folder or a .zip file"),
        (["--format", "csv", "-o", "post.txt2"], None),
        (["--format", "xlsx", "--quotes", "-o", "a.xlsx"], "only json and jsonl"),
        (["--format", "docx"], "is not a format that can be written"),
    ],
)
def test_what_does_not_go_together_is_refused_before_anything_is_written(folder, arguments, said):
    before = set(folder.iterdir())
    done = mahdar("export", *arguments, at=folder)
    if said:
        assert done.returncode == 2
        assert said in " ".join(done.stderr.split())
        assert set(folder.iterdir()) == before


def test_a_file_where_a_folder_should_be_is_left_alone(folder):
    (folder / "table").write_text("mine")
    done = mahdar("export", "--format", "csv", "-o", "table", at=folder)
    assert (done.returncode, (folder / "table").read_text()) == (2, "mine")


def test_a_place_that_does_not_exist_is_a_plain_error(folder):
    for form in ("csv", "xlsx", "json"):
        done = mahdar("export", "--format", form, "-o", "none/here", at=folder)
        assert done.returncode == 1
        assert "cannot be written (No such file or directory)" in done.stderr


def test_a_workbook_goes_through_a_pipe(folder):
    done = mahdar("export", "--format", "csv", "--type", "act", at=folder)
    assert done.stdout.startswith("\ufeffid,class")
