"""What the desk needs: reviewers' words, accounts, and what search, long questions and counting ask."""

from mahdar.register.migrations.desk import accounts, explore, review, search, standing, uploads

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    review.upgrade()
    accounts.upgrade()
    search.upgrade()
    standing.upgrade()
    explore.upgrade()
    uploads.upgrade()
