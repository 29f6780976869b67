"""A register whose program is killed in the middle of adding opens again, and the rest can be read."""

from __future__ import annotations

import io
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from mahdar.outputs.export import export_register
from mahdar.register import Register

READINGS = 400
PROGRAM = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("made", sys.argv[1])
made = importlib.util.module_from_spec(spec)
sys.modules["made"] = made
spec.loader.exec_module(made)

def readings():
    for number in range(100_000):
        print(number, flush=True)
        yield made.Maker().reading(f"المشروع {number}")

with made.Register.open(sys.argv[2]) as register:
    register.add(readings(), reader="one")
"""


def exported(register: Register) -> str:
    out = io.StringIO()
    export_register(register, "jsonl", out)
    return out.getvalue()


@pytest.mark.parametrize("after", [3, 64, 200, 330])
def test_a_killed_program_leaves_a_whole_register_and_the_rest_is_read_again(tmp_path, make, after):
    path = tmp_path / "killed.sqlite"
    here = str(Path(__file__).with_name("conftest.py"))
    program = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-c", PROGRAM, here, str(path)], stdout=subprocess.PIPE, text=True
    )
    try:
        for line in program.stdout:
            if int(line) >= after:
                break
    finally:
        program.kill()
        program.wait(timeout=60)
        program.stdout.close()
    readings = [make.reading(f"المشروع {number}") for number in range(READINGS)]
    with Register.open(path) as register, Register.open(tmp_path / "whole.sqlite") as whole:
        kept = [held.id for held in register.documents()]
        assert all(len(list(register.entries(document=id_))) == 6 for id_ in kept)
        report = register.add(readings, reader="one")
        assert report.added + report.unchanged == READINGS
        whole.add(readings, reader="one")
        ours = {reading.document.id for reading in readings}
        if set(kept) <= ours:
            assert exported(register) == exported(whole)
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()
