"""The interface in a language: catalogues of messages (`locale/*/*.po`) and templates that use them.

English is the language of the sources. Every file of a language's folder counts, so that each part of the
desk keeps its own. They are read when the desk starts: no compiled file can be out of date. Templates are
compiled once for a machine and kept in the user's cache folder; a changed one is compiled again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from gettext import NullTranslations
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

from babel.messages.pofile import read_po
from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined

from mahdar.lexicon.store import cache_folder
from mahdar.model.document import short_hash
from mahdar.outputs.web import shown

__all__ = ["LANGUAGES", "Catalogue", "catalogue", "environments"]

LANGUAGES: Final = ("ar", "en")


class Catalogue(NullTranslations):
    """The messages of one language.

    Args:
        messages: English → the language's words; a tuple of forms where a number decides.
        plural: number → which form.
    """

    def __init__(self, messages: Mapping[str, str | tuple[str, ...]], plural: Callable[[int], int]) -> None:
        super().__init__()
        self.messages, self._plural = messages, plural

    def gettext(self, message: str) -> str:
        """Return a message in this language; in English where it has none."""
        found = self.messages.get(message)
        return found if isinstance(found, str) and found else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return a message for a number of things."""
        found = self.messages.get(msgid1)
        if isinstance(found, tuple) and all(found):
            return found[min(self._plural(n), len(found) - 1)]
        return msgid1 if n == 1 else msgid2


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the messages of a language.

    Raises:
        ValueError: two files translate one message differently.
    """
    if language == "en":
        return NullTranslations()
    messages: dict[str, str | tuple[str, ...]] = {}
    folder = files("mahdar.outputs.web") / "locale" / language
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        with file.open("rb") as stream:
            read = read_po(stream, locale=language)
        for one in read:
            if one.id and one.string:
                key = one.id if isinstance(one.id, str) else one.id[0]
                said = one.string if isinstance(one.string, str) else tuple(one.string)
                if messages.setdefault(key, said) != said:
                    raise ValueError(f"{file.name}: {key!r} is translated differently elsewhere")
    return Catalogue(messages, _arabic_form)


def _arabic_form(n: int) -> int:
    """Return which of Arabic's six forms a number takes: 0, 1, 2, a few, many, hundreds.

    Source: CLDR, plural rules of Arabic.

    >>> [_arabic_form(n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 103)]
    [0, 1, 2, 3, 3, 4, 4, 5, 3]
    """
    few, many = 3 <= n % 100 <= 10, n % 100 >= 11
    return n if n < 3 else 3 if few else 4 if many else 5


def environments() -> dict[str, Environment]:
    """Return the templates by language, all of them ready to be filled in."""
    code = _kept_code()
    return {language: _environment(language, code) for language in LANGUAGES}


def _environment(language: str, code: FileSystemBytecodeCache | None) -> Environment:
    made = Environment(
        loader=PackageLoader("mahdar.outputs.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=code,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    made.filters.update(shown.FILTERS)
    made.globals.update(shown.GLOBALS)
    for name in made.list_templates():
        made.get_template(name)
    return made


def _kept_code() -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept; None where nothing can be written.

    The desk's own code counts: what a template does with constants is done when it is compiled.
    """
    ours = short_hash(*(one.read_text("utf-8") for one in sorted(Path(__file__).parent.glob("*.py"))))
    folder = cache_folder() / f"templates-{version('jinja2')}-{ours}"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return FileSystemBytecodeCache(str(folder))
    return None
