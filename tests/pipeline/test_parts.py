"""Articles that are kept as they are linked: what would be made anew, until the document changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from sqlalchemy import delete
from tests.linking.scoring import read_dialogue

import mahdar
from mahdar.lexicon import default_lexicon
from mahdar.linking.follow_pieces import Piece
from mahdar.model.units import DocumentId
from mahdar.pipeline import parts
from mahdar.pipeline.digest import linker_digest
from mahdar.pipeline.linking import link_documents
from mahdar.register import Register
from mahdar.register.schema_standing import part

MAKER = linker_digest(default_lexicon())


@pytest.fixture(scope="module")
def dialogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with read_dialogue("morocco-senegal", tmp_path_factory.mktemp("parts")) as register:
        yield register


def kept(register: Register, ids: Sequence[DocumentId]) -> Mapping[DocumentId, Sequence[Piece]]:
    return parts.kept_pieces(register, ids, MAKER)


def test_linking_keeps_the_articles_of_each_document_as_they_are_made_anew(dialogue: Register) -> None:
    link_documents(dialogue, again=True)
    ids = sorted(document.id for document in dialogue.documents())
    linked = kept(dialogue, ids)
    assert sorted(linked) == ids
    with dialogue.keeping.writing() as connection:
        connection.execute(delete(part))
    assert not kept(dialogue, ids)
    parts.Parts.of(dialogue, default_lexicon(), MAKER)
    assert kept(dialogue, ids) == linked


def test_what_linking_keeps_is_not_made_a_second_time(
    dialogue: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    link_documents(dialogue, again=True)
    monkeypatch.setattr(parts, "pieces_of", None)
    made = parts.Parts.of(dialogue, default_lexicon(), MAKER)
    assert list(parts.pieces(made))
    assert list(parts.claims(made))


def test_what_is_kept_of_a_document_is_old_when_somebody_reviews_it(dialogue: Register) -> None:
    link_documents(dialogue, again=True)
    ids = sorted(document.id for document in dialogue.documents())
    act = next(dialogue.entries(type="act"))
    dialogue.review(act.id, "rejected", "Nour", "misread")
    assert sorted(kept(dialogue, ids)) == [id_ for id_ in ids if id_ != act.document]
    link_documents(dialogue)
    again = kept(dialogue, ids)
    assert sorted(again) == ids
    assert act.id not in {one.entry for piece in again[act.document] for one in piece.things}


REPORTED = (
    "حصاد التعاون بين كينيا والنرويج\n\n{day}قال السفير النرويجي في كينيا إن بلاده سلمت خفر السواحل الكيني"
    " عشرة زوارق دورية. {more}."
)
DATELINE = "نيروبي، 7 فبراير 2018\n\n"
THANKS, BLAME = "وأشاد السفير بجهود كينيا في حماية الملاحة", "وأدانت النرويج كينيا لمصادرة مراكب الصيد"


@pytest.mark.parametrize(
    ("report", "dealings"),
    [
        (REPORTED.format(day=DATELINE, more=THANKS), True),
        (REPORTED.format(day="", more=THANKS), False),
        (REPORTED.format(day=DATELINE, more=f"{THANKS}. {BLAME}"), False),
        (REPORTED.format(day=DATELINE, more="وتناول الحديث أحوال الطقس"), False),
        (REPORTED.format(day=DATELINE, more="ووقعت كينيا والنرويج مذكرة تفاهم بشأن الملاحة"), True),
    ],
    ids=["thanks", "without a day", "a quarrel", "neither for nor against", "a text of both"],
)
def test_news_of_a_day_is_of_dealings_where_two_sides_are_for_something(
    report: str, dealings: bool, tmp_path: Path
) -> None:
    (tmp_path / "report.txt").write_text(report, encoding="utf-8")
    with Register.open(tmp_path / "register.sqlite") as register:
        mahdar.read(tmp_path / "report.txt", register)
        made = parts.Parts.of(register, default_lexicon(), MAKER)
        assert [piece.scene.dealings for piece in parts.pieces(made)] == [dealings]
