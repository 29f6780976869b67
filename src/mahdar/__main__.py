"""`python -m mahdar` is the command `mahdar`, for where that is not on the path."""

from __future__ import annotations

from mahdar.outputs.cli.main import run

if __name__ == "__main__":  # worker processes import this module under another name
    run()
