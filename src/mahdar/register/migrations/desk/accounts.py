"""Who may use a register that a team shares: accounts, sign-ins, tokens."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "account",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("added", sa.String(32), nullable=False),
        sa.Column("disabled", sa.String(32)),
        sa.Column("seen", sa.String(32)),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sign_in",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("account", sa.Text(), sa.ForeignKey("account.key"), nullable=False),
        sa.Column("began", sa.String(32), nullable=False),
        sa.Column("seen", sa.String(32), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("sign_in_of_account", "sign_in", ["account"])
    _tokens()
    op.create_table(
        "attempt",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_index("attempt_by_key", "attempt", ["key", "at"])


def _tokens() -> None:
    op.create_table(
        "token",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("account", sa.Text(), sa.ForeignKey("account.key"), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("added", sa.String(32), nullable=False),
        sa.Column("expires", sa.String(32), nullable=False),
        sa.Column("used", sa.String(32)),
        sa.Column("revoked", sa.String(32)),
        sqlite_with_rowid=False,
    )
    op.create_index("token_of_account", "token", ["account"])
