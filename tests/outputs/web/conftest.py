"""A desk over the shipped examples, asked as a browser asks, without a browser."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from mahdar.lexicon import default_lexicon
from mahdar.outputs.web.app import make_app
from mahdar.outputs.web.desk import Desk
from mahdar.pipeline.local import Options, read_paths
from mahdar.register import Register

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = dt.date(2026, 2, 3)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the shipped examples; tests copy it."""
    where = tmp_path_factory.mktemp("examples") / "mahdar.sqlite"
    with Register.open(where) as register:
        read_paths([EXAMPLES], register, Options(jobs=1))
    return where


@pytest.fixture
def register(examples: Path, tmp_path: Path) -> Iterator[Register]:
    where = tmp_path / "mahdar.sqlite"
    for file in examples.parent.glob(f"{examples.name}*"):
        shutil.copy(file, tmp_path / file.name)
    with Register.open(where) as opened:
        yield opened


@pytest.fixture
def desk(register: Register) -> Desk:
    return Desk(register, default_lexicon(), user="mariam", today=lambda: TODAY)


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    """A visitor who reads English and alone uses the desk."""
    headers = {"accept": "text/html", "accept-language": "en"}
    with TestClient(make_app(desk), headers=headers, follow_redirects=False) as made:
        yield made
