"""What is worked out of a whole register and kept until it changes."""


def upgrade() -> None:
    """Make the tables."""
