"""Bring an older register to the present schema.

Alembic takes longer to import than most registers take to open, so it is imported here, when it is needed.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from mahdar.register.schema import HEAD

__all__ = ["upgrade"]


def upgrade(connection: Connection, revision: str = HEAD) -> None:
    """Run all steps up to a revision, inside the connection's transaction.

    Args:
        connection: to a register of an older revision, or to an empty database.
        revision: where to stop.
    """
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
