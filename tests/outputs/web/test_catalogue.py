"""Every message of the interface has its Arabic, and no Arabic is left over."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

WEB = Path(str(files("mahdar.outputs.web")))
METHODS = [("**.html", "jinja2"), ("**.py", "python")]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "said": None}
HOLE = re.compile(r"%\((\w+)\)s")


def wanted() -> set[str]:
    """Return every message that a template or a module uses."""
    options = {"**.html": {"trimmed": "false", "silent": "false", "extensions": "jinja2.ext.i18n"}}
    found = extract_from_dir(str(WEB), METHODS, options, KEYWORDS)
    return {one[2] if isinstance(one[2], str) else one[2][0] for one in found}


def known() -> dict[str, str | tuple[str, ...]]:
    """Return what is translated."""
    messages = {}
    for file in sorted((WEB / "locale" / "ar").glob("*.po")):
        with file.open("rb") as stream:
            for one in read_po(stream, locale="ar"):
                if one.id:
                    messages[one.id if isinstance(one.id, str) else one.id[0]] = one.string
    return messages


def test_every_message_is_translated() -> None:
    assert wanted() - {one for one, said in known().items() if said} == set()


def test_nothing_is_translated_that_nobody_says() -> None:
    assert known().keys() - wanted() == set()


def test_translations_keep_the_holes() -> None:
    for message, said in known().items():
        for form in [said] if isinstance(said, str) else said[3:]:  # one, two and none say their number
            assert set(HOLE.findall(form)) == set(HOLE.findall(message)), message
