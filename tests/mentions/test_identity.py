"""Who is who in a document: `[name]1` … the same number for the same person, over all articles."""

from __future__ import annotations

import re

import pytest

from mahdar.language import parse_prose
from mahdar.lexicon import default_lexicon
from mahdar.mentions import name_everything
from mahdar.model.document import Block

_MARK = re.compile(r"\[([^\]]+)\](\d)")


def check(*marked: str) -> None:
    """Compare the people of a document, one string an article, with the marks."""
    proses, texts, wanted = [], [], []
    for number, article in enumerate(marked):
        wanted += [(number, m[1], m[2]) for m in _MARK.finditer(article)]
        texts.append(_MARK.sub(r"\1", article))
        proses.append(parse_prose(texts[-1], [Block("prose", 0, len(texts[-1]))]))
    mentions, people = name_everything(proses, default_lexicon(), [None] * len(proses))
    assert len({p.name for p in people}) == len(people)
    got = [(n, texts[n][m.start : m.end], m.name) for n, row in enumerate(mentions) for m in row.people]
    assert [w[:2] for w in wanted] == [g[:2] for g in got]
    assert len({(w[2], g[2]) for w, g in zip(wanted, got, strict=True)}) == len({w[2] for w in wanted})
    assert len({w[2] for w in wanted}) == len({g[2] for g in got})


ONE_PERSON = [
    "قال السفير [فادي بن علي الزعتري]1 إن الوفد وصل. وأضاف [الزعتري]1 ذلك، وشكر [فادي الزعتري]1 الجميع",
    "وصل [خالد العطية]1 صباحاً، ثم تحدث [خالد بن محمد العطية]1",
    "قال الرئيس [ترامب]1 ذلك، وكان [دونالد ترامب]1 قد وصل أمس",
    "حضر [عبدالرحمن بن صالح الماجد]1، وشكر [عبد الرحمن الماجد]1 الحضور",
    "تحدث [مايكل أندرسون]1، وأجاب [أندرسون]1 عن الأسئلة",
    "تحدث المبعوث [مارتن غريفيلد]1 طويلاً، ثم عاد [مارتن غريفيليد]1",
    "قال [عباس عراقجي]1 ذلك، ثم عاد [سيد عباس عراقجي]1 إلى مقعده",
]

TWO_PEOPLE = [
    "التقى [محمد بن سلمان]1 ضيفه [محمد بن عبدالرحمن بن جاسم آل ثاني]2، وقال [محمد بن عبدالرحمن]2 ذلك",
    "حضر السفير [نادر الهاشمي]1 والسفير [سامي الهاشمي]2. وقال [الهاشمي]2 إن العمل مستمر",
    "التقى [جون كيري]1 نظيره [سيرغي لافروف]2، وشكر [كيري]1 [لافروف]2",
    "تحدث [جورج بوش]1 ثم [جورج كلوني]2",
]


@pytest.mark.parametrize("marked", ONE_PERSON)
def test_forms_of_one_person(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", TWO_PEOPLE)
def test_people_with_like_names_stay_apart(marked: str) -> None:
    check(marked)


def test_identity_reaches_over_articles() -> None:
    check("قال السفير [فادي الزعتري]1 إن الموعد قريب", "أكد [الزعتري]1 الموعد، وشكر [جون كيري]2")


def test_a_surname_before_the_full_name_is_the_same_person() -> None:
    check("أكد [الزعتري]1 الموعد", "قال السفير [فادي الزعتري]1 ذلك")


def test_a_surname_goes_to_the_nearest_earlier_bearer() -> None:
    check(
        "قال السفير [نادر الهاشمي]1 ذلك، وأضاف [الهاشمي]1 المزيد",
        "قال السفير [سامي الهاشمي]2 ذلك، وأضاف [الهاشمي]2 المزيد",
    )


def test_a_name_of_particles_alone_is_nobody_elses() -> None:
    text = "أم البنت وأبو بنت حضرا. وقال أبو بنت كلمة. وقال جون كيري كلمة."
    prose = parse_prose(text, [Block("prose", 0, len(text))])
    _, people = name_everything([prose], default_lexicon(), [None])
    assert "John Kerry" in {person.name for person in people}
