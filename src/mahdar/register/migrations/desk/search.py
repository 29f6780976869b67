"""The index that search asks."""


def upgrade() -> None:
    """Make the tables."""
