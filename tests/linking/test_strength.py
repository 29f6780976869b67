"""Where acts stand on the scales of strength, and what a change of verb does."""

from __future__ import annotations

import pytest
from tests.reading.notation import Case, read

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.acts import act_table
from mahdar.lexicon.strength import strength_table
from mahdar.linking.strength import Place, changed, place, place_action, place_words
from mahdar.model.entries import Act
from mahdar.model.spans import Span

TABLE = strength_table(default_lexicon())
ACTS = act_table(default_lexicon())


def places(sentence: str) -> tuple[Place, ...]:
    """Read a sentence with one act and return its places."""
    document, entries = read(Case(sentence, "joint_statement", "", [("prose", sentence)]))
    act = next(entry for entry in entries if isinstance(entry, Act))
    return place(act, document.text, TABLE)


def what(first: str, second: str) -> str | None:
    """Say what the second of two sentences is beside the first."""
    found = changed(places(first), places(second))
    return found and found.what


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("تعهدت بولندا بتمويل الجسر", "تعتزم بولندا تمويل الجسر", "weaker"),
        ("ناقشت بولندا وتشيكيا تمويل الجسر", "اتفقت بولندا وتشيكيا على تمويل الجسر", "stronger"),
        ("اتفقت بولندا وتشيكيا على تمويل الجسر", "اتفقت بولندا وتشيكيا على دراسة تمويل الجسر", "weaker"),
        ("أعربت بولندا عن قلقها إزاء القصف", "أعربت بولندا عن بالغ قلقها إزاء القصف", "stronger"),
        ("أعربت بولندا عن بالغ قلقها إزاء القصف", "شجبت بولندا القصف", "stronger"),
        ("أدانت بولندا القصف بأشد العبارات", "أدانت بولندا القصف", "weaker"),
        ("طالبت بولندا روسيا بوقف القصف", "دعت بولندا روسيا إلى وقف القصف", "weaker"),
        ("أشادت بولندا بجهود تشيكيا", "رحبت بولندا بجهود تشيكيا", "weaker"),
        ("رحبت بولندا بمبادرة تشيكيا", "أشارت بولندا إلى مبادرة تشيكيا", "weaker"),
        ("رحبت بولندا بمبادرة تشيكيا", "أعربت بولندا عن دعمها لمبادرة تشيكيا", "stronger"),
        ("أكدت بولندا وتشيكيا أهمية تمويل الجسر", "قررت بولندا وتشيكيا تمويل الجسر", "stronger"),
        ("أدانت بولندا القصف", "نددت بولندا بالقصف", "same"),
        ("أدانت بولندا القصف", "ناقشت بولندا وتشيكيا تمويل الجسر", None),
    ],
)
def test_of_two_acts_the_scale_says_which_is_stronger(first: str, second: str, expected: str | None) -> None:
    assert what(first, second) == expected


def test_half_a_step_never_reaches_the_next() -> None:
    mild, grave = places("أعربت بولندا عن قلقها إزاء القصف"), places("أبدت بولندا قلقها العميق إزاء القصف")
    assert mild[0].grade < grave[0].grade < mild[0].grade + 1
    assert grave[0].step.name == "concern"


def test_a_cap_puts_the_act_on_the_step_of_what_it_will_do() -> None:
    capped = places("تعهدت بولندا وتشيكيا بدراسة تمويل الجسر")
    assert (capped[0].grade, capped[0].step.name) == (2, "explore")


@pytest.mark.parametrize(
    ("text", "verb", "scale", "grade"),
    [
        ("وأن الطرفين تعهدا ببناء السد", "تعهدا", "commitment", 7),
        ("حيث حثت الأطراف على الهدوء", "حثت", "call", 3),
        ("معربين عن قلقهما من القصف", "معربين", "disapproval", 1),
        ("مشددين على وحدة الجزيرة", "مشددين", "statement", 4),
    ],
)
def test_a_verb_that_is_no_act_is_placed_by_its_forms(text: str, verb: str, scale: str, grade: float) -> None:
    start = text.index(verb)
    found = place_words(text, Span(start, start + len(verb)), len(text), TABLE, ACTS)
    assert (scale, grade) in [(one.scale, one.grade) for one in found]


def test_a_word_that_is_no_verb_of_a_scale_has_no_place() -> None:
    assert place_words("الجسر الجديد", Span(0, 5), 12, TABLE, ACTS) == ()


def test_instruments_climb_from_proposal_to_force() -> None:
    order = ("proposed", "to_be_signed", "announced", "signed", "in_force")
    grades = [one.grade for one in (place_action(action, TABLE) for action in order) if one]
    assert grades == sorted(grades)
    assert len(set(grades)) == len(order)
    assert place_action("referenced", TABLE) is None
