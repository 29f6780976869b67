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
from mahdar.pipeline.local import Options, Watch, read_all, read_paths
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
    assert [(one.done, one.total) for one in told] == [(n, 4) for n in range(1, 5)]


def test_readings_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    folder = write(tmp_path, **{f"{n:02}": f"{TEXT} {n}" for n in range(20)})
    names = [reading.document.name for reading in read_all([folder], Options(jobs=2))]
    assert names == [f"{n:02}.txt" for n in range(20)]


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
