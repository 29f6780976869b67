"""The command line as a user meets it: exit codes, and what goes to which stream."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
POST = """وزير الخارجية الياباني يستقبل نظيره الأردني

نشر بتاريخ: 14 مايو 2019

أكد وزير الخارجية الياباني في اجتماع عقد أمس دعم طوكيو للأردن في ملف اللاجئين. وقدمت اليابان 3 ملايين دولار.
"""
COMMANDS = ("read", "show", "people", "stats", "export", "parties", "tracks", "lexicon")


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", "from mahdar.outputs.cli.main import run; run()", *map(str, arguments)]


def mahdar(
    *arguments: str | Path, at: Path, given: bytes = b"", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, without a terminal."""
    kept = {name: value for name, value in os.environ.items() if name != "MAHDAR_REGISTER"}
    kept |= dict(environment or {})
    done = subprocess.run(  # noqa: S603  # our own command
        command(*arguments), cwd=at, input=given, capture_output=True, env=kept, check=False
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a register of one post."""
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    assert mahdar("read", "post.txt", at=tmp_path).returncode == 0
    return tmp_path


# Help


def test_help_lists_every_command_and_where_to_start(tmp_path: Path) -> None:
    done = mahdar("--help", at=tmp_path)
    assert done.returncode == 0
    assert all(f"  {name} " in done.stdout for name in COMMANDS)
    assert "Start here:" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_examples(name: str, tmp_path: Path) -> None:
    parts = (name, "try") if name == "lexicon" else (name,)
    done = mahdar(*parts, "--help", at=tmp_path)
    assert done.returncode == 0
    assert f"mahdar {' '.join(parts)}" in done.stdout.split("Examples:")[1]


def test_every_command_is_in_the_documentation() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert all(f"## mahdar {name}" in text for name in COMMANDS)


@pytest.mark.parametrize("name", ["", *COMMANDS, "lexicon check", "lexicon try"])
def test_help_has_a_short_name_everywhere(name: str, tmp_path: Path) -> None:
    done = mahdar(*name.split(), "-h", at=tmp_path)
    assert done.returncode == 0
    assert done.stdout == mahdar(*name.split(), "--help", at=tmp_path).stdout


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_loads_neither_the_register_nor_the_reader(name: str, tmp_path: Path) -> None:
    code = f"""
import sys
from mahdar.outputs.cli.main import app
try:
    app([*{name.split()}, "--help"])
except SystemExit:
    print(*sys.modules)
"""
    done = subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "typer" in loaded
    assert not loaded & {"sqlalchemy", "rich", "mahdar.lexicon", "mahdar.reading", "mahdar.register"}


def test_the_version_is_shown(tmp_path: Path) -> None:
    assert mahdar("--version", at=tmp_path).stdout.startswith("mahdar ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("raed",),
        ("read",),
        ("read", "a.txt", "--jobs", "0"),
        ("show", "--bad"),
        ("read", "a.txt", "--engine", "gpt"),
        ("read", "a.txt", "--date", "27.7.2021"),
        ("show", "--type", "treaty"),
        ("show", "--from", "soon"),
        ("show", "--until", "2021-02-30"),
        ("show", "--min-confidence", "3"),
        ("show", "--sort", "size"),
        ("export", "--format", "pdf"),
    ],
)
def test_wrong_usage_exits_2_and_says_so(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = mahdar(*arguments, at=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error:" in done.stderr
    assert not re.search(r"range|is not one of|x>=", done.stderr)
    assert not list(tmp_path.iterdir())


def test_an_unknown_class_is_answered_with_each_types_words_once(tmp_path: Path) -> None:
    said = " ".join(mahdar("show", "--class", "friendship", at=tmp_path).stderr.split())
    act, meeting, instrument = re.findall(r"(?:act|meeting|instrument): ([a-z_ ]+)", said)
    assert "commit" in act
    assert "commit" not in meeting
    assert "mou" in instrument
    assert act.split().count("call") == meeting.split().count("call") == 1


# read


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
    table = done.stdout.splitlines()[:-1]
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


def test_a_changed_file_is_counted_once_and_its_older_version_kept(folder: Path) -> None:
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
    running = subprocess.Popen(  # noqa: S603  # our own command
        command("read", "texts", "--jobs", "2"),
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while running.poll() is None and "00000.txt" not in mahdar("show", at=tmp_path).stdout:
        time.sleep(0.2)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (130, "stopped; what was written so far is kept\n")
    assert mahdar("stats", at=tmp_path).returncode == 0


@pytest.mark.parametrize("name", ["JPN", "jpn", "JP", "Japan", "اليابان"])
def test_a_party_is_asked_for_by_code_or_name(folder: Path, name: str) -> None:
    wanted = mahdar("show", "--party", "JPN", at=folder).stdout
    assert "JPN" in wanted
    assert mahdar("show", "--party", name, at=folder).stdout == wanted


@pytest.mark.parametrize(
    "options",
    [
        ("--party", "XYZ"),
        ("--party", ""),
        ("--party", "كوريا"),
        ("--type", "amount", "--class", "mou"),
        ("--type", "amount", "--track", "economy"),
        ("--type", "date", "--party", "KWT"),
        ("--type", "amount", "--actor", "KWT"),
        ("--type", "meeting", "--speaker", "Safadi"),
        ("--speaker", "nobody"),
        ("--from", "2021", "--until", "2020"),
    ],
)
def test_what_no_entry_can_be_is_refused_not_answered_with_none(
    folder: Path, options: tuple[str, ...]
) -> None:
    done = mahdar("show", *options, at=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert options[-2] in done.stderr


@pytest.mark.parametrize(
    ("options", "counts"),
    [
        (("--type", "Act", "--class", "Support"), {"act": 1}),
        (("--type", "act", "--party", "JP", "--party", "JO"), {"act": 1}),
        (("--type", "act", "--party", "JP", "--party", "US"), {}),
        (("--actor", "Japan", "--target", "الأردن"), {"act": 1}),
        (("--contains", "ملايين"), {"amount": 1, "act": 1}),
        (("--type", "act", "--min-confidence", "1"), {}),
        (("--type", "date", "--until", "2019-05-13"), {"date": 1}),
        (("--from", "2020"), {}),
        (("--due",), {}),
    ],
)
def test_questions_narrow_down_what_is_shown_and_exported(
    folder: Path, options: tuple[str, ...], counts: dict[str, int]
) -> None:
    shown = json.loads(mahdar("show", *options, "--json", at=folder).stdout)
    exported = json.loads(mahdar("export", *options, at=folder).stdout)
    assert Counter(entry["type"] for entry in shown) == counts
    assert [entry["id"] for entry in exported["entries"]] == [entry["id"] for entry in shown]
    assert len(exported["documents"]) == bool(counts)


def test_by_day_each_entry_has_its_day_and_its_document(folder: Path) -> None:
    lines = mahdar("show", "--type", "date", "--sort", "date", at=folder).stdout.splitlines()
    assert [line.split()[2] for line in lines[::3]] == sorted(line.split()[2] for line in lines[::3])
    assert all(line.endswith("post.txt") for line in lines[2::3])


# The words to ask with


def test_parties_are_found_by_names_and_codes(tmp_path: Path) -> None:
    for word in ("japan", "يابان", "JP"):
        assert mahdar("parties", word, at=tmp_path).stdout.startswith("JPN ")
    assert mahdar("parties", "atlantis", at=tmp_path).stderr == "the lexicon knows no such party\n"
    listed = json.loads(mahdar("parties", "--json", at=tmp_path).stdout)
    assert {"code": "JPN", "kind": "state", "name": "Japan", "name_ar": "اليابان"} in listed


def test_tracks_are_listed_with_their_labels(tmp_path: Path) -> None:
    assert "energy " in mahdar("tracks", at=tmp_path).stdout
    assert len(json.loads(mahdar("tracks", "--json", at=tmp_path).stdout)) == 20


def test_only_acts_are_due(folder: Path) -> None:
    done = mahdar("show", "--type", "meeting", "--due", at=folder)
    assert done.returncode == 2
    assert "only acts are due" in done.stderr


# The register


def test_the_register_is_the_one_given_else_here_else_the_environments(folder: Path) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    register = str(folder / "mahdar.sqlite")
    assert mahdar("show", at=elsewhere).returncode == 1
    assert "post.txt" in mahdar("show", "--register", register, at=elsewhere).stdout
    assert "post.txt" in mahdar("show", at=elsewhere, environment={"MAHDAR_REGISTER": register}).stdout
    assert mahdar("show", at=folder, environment={"MAHDAR_REGISTER": "none.sqlite"}).returncode == 0


def test_a_register_that_is_missing_or_none_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "text.sqlite").write_text("no database", encoding="utf-8")
    for name in ("none.sqlite", "text.sqlite"):
        done = mahdar("show", "--register", name, at=tmp_path)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert done.stderr.startswith(f"mahdar: {name}: ")


# show


@pytest.mark.parametrize("name", ["post.txt", "post", "./post.txt", "po"])
def test_a_document_is_called_as_the_user_sees_it(folder: Path, name: str) -> None:
    assert mahdar("show", name, at=folder).stdout.startswith("post.txt\n")


def test_a_few_digits_are_no_id(folder: Path) -> None:
    (act, *_) = json.loads(mahdar("show", "--type", "act", "--json", at=folder).stdout)
    done = mahdar("show", act["id"][:5], at=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "too short for an id" in done.stderr
    assert mahdar("show", act["id"][:6], at=folder).stdout.startswith(f"act {act['id']}")


def test_a_name_of_two_files_lists_both(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "a.txt").write_text(f"{POST} {number}", encoding="utf-8")
    mahdar("read", "1", "2", at=tmp_path)
    done = mahdar("show", "a.txt", at=tmp_path)
    assert done.returncode == 1
    assert all(str(tmp_path / n / "a.txt") in done.stderr for n in ("1", "2"))
    assert mahdar("show", "2/a.txt", at=tmp_path).returncode == 0


def test_the_confidence_of_every_entry_is_shown(folder: Path) -> None:
    lines = mahdar("show", "post", at=folder).stdout.splitlines()
    entries = [line for line in lines if re.match(r"  [0-9a-f]{8}  \d", line)]
    assert len(entries) >= 4
    assert all(re.match(r"  [0-9a-f]{8}  [01]\.\d\d  ", line) for line in entries)


def test_a_document_is_shown_as_a_page_of_the_register(folder: Path) -> None:
    page = mahdar("show", "post.txt", at=folder).stdout
    sections = [line.split()[0] for line in page.splitlines() if line[:3].isupper()]
    wanted = ["ACTS", "AMOUNTS", "DATES"]
    assert [section for section in sections if section in wanted] == wanted
    assert "support (1)" in page
    assert "published 2019-05-14" in page
    assert "3,000,000 USD" in page


def test_in_a_pipe_there_are_neither_colours_nor_marks_nor_wrapped_lines(folder: Path) -> None:
    page = mahdar("show", "post.txt", at=folder).stdout
    assert "\x1b" not in page
    assert not any(mark in page for mark in "\u2066\u2067\u2068\u2069")
    assert "«أكد وزير الخارجية الياباني في اجتماع عقد أمس دعم طوكيو للأردن في ملف اللاجئين»" in page


TERMINAL = {"FORCE_COLOR": "1", "COLUMNS": "60", "TERM": "xterm"}


def test_on_a_terminal_every_line_of_arabic_is_set_apart_and_wrapped(folder: Path) -> None:
    page = mahdar("show", "post.txt", at=folder, environment=TERMINAL).stdout
    assert "\x1b[" in page
    arabic = [line for line in page.splitlines() if "لل" in line or "الياباني" in line]
    assert len(arabic) >= 3
    for line in arabic:
        assert line.count("\N{RIGHT-TO-LEFT ISOLATE}") == line.count("\N{POP DIRECTIONAL ISOLATE}") == 1
        assert len(re.sub("\x1b\\[[0-9;]*m", "", line)) <= 62


def test_without_colours_a_terminal_gets_plain_text_with_brackets_for_marks(folder: Path) -> None:
    (act,) = json.loads(mahdar("show", "--type", "act", "--class", "support", "--json", at=folder).stdout)
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        shown = mahdar("show", act["id"], at=folder, environment=TERMINAL | plain).stdout
        assert "\x1b" not in shown
        assert "⟦" in shown


def test_control_characters_of_a_text_never_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(POST.replace("دعم", "دعم \x1b[2J\u202e"), encoding="utf-8")
    mahdar("read", "a.txt", at=tmp_path)
    shown = mahdar("show", "a.txt", at=tmp_path, environment=TERMINAL).stdout
    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown


def test_an_entry_is_shown_whole_with_its_words_marked_in_the_text(folder: Path) -> None:
    (act,) = json.loads(mahdar("show", "--type", "act", "--class", "support", "--json", at=folder).stdout)
    shown = mahdar("show", act["id"][:10], at=folder).stdout
    assert all(
        f"  {field} " in shown for field in ("class", "actors", "target", "tracks", "reader", "review")
    )
    assert "⟦أكد وزير الخارجية" in shown


def test_entries_can_be_narrowed_down_across_documents(folder: Path) -> None:
    assert "support" in mahdar("show", "--type", "act", "--party", "JPN", at=folder).stdout
    nothing = mahdar("show", "--party", "BRA", at=folder)
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (
        0,
        "",
        "the register holds no such entry\n",
    )


def test_json_of_a_document_holds_the_words_of_its_entries(folder: Path) -> None:
    shown = json.loads(mahdar("show", "post.txt", "--json", at=folder).stdout)
    assert shown["document"]["name"] == "post.txt"
    for entry in shown["entries"]:
        spans = [POST[span["start"] : span["end"]] for span in entry["evidence"]]
        assert entry["quotes"] == spans


def test_what_the_register_does_not_hold_is_said_in_one_line(folder: Path) -> None:
    done = mahdar("show", "other.txt", at=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("mahdar: the register holds no document or entry other.txt")


# export, stats, people


def test_the_export_is_the_register_and_a_file_is_written_whole_or_not_at_all(folder: Path) -> None:
    written = mahdar("export", "--format", "json", "-o", "out.json", at=folder)
    assert (written.returncode, written.stdout) == (0, "")
    exported = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    assert exported["format"] == "mahdar-register/1"
    assert exported["documents"][0]["name"] == "post.txt"
    assert json.loads(mahdar("export", at=folder).stdout) == exported
    failed = mahdar("export", "-o", "none/out.json", at=folder)
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)
    assert not list(folder.glob("*.part"))


def test_a_reader_that_hangs_up_is_no_error(folder: Path) -> None:
    running = subprocess.Popen(  # noqa: S603  # our own command
        command("export"), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    assert running.stderr.read() == ""
    running.wait(timeout=30)


def test_stats_count_the_same_as_the_export(folder: Path) -> None:
    exported = json.loads(mahdar("export", at=folder).stdout)
    counted = json.loads(mahdar("stats", "--json", at=folder).stdout)
    assert counted["documents"] == len(exported["documents"])
    assert sum(counted["entries"].values()) == len(exported["entries"])
    assert "ACTS BY CLASS" in mahdar("stats", at=folder).stdout


def test_people_are_found_by_latin_and_by_arabic_names(tmp_path: Path) -> None:
    mahdar("read", EXAMPLES / "03-ministry-post.txt", at=tmp_path)
    assert "Nasser Bourita" in mahdar("people", at=tmp_path).stdout
    for name in ("bourita", "بوريطة", "بوريطه"):
        shown = mahdar("people", name, at=tmp_path).stdout
        assert "Minister of Foreign Affairs (MAR)" in shown
        assert "03-ministry-post.txt" in shown
    assert mahdar("people", "nobody", at=tmp_path).stderr == "nobody of that name\n"
