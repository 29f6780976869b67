"""Frozen records and value sets that travel between the stages; standard library only."""
