"""A folder with a register of one post."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.outputs.commands import POST, mahdar


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a register of one post."""
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    assert mahdar("read", "post.txt", at=tmp_path).returncode == 0
    return tmp_path
