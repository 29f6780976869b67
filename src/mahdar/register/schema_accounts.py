"""Who may use a register that a team shares: accounts, sessions, tokens.

Source: `migrations/desk/accounts.py` makes the same tables in an older register.
"""

from __future__ import annotations

__all__: list[str] = []
