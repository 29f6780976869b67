"""What the desk needs: reviewers' words, accounts, the search index, what is kept of long questions and counted."""

from mahdar.register.migrations.desk import accounts, explore, review, search, standing

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    review.upgrade()
    accounts.upgrade()
    search.upgrade()
    standing.upgrade()
    explore.upgrade()
