"""What all pages share: the register, the lexicon, and the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mahdar.lexicon import Lexicon
from mahdar.outputs.brief.wording import LANGUAGES, Wording
from mahdar.outputs.web.catalogue import environments
from mahdar.outputs.web.kept import Kept
from mahdar.outputs.web.memory import Memory, Passing
from mahdar.pipeline.standing import Standing
from mahdar.register import Register

__all__ = ["Desk"]


@dataclass(frozen=True)
class Desk:
    """A register that is served; one for a process, used by many threads."""

    register: Register
    lexicon: Lexicon
    user: str = ""
    """Who decides where the register knows no accounts."""
    today: Callable[[], dt.date] = dt.date.today
    secure: bool = False
    """True where browsers reach the desk through https alone: cookies then say so."""
    hosts: frozenset[str] | None = None
    """The names under which this machine alone reaches the desk; any other one is refused while there are no
    accounts, so that no site can give itself out for the desk. None: any."""
    kept: Kept = field(default_factory=Kept)
    """Pages as they were made."""
    memory: Memory = field(default_factory=Memory)
    """Answers that are slow to work out and asked for again."""

    @cached_property
    def standing(self) -> Standing:
        """What is worked out of the whole register and kept: asking it makes no page wait."""
        return Standing(self.register, self.lexicon, today=lambda: self.today().isoformat())

    @cached_property
    def passing(self) -> Passing:
        """What pages have in common until the register changes: long lists, counts over all of it."""
        return Passing(self.register.moment)

    @cached_property
    def wording(self) -> dict[str, Wording]:
        """Names of parties, people, values and days, by language."""
        return {language: Wording(language, self.lexicon, self._arabic_names) for language in LANGUAGES}

    def _arabic_names(self) -> Mapping[str, str]:
        """Return the Arabic names of all people of the register as it stands."""
        key = ("arabic names", self.register.moment())
        return self.memory.get(key, self.register.exploring.arabic_names)

    @cached_property
    def templates(self) -> dict[str, object]:
        """The templates, by language."""
        return dict(environments())
