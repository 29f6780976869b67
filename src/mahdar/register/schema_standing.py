"""What is worked out of a whole register and kept until it changes.

Source: `migrations/desk/standing.py` makes the same tables in an older register.
"""

from __future__ import annotations

__all__: list[str] = []
