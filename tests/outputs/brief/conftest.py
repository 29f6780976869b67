"""A register of two sessions of a dialogue and of documents that try to break a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.outputs.brief.texts import FIFTH, FOURTH, HOSTILE, REPORT

from mahdar.lexicon import default_lexicon
from mahdar.model.briefs import Brief
from mahdar.pipeline.briefing import brief_on
from mahdar.pipeline.library import open_register, read
from mahdar.register import Register


@pytest.fixture(scope="session")
def folder_of_a_dialogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with documents and their register, made once."""
    folder = tmp_path_factory.mktemp("dialogue")
    documents = {"fourth.txt": FOURTH, "fifth.txt": FIFTH, "report.txt": REPORT, "<b>*x*.txt": HOSTILE}
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8")
    with open_register(folder / "mahdar.sqlite") as register:
        read(sorted(folder.glob("*.txt")), register)
    return folder


@pytest.fixture
def dialogue(folder_of_a_dialogue: Path) -> Iterator[Register]:
    with Register.open(folder_of_a_dialogue / "mahdar.sqlite", create=False) as register:
        yield register


@pytest.fixture
def brief(dialogue: Register) -> Brief:
    return brief_on(dialogue, "JPN-JOR", "2020-06-01", default_lexicon())


@pytest.fixture
def hostile(dialogue: Register) -> Brief:
    return brief_on(dialogue, "KOR-OMN", "2020-06-01", default_lexicon())
