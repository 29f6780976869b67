"""A brief holds what the register holds and nothing else."""

from __future__ import annotations

import pytest
from tests.outputs.brief.conftest import *  # noqa: F403  # the same register

from mahdar.errors import UnknownIdError
from mahdar.lexicon import default_lexicon
from mahdar.model.briefs import Brief, Group, Quotation, Row, Section, Source
from mahdar.model.labels import Label
from mahdar.model.spans import Evidence, Span
from mahdar.pipeline.brief_cut import LINES, cut_to, lines, shorter
from mahdar.pipeline.brief_texts import clipped
from mahdar.pipeline.briefing import brief_on
from mahdar.pipeline.library import open_register
from mahdar.register import Register

LEXICON = default_lexicon()


def quotations(brief: Brief) -> list[Quotation]:
    return [one for section in brief.sections for row in section.rows for one in row.quotations]


def section(brief: Brief, name: str) -> Section:
    return next(one for one in brief.sections if one.name == name)


def words(section: Section) -> list[str]:
    return [one.words.quote for row in section.rows for one in row.quotations]


def labels(section: Section, kind: str) -> list[str]:
    parts = [part for row in section.rows for cell in row.cells for part in cell]
    return [part.value for part in parts if isinstance(part, Label) and part.kind == kind]


@pytest.mark.parametrize(
    ("asked", "as_of"),
    [
        ("JPN-JOR", "2018-12-31"),
        ("Japan and Jordan", "2020-06-01"),
        ("JPN-JOR 2", "2020-06-01"),
        ("Jordan", "2020-06-01"),
        ("KOR-OMN", "2020-06-01"),
        ("سلطنة عمان", "2020-06-01"),
    ],
)
def test_every_quotation_stands_in_its_document(dialogue: Register, asked: str, as_of: str) -> None:
    brief = brief_on(dialogue, asked, as_of, LEXICON)
    for one in quotations(brief):
        text = dialogue.text(one.document)
        assert one.words.quote == text[one.words.start : one.words.end]
        assert one.line == text.count("\n", 0, one.words.start) + 1
        assert any(source.document == one.document for source in brief.sources)
    assert [source.number for source in brief.sources] == list(range(1, len(brief.sources) + 1))


def test_the_last_session_is_the_one_held_last(brief: Brief) -> None:
    facts = section(brief, "session")
    assert labels(facts, "edition") == ["3"]
    assert labels(facts, "date") == ["2019-05-14"]
    assert labels(facts, "place") == ["Tokyo"]
    assert labels(facts, "person") == ["Taro Kono", "Ayman Safadi"]
    assert "يوم 14 مايو 2019" in words(facts)
    assert labels(section(brief, "next"), "edition") == ["4"]


def test_an_edition_is_seen_as_the_last(dialogue: Register) -> None:
    brief = brief_on(dialogue, "JPN-JOR 2", "2020-06-01", LEXICON)
    assert labels(section(brief, "session"), "date") == ["2018-03-06"]


def test_what_was_said_later_is_left_out(dialogue: Register) -> None:
    brief = brief_on(dialogue, "JPN-JOR", "2018-12-31", LEXICON)
    assert labels(section(brief, "session"), "edition") == ["2"]
    assert {source.name for source in brief.sources} == {"fourth.txt"}


def test_commitments_say_who_what_and_by_when(brief: Brief) -> None:
    found = section(brief, "commitments")
    rows = {" ".join(one.words.quote for one in row.quotations): row for row in found.rows}
    promise = next(row for said, row in rows.items() if "العقبة" in said)
    assert promise.cells[0] == (Label("party", "JPN"),)
    assert promise.cells[2] == (Label("due", "2021"),)
    late = next(row for said, row in rows.items() if "جرش" in said)
    assert late.cells[2] == (Label("due", "2019"), Label("word", "overdue"))


def test_instruments_have_their_rung(brief: Brief) -> None:
    found = section(brief, "instruments")
    assert set(labels(found, "rungs")) == {"signed"}
    assert any("اتفاقية للتعاون الجمركي" in one for one in words(found))


def test_a_wording_made_stronger_stands_beside_the_one_before(brief: Brief) -> None:
    found = section(brief, "wording")
    changed = [row for row in found.rows if row.cells[0] == (Label("word", "strengthened"),)]
    assert [[one.words.quote.split()[0] for one in row.quotations] for row in changed] == [["أكد", "شدد"]]


def test_documents_that_contradict_each_other_stand_side_by_side(brief: Brief) -> None:
    found = section(brief, "contradictions")
    days = next(row for row in found.rows if row.cells[0] == (Label("clashes", "date"),))
    names = {source.document: source.name for source in brief.sources}
    assert {names[one.document] for one in days.quotations} == {"fifth.txt", "report.txt"}


def test_what_somebody_rejected_is_left_out(folder_of_a_dialogue, tmp_path) -> None:
    copy = tmp_path / "mahdar.sqlite"
    copy.write_bytes((folder_of_a_dialogue / "mahdar.sqlite").read_bytes())
    with Register.open(copy, create=False) as register:
        wrong = next(one for one in register.entries(kind="commit") if "العقبة" in one.evidence[0].quote)
        register.review(wrong.id, "rejected", "reviewer", "said by somebody else")
        found = section(brief_on(register, "JPN-JOR", "2020-06-01", LEXICON), "commitments")
    assert not any("العقبة" in one for one in words(found))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("JPN-JOR 9", "knows no edition 9"),
        ("JPN-JRO", "did you mean JPN-JOR"),
        ("Jordna", "did you mean JOR"),
        ("France", "no meeting of FRA"),
        ("<b>", "is no series"),
    ],
)
def test_what_is_unknown_is_asked_after(dialogue: Register, asked: str, said: str) -> None:
    with pytest.raises(UnknownIdError, match=said):
        brief_on(dialogue, asked, "2020-06-01", LEXICON)


def test_an_empty_register_says_so(tmp_path) -> None:
    with (
        open_register(tmp_path / "mahdar.sqlite") as register,
        pytest.raises(UnknownIdError, match="no meeting"),
    ):
        brief_on(register, "JPN-JOR", "2020-06-01", LEXICON)


# Cutting


def row(text: str, document: str = "d") -> Row:
    return Row(((), (Quotation(document, Evidence(0, len(text), text), 1),), ()))


def test_each_group_keeps_its_first_rows() -> None:
    groups = tuple(Group(Label("tracks", name), tuple(row(f"{name}{n}") for n in range(4))) for name in "ab")
    cut = cut_to(Section("commitments", ("who", "what", "due"), groups), 3)
    assert [words(cut), cut.more] == [["a0", "a1", "b0"], 5]


def test_a_cut_brief_counts_what_is_left_out_and_forgets_its_sources() -> None:
    rows = tuple(row("x" * 90, f"d{n}") for n in range(40))
    whole = Section("instruments", ("who", "instrument", "rung"), (Group(None, rows),))
    brief = Brief((), "2020-01-01", (whole,), ())
    assert lines(brief) > 0.8 * LINES
    made = cut_to(whole, 10)
    assert (len(list(made.rows)), made.more) == (10, 30)
    sources = tuple(Source(n + 1, f"d{n}", f"{n}.txt", None, None, None) for n in range(10))
    less = shorter(Brief((), "2020-01-01", (made,), sources))
    assert (len(list(less.sections[0].rows)), less.sections[0].more, len(less.sources)) == (8, 32, 8)


def test_a_long_quotation_ends_at_a_pause() -> None:
    text = "one two three four, five six seven eight nine ten"
    assert clipped(text, Span(0, len(text)), 24).cut(text) == "one two three four"
    assert clipped(text, Span(0, 7), 24).cut(text) == "one two"
