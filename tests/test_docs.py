"""The users' documents are true: their commands run, what they must name they name, their links lead somewhere.

Run as a program (`python -m tests.test_docs`), this file runs every example again, writes its output into the
page, draws the picture of a terminal anew, and, where the annotated documents are at hand, the table of scores.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pytest
from typer.main import get_command

import mahdar
from mahdar.lexicon import Lexicon
from mahdar.outputs.cli.main import COMMANDS
from tests.docs_scores import score_tables
from tests.docs_terminal import draw

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FLOORS = ROOT / "tests" / "gate" / "floors.json"
PAGES = [ROOT / "README.md", *sorted(p for p in DOCS.glob("*.md") if p.name != "commands.md")]
EVERYWHERE = [*PAGES, DOCS / "commands.md"]
