"""Articles that are kept as they are linked: what would be made anew, until the document changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from tests.linking.scoring import read_dialogue

from mahdar.lexicon import default_lexicon
from mahdar.linking.follow_pieces import Piece, packed
from mahdar.model.units import DocumentId
from mahdar.pipeline import parts, taking_up
from mahdar.pipeline.digest import linker_digest
from mahdar.pipeline.linking import link_documents
from mahdar.register import Register

MAKER = linker_digest(default_lexicon())


@pytest.fixture(scope="module")
def dialogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with read_dialogue("morocco-senegal", tmp_path_factory.mktemp("parts")) as register:
        yield register


def kept(register: Register, ids: Sequence[DocumentId]) -> Mapping[DocumentId, Sequence[Piece]]:
    return parts.kept_pieces(register, ids, MAKER)


def test_linking_keeps_the_articles_of_each_document_as_they_would_be_made_anew(dialogue: Register) -> None:
    link_documents(dialogue, again=True)
    ids = sorted(document.id for document in dialogue.documents())
    linked = kept(dialogue, ids)
    assert sorted(linked) == ids
    marks = parts.marks_of(dialogue, ids)
    reader = taking_up.follow_reader(default_lexicon())
    assert linked == _unscened(taking_up._some(dialogue.relating, ids, {}, reader).pieces)
    parts.keep_pieces(dialogue, linked, marks, MAKER)
    assert kept(dialogue, ids) == linked


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


def _unscened(made: Mapping[DocumentId, Sequence[Piece]]) -> dict[DocumentId, tuple[Piece, ...]]:
    """Return articles as they are kept: their things stand in no scene."""
    return {
        id_: parts.follow_pieces.unpacked(parts.loaded(parts.dumped(packed(its))))
        for id_, its in made.items()
    }
