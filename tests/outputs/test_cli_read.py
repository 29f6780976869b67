"""`mahdar read`: what it tells, what it counts, what it leaves behind."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

from tests.outputs.commands import LIMIT, POST, mahdar, started


def test_reading_makes_a_register_here_and_counts_what_was_found(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    done = mahdar("read", "post.txt", at=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "mahdar.sqlite").exists()
    lines = {line.split()[0]: line.split()[1] for line in done.stdout.splitlines() if len(line.split()) == 2}
    assert lines["documents"] == "1"
    assert lines["act"] >= "1"


def test_failures_are_listed_counted_and_exit_1_while_the_rest_is_kept(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = mahdar("read", ".", "none.txt", at=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "not read: empty.txt: holds no text; remove it, or save it again",
        "not read: none.txt: there is no such file or folder; check the path",
    ]
    assert "not read: empty" in done.stdout
    assert "post.txt" in mahdar("show", at=tmp_path).stdout


def test_standard_input_is_read(tmp_path: Path) -> None:
    assert mahdar("read", "-", at=tmp_path, given=POST.encode("cp1256")).returncode == 0
    assert mahdar("show", "-", at=tmp_path).stdout.startswith("-\n")


def test_a_report_in_json_stands_alone_on_standard_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.4")
    done = mahdar("read", "a.txt", "--json", at=tmp_path)
    report = json.loads(done.stdout)
    assert (done.returncode, report["documents"], report["failures"][0]["reason"]) == (1, 0, "binary")


def test_what_has_been_read_is_not_read_again(folder: Path) -> None:
    mahdar("read", "post.txt", at=folder)
    assert "already read" in mahdar("read", "post.txt", at=folder).stdout
    assert "already read" not in mahdar("read", "post.txt", "--again", at=folder).stdout


def test_a_register_is_not_made_for_nothing(tmp_path: Path) -> None:
    done = mahdar("read", "missing.txt", at=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert not list(tmp_path.iterdir())
    nowhere = mahdar("read", "missing.txt", "--register", "no/r.sqlite", at=tmp_path)
    assert "its folder does not exist" in nowhere.stderr


def test_what_may_surprise_is_said(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in (("a.txt", POST), ("b.txt", POST), ("c.txt", "Nothing but English."), ("d.pdf", "x")):
        (texts / name).write_text(text, encoding="utf-8")
    done = mahdar("read", "texts", at=tmp_path)
    assert done.returncode == 0
    assert sorted(done.stderr.splitlines()) == [
        "b.txt has the text of a.txt",
        "c.txt: most of it is not Arabic; only Arabic is read, 0 entries found",
        "texts: 1 other file (.pdf) passed over; name a file to have it read",
    ]
    counted = json.loads(mahdar("read", "texts", "--again", "--json", at=tmp_path).stdout)
    assert (counted["copies"], counted["passed"], counted["foreign"]) == (1, 1, 1)


def test_the_closing_table_keeps_its_columns(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    done = mahdar("read", "empty", "post.txt", at=tmp_path)
    *table, linked, _ = done.stdout.splitlines()
    assert linked.startswith("linked: ")
    assert any(line.startswith("not read: no_text_files ") for line in table)
    assert len({len(line) for line in table}) == 1


UNDATED = POST.replace("نشر بتاريخ: 14 مايو 2019\n", "")


def test_a_day_that_a_user_gives_is_the_base_of_relative_dates_and_shown_as_given(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(UNDATED, encoding="utf-8")
    assert "1 new document" in mahdar("read", "post.txt", at=tmp_path).stdout
    assert "?  day" in mahdar("show", "post", "--type", "date", at=tmp_path).stdout
    assert "1 document read anew" in mahdar("read", "post.txt", "--date", "2018-05-10", at=tmp_path).stdout
    shown = mahdar("show", "post", "--type", "date", at=tmp_path).stdout
    assert "published (2018-05-10)" in shown
    assert "2018-05-09  day" in shown
    document = json.loads(mahdar("show", "post", "--json", at=tmp_path).stdout)["document"]
    assert (document["published"], document["given"]) == (None, "2018-05-10")


def test_a_changed_file_is_counted_once_and_its_older_version_kept(tmp_path: Path) -> None:
    folder = tmp_path
    (folder / "post.txt").write_text(POST, encoding="utf-8")
    mahdar("read", "post.txt", at=folder)
    old = json.loads(mahdar("show", "post", "--json", at=folder).stdout)["document"]["id"]
    entries = json.loads(mahdar("stats", "--json", at=folder).stdout)["entries"]
    (folder / "post.txt").write_text(f"{POST}\n", encoding="utf-8")
    assert "1 new version of a document" in mahdar("read", "post.txt", at=folder).stdout
    counted = json.loads(mahdar("stats", "--json", at=folder).stdout)
    assert (counted["documents"], counted["older"], counted["entries"]) == (1, 1, entries)
    assert mahdar("show", at=folder).stdout.count("post.txt") == 1
    assert "1 older version left out" in mahdar("show", at=folder).stdout
    assert mahdar("show", "--all-versions", at=folder).stdout.count("post.txt") == 2
    assert "an older version" in mahdar("show", old[:8], at=folder).stdout
    for options, count in (((), 1), (("--all-versions",), 2)):
        exported = json.loads(mahdar("export", *options, at=folder).stdout)
        assert len(exported["documents"]) == count
        assert len({entry["document"] for entry in exported["entries"]}) == count


def test_explain_shows_each_entry_with_its_rule(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    done = mahdar("read", "post.txt", "--explain", at=tmp_path)
    assert "ar.act.akkada" in done.stdout


def test_a_file_larger_than_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    done = mahdar("read", "post.txt", "--max-bytes", "10", at=tmp_path)
    assert done.returncode == 1
    assert "--max-bytes" in done.stderr


def test_an_interrupted_run_leaves_a_register_that_opens(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(12_000):
        (texts / f"{number:05}.txt").write_text(f"{POST} {number}", encoding="utf-8")
    with started("read", "texts", "--jobs", "2", at=tmp_path) as running:
        until = time.monotonic() + LIMIT
        while "00000.txt" not in mahdar("show", at=tmp_path).stdout:
            assert running.poll() is None, (tmp_path / "err").read_text(encoding="utf-8")
            assert time.monotonic() < until
            time.sleep(0.2)
        os.killpg(running.pid, signal.SIGINT)
        assert running.wait(timeout=LIMIT) == 130
    assert (tmp_path / "err").read_text() == "stopped; what was written so far is kept\n"
    assert mahdar("stats", at=tmp_path).returncode == 0
