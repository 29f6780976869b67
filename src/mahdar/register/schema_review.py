"""What reviewers say of entries, beyond the verdict that holds.

Source: `migrations/desk/review.py` makes the same tables in an older register.
"""

from __future__ import annotations

__all__: list[str] = []
