"""Sessions as they are asked for, and what is said where one cannot be compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mahdar.errors import MahdarError, UnknownIdError
from mahdar.lexicon import default_lexicon
from mahdar.pipeline.editions import compare_editions
from mahdar.pipeline.library import read_text
from mahdar.pipeline.sessions import is_edition, session_of_document, session_of_edition
from mahdar.register import Register

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("01-joint-statement.txt", "02-news-report.txt", "03-ministry-post.txt", "04-agency-report.txt")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with Register.open(tmp_path_factory.mktemp("sessions") / "r.sqlite") as made:
        made.add(read_text((EXAMPLES / name).read_text(encoding="utf-8"), name) for name in NAMES)
        made.add([read_text("ارتفعت درجات الحرارة اليوم في المدينة.", "weather.txt")])
        yield made


def names(register: Register, asked: str) -> list[str]:
    return [one.name for one in session_of_edition(register, asked, default_lexicon()).documents]


@pytest.mark.parametrize("asked", ["KWT-USA/4", "KWT-USA#4", "USA-KWT 4", "kuwait-usa/4", "KWT-USA/2020"])
def test_an_edition_is_named_by_its_parties_and_its_number_or_year(register: Register, asked: str) -> None:
    assert names(register, asked) == ["01-joint-statement.txt"]


def test_a_document_that_looks_back_on_an_edition_does_not_speak_for_it(register: Register) -> None:
    assert names(register, "KWT-USA/5") == ["04-agency-report.txt"]


def test_a_document_is_a_session_too(register: Register) -> None:
    session = session_of_document(register, "04-agency-report.txt")
    assert (session.name, session.series) == ("04-agency-report.txt", None)


def test_a_documents_name_is_no_edition(register: Register) -> None:
    assert not is_edition(register, "01-joint-statement.txt")
    assert is_edition(register, "KWT-USA/9")


def test_the_session_that_was_held_first_is_the_earlier_one(register: Register) -> None:
    report = compare_editions(register, "KWT-USA/5", "KWT-USA/4", lexicon=default_lexicon())
    assert (report.earlier.name, report.later.name) == ("KWT-USA 4", "KWT-USA 5")


def test_every_wording_stands_in_its_document(register: Register) -> None:
    report = compare_editions(register, "KWT-USA/4", "KWT-USA/5", lexicon=default_lexicon())
    for finding in report.comparison.findings:
        for said in filter(None, (finding.earlier, finding.later)):
            text = report.texts[said.document]
            assert all(said.span.holds(word.span) for word in said.words)
            assert 0 <= said.span.start < said.span.end <= len(text)


@pytest.mark.parametrize(
    ("first", "second", "error", "said"),
    [
        ("KWT-USA/4", "KWT-USA/9", UnknownIdError, "knows no edition 9 of KWT-USA, but"),
        ("KWT-USA/4", "KWT-USA/1999", UnknownIdError, "knows no session in 1999"),
        ("KWT-USA/4", "KWT-USA/4", MahdarError, "are one session"),
        ("KWT-USA/4", "01-joint-statement.txt", MahdarError, "are one session"),
        ("KWT-USA/4", "MAR-USA/4", MahdarError, "are of two series"),
        ("KWT-USA/4", "KWT-USA/6", MahdarError, "no document speaks for KWT-USA 6"),
        ("KWT-USA/4", "Atlantis/2", UnknownIdError, "is no series"),
        ("USA/4", "KWT-USA/4", UnknownIdError, "name its parties"),
        ("KWT-USA/4", "nothing.txt", UnknownIdError, "holds no document nothing.txt"),
        ("KWT-USA/4", "weather.txt", MahdarError, "holds no act and no instrument"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(
    register: Register, first: str, second: str, error: type[MahdarError], said: str
) -> None:
    with pytest.raises(error, match=said):
        compare_editions(register, first, second, lexicon=default_lexicon())


def test_an_empty_register_is_said_in_a_sentence(tmp_path: Path) -> None:
    with (
        Register.open(tmp_path / "r.sqlite") as register,
        pytest.raises(UnknownIdError, match="holds no meeting"),
    ):
        compare_editions(register, "KWT-USA/4", "KWT-USA/5", lexicon=default_lexicon())
