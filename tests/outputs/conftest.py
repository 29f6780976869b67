"""A folder with a register of one post."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.outputs.commands import POST, mahdar


@pytest.fixture(scope="session")
def register_of_one_post(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the register of `post.txt`, made once."""
    folder = tmp_path_factory.mktemp("one_post")
    (folder / "post.txt").write_text(POST, encoding="utf-8")
    assert mahdar("read", "post.txt", at=folder).returncode == 0
    return folder / "mahdar.sqlite"


@pytest.fixture
def folder(register_of_one_post: Path, tmp_path: Path) -> Path:
    """Return a folder with a post and its register."""
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    shutil.copy(register_of_one_post, tmp_path)
    return tmp_path
