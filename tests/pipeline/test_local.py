"""Files into a register: what is kept, skipped and reported, in one process and in several."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from mahdar.errors import LexiconError
from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.model.reading import Reading
from mahdar.pipeline.document import read_document
from mahdar.pipeline.failures import Failure
from mahdar.pipeline.local import Options, Watch, read_all, read_paths, read_to
from mahdar.pipeline.reports import Progress
from mahdar.pipeline.workers import read_in_processes
from mahdar.register import Register

EXAMPLES = Path(__file__).parents[2] / "examples"
HERE = Options(jobs=1)
TEXT = "أعربت وزيرة خارجية السويد عن تقديرها لجهود الأردن في استضافة اللاجئين."


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register.open(tmp_path / "mahdar.sqlite") as opened:
        yield opened


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_examples_are_read_into_the_register(register: Register) -> None:
    report = read_paths([EXAMPLES], register, HERE)
    assert (report.documents, report.register.added, report.failures) == (9, 9, ())
    assert report.articles >= 9
    assert (
        sum(report.entries.values())
        == register.counts().entries["act"]
        + sum(count for kind, count in register.counts().entries.items() if kind != "act")
        + report.register.merged
    )


def test_two_processes_read_the_same_as_one(tmp_path: Path) -> None:
    contents = []
    for jobs in (1, 2):
        with Register.open(tmp_path / f"{jobs}.sqlite") as register:
            report = read_paths([EXAMPLES], register, Options(jobs=jobs))
            assert not report.failures
            contents.append([(entry.id, entry.fields, entry.reader) for entry in register.entries()])
    assert contents[0] == contents[1]


def test_what_has_been_read_is_skipped_unless_asked_again(register: Register, tmp_path: Path) -> None:
    folder = write(tmp_path, a=TEXT)
    read_paths([folder], register, HERE)
    assert read_paths([folder], register, HERE).skipped == 1
    again = read_paths([folder], register, Options(jobs=1, again=True))
    assert (again.skipped, again.documents, again.register.unchanged) == (0, 1, 1)


def test_a_text_that_stands_in_two_files_is_read_once(register: Register, tmp_path: Path) -> None:
    report = read_paths([write(tmp_path, a=TEXT, b=TEXT)], register, HERE)
    assert (report.documents, report.copies) == (1, 1)


def test_what_cannot_be_read_is_reported_and_the_rest_is_kept(register: Register, tmp_path: Path) -> None:
    folder = write(tmp_path, a="", b=TEXT, c="%PDF-1.7")
    report = read_paths([folder, tmp_path / "none"], register, HERE)
    assert [failure.reason for failure in report.failures] == ["empty", "binary", "missing"]
    assert [document.name for document in register.documents()] == ["b.txt"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [(LexiconError("ar/acts.toml", 3, "is broken"), "reading"), (IndexError("x"), "defect")],
)
def test_a_text_that_a_stage_refuses_or_breaks_on_is_reported(
    error: Exception, reason: str, register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(document: Document, lexicon: object) -> Reading:
        if document.name == "a.txt":
            raise error
        return read_document(document, lexicon)

    monkeypatch.setattr("mahdar.pipeline.workers.read_document", read)
    report = read_paths([write(tmp_path, a="نص آخر", b=TEXT)], register, HERE)
    assert [(failure.name, failure.reason) for failure in report.failures] == [("a.txt", reason)]
    assert report.documents == 1


def test_progress_counts_every_source_once(register: Register, tmp_path: Path) -> None:
    told: list[Progress] = []
    folder = write(tmp_path, a=TEXT, b=TEXT, c="", d=TEXT + " ")
    read_paths([folder], register, HERE, watch=Watch(progress=told.append))
    assert [(one.done, one.total) for one in told] == [(n, 4) for n in range(5)]
    assert told[0].name == ""


def test_readings_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    folder = write(tmp_path, **{f"{n:02}": f"{TEXT} {n}" for n in range(20)})
    names = [reading.document.name for reading in read_all([folder], Options(jobs=2))]
    assert names == [f"{n:02}.txt" for n in range(20)]


# What may surprise


def remarks(register: Register, *paths: Path, given: str | None = None) -> list[str]:
    told: list[str] = []
    read_paths(paths, register, Options(jobs=1, given=given), watch=Watch(remark=told.append))
    return told


def test_other_files_of_a_folder_are_counted_and_told(register: Register, tmp_path: Path) -> None:
    folder = write(tmp_path, a=TEXT)
    for name in ("a.pdf", "b.PDF", "c.html", "notes"):
        (folder / name).write_bytes(b"x")
    told = remarks(register, folder)
    assert told == [
        f"{folder}: 4 other files (.pdf, .html, no ending) passed over; name a file to have it read"
    ]
    report = read_paths([folder], register, HERE)
    assert report.passed == 4


def test_a_known_text_says_under_which_name_it_is_known(register: Register, tmp_path: Path) -> None:
    folder = write(tmp_path, a=TEXT)
    assert remarks(register, folder / "a.txt") == []
    write(tmp_path, b=TEXT)
    assert remarks(register, folder / "b.txt") == ["b.txt is already read as a.txt"]
    assert remarks(register, folder) == ["b.txt has the text of a.txt"]
    (tmp_path / "in").mkdir()
    copy = write(tmp_path / "in", a=TEXT) / "a.txt"
    assert remarks(register, copy) == [f"{copy} is already read as {folder / 'a.txt'}"]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Norway and Ghana met in Oslo and agreed to go on.",
        "Les ministres ont signé un mémorandum.",
    ],
)
def test_a_text_that_is_not_arabic_is_read_and_said_to_hold_nothing(
    register: Register, tmp_path: Path, text: str
) -> None:
    told = remarks(register, write(tmp_path, a=text))
    assert told == ["a.txt: most of it is not Arabic; only Arabic is read, 0 entries found"]


def test_without_anything_to_read_no_register_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    report = read_to([tmp_path / "none.txt", tmp_path / "a.pdf"], str(tmp_path / "r.sqlite"), HERE)
    assert [failure.reason for failure in report.failures] == ["missing", "binary"]
    assert not list(tmp_path.glob("r.sqlite*"))


def test_a_register_is_made_for_the_first_text_and_holds_all(tmp_path: Path) -> None:
    where = str(tmp_path / "r.sqlite")
    folder = write(tmp_path, a="", b=TEXT, c=f"{TEXT} 2")
    assert read_to([folder], where, HERE).register.added == 2
    assert read_to([folder], where, HERE).skipped == 2


# Changed files


def test_a_changed_file_is_a_new_version_and_an_old_text_comes_back(
    register: Register, tmp_path: Path
) -> None:
    for text, versions in ((TEXT, 0), (f"{TEXT} 2", 1)):
        report = read_paths([write(tmp_path, a=text)], register, HERE)
        assert (report.register.added, report.register.versions) == (1, versions)
    assert register.counts().documents == 1
    report = read_paths([write(tmp_path, a=TEXT)], register, HERE)
    assert (report.skipped, report.register.restored) == (1, 1)
    assert register.text(register.document("a.txt").id) == TEXT


def test_a_text_that_still_stands_elsewhere_is_no_older_version(register: Register, tmp_path: Path) -> None:
    read_paths([write(tmp_path, a=TEXT, b=TEXT)], register, HERE)
    read_paths([write(tmp_path, a=f"{TEXT} 2")], register, HERE)
    assert [document.name for document in register.documents()] == ["a.txt", "b.txt"]


# The day that a person gives

UNDATED = "اجتمع وزيرا خارجية السويد والأردن أمس في عمّان، واتفقا على عقد الجولة المقبلة غداً في ستوكهولم.\n"


def days(register: Register) -> dict[str, str | None]:
    return {entry.evidence[0].quote: entry.fields["value"] for entry in register.entries(type="date")}


def test_relative_dates_count_from_the_day_that_a_person_gives(register: Register, tmp_path: Path) -> None:
    folder = write(tmp_path, a=UNDATED)
    read_paths([folder], register, Options(jobs=1, given="2018-03-05"))
    assert days(register) == {"أمس": "2018-03-04", "غداً": "2018-03-06"}
    held = register.document("a.txt")
    assert (held.published, held.given) == (None, "2018-03-05")


def test_another_day_is_read_anew_and_the_same_or_none_is_not(register: Register, tmp_path: Path) -> None:
    folder = write(tmp_path, a=UNDATED)
    read_paths([folder], register, HERE)
    assert days(register)["أمس"] is None
    for given, skipped in (("2018-03-05", 0), ("2018-03-05", 1), (None, 1), ("2019-03-05", 0)):
        assert read_paths([folder], register, Options(jobs=1, given=given)).skipped == skipped
    assert days(register)["أمس"] == "2019-03-04"


def test_the_day_once_given_holds_when_a_text_is_read_again(register: Register, tmp_path: Path) -> None:
    folder = write(tmp_path, a=UNDATED)
    read_paths([folder], register, Options(jobs=1, given="2018-03-05"))
    read_paths([folder], register, Options(jobs=1, again=True))
    assert days(register)["أمس"] == "2018-03-04"
    assert register.document("a.txt").given == "2018-03-05"


class Deadly(str):
    """A text that ends the process that receives it, as the system does when memory runs out."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (9,)


def test_a_document_that_kills_its_worker_is_reported_and_the_others_are_read() -> None:
    documents = [Document.of(f"{TEXT} {n}", f"{n}.txt") for n in range(6)]
    documents[2] = Document("0" * 64, Deadly("x"), "deadly.txt")
    outcomes = list(read_in_processes(documents, default_lexicon(), 2))
    names = [one.name if isinstance(one, Failure) else one.document.name for one in outcomes]
    assert names == ["0.txt", "1.txt", "deadly.txt", "3.txt", "4.txt", "5.txt"]
    assert [one.reason for one in outcomes if isinstance(one, Failure)] == ["killed"]


def test_workers_that_are_killed_once_are_replaced(register: Register, tmp_path: Path) -> None:
    folder = write(tmp_path, **{f"{n:02}": f"{TEXT} {n}" for n in range(40)})
    killed: list[int] = []

    def kill(_: Progress) -> None:
        if not killed:
            for child in multiprocessing.active_children():
                killed.append(child.pid or 0)
                os.kill(child.pid or 0, signal.SIGKILL)

    report = read_paths([folder], register, Options(jobs=2), watch=Watch(progress=kill))
    assert killed
    assert (report.documents, report.failures) == (40, ())
