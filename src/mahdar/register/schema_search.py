"""The index that search asks.

Source: `migrations/desk/search.py` makes the same tables in an older register.
"""

from __future__ import annotations

__all__: list[str] = []
