"""Who may use a register that a team shares: accounts, sessions, tokens."""


def upgrade() -> None:
    """Make the tables."""
