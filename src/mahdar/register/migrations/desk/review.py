"""What reviewers say of entries, beyond the verdict that holds."""


def upgrade() -> None:
    """Make the tables."""
