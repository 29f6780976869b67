"""One document through all stages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mahdar.errors import EvidenceError
from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.model.entries import Act, Date
from mahdar.model.reading import ArticleText, Reading
from mahdar.model.spans import Evidence, Span
from mahdar.pipeline.document import read_document
from mahdar.sources import read_file

EXAMPLES = Path(__file__).parents[2] / "examples"

POST = """وزير الخارجية الياباني يستقبل نظيره الأردني

نشر بتاريخ: 14 مايو 2019

أكد وزير الخارجية الياباني في اجتماع عقد أمس دعم طوكيو للأردن في ملف اللاجئين.

شارك
"""


def read(text: str) -> Reading:
    return read_document(Document.of(text, "a.txt"), default_lexicon())


def test_an_article_is_dated_by_its_dateline() -> None:
    (article,) = read(POST).page.articles
    assert article.published == "2019-05-14"


STAMPED = """صوفيا - 4 - 3 (كونا) -- وقعت الكويت وبلغاريا هنا اليوم اتفاقية. (النهاية)
كونا041120 جمت مار 16
"""
NUMBERED = "الخرطوم 5-3-2009م (سونا) - بحث وزير الري السوداني نهار اليوم مع نظيره الكيني التعاون.\n"
MINUTES = """محضر الدورة الثانية للجنة المشتركة التونسية الكينية
تونس، 4 – 5 فبراير 2019

عقدت اللجنة المشتركة دورتها الثانية برئاسة وزيري التجارة، واتفق الطرفان على فتح خط بحري.
"""


@pytest.mark.parametrize(
    ("text", "published"), [(STAMPED, "2016-03-04"), (NUMBERED, "2009-03-05"), (MINUTES, "2019-02-05")]
)
def test_the_day_of_a_stamp_a_numeric_dateline_and_a_run_of_days(text: str, published: str) -> None:
    assert [article.published for article in read(text).page.articles] == [published]


def test_relative_dates_count_from_the_dateline() -> None:
    dates = [placed.entry for placed in read(POST).entries if isinstance(placed.entry, Date)]
    assert {date.evidence[0].quote: date.value for date in dates}["أمس"] == "2019-05-13"


def test_a_later_take_under_the_same_title_counts_from_the_first_ones_day() -> None:
    second = POST.partition("\n")[0] + "\n\nوأعلنت وزارة الخارجية اليابانية أن الوفد سيعود غداً إلى طوكيو.\n"
    reading = read(f"{POST}\n{second}")
    days = {placed.entry.value for placed in reading.entries if isinstance(placed.entry, Date)}
    assert days == {"2019-05-13", "2019-05-15"}


def test_the_stated_day_goes_before_the_one_that_a_person_gives() -> None:
    reading = read_document(replace(Document.of(POST, "a.txt"), given="2001-01-01"), default_lexicon())
    dates = {
        one.entry.evidence[0].quote: one.entry.value for one in reading.entries if one.entry.type == "date"
    }
    assert dates["أمس"] == "2019-05-13"
    assert reading.page.articles[0].published == "2019-05-14"


def test_a_given_day_is_never_said_to_be_the_texts_own() -> None:
    undated = POST.replace("نشر بتاريخ: 14 مايو 2019", "")
    reading = read_document(replace(Document.of(undated, "a.txt"), given="2019-05-14"), default_lexicon())
    dates = {
        one.entry.evidence[0].quote: one.entry.value for one in reading.entries if one.entry.type == "date"
    }
    assert dates == {"أمس": "2019-05-13"}
    assert [article.published for article in reading.page.articles] == [None]


def test_acts_know_who_acts() -> None:
    acts = [placed.entry for placed in read(POST).entries if isinstance(placed.entry, Act)]
    assert [(act.act_class, act.actors) for act in acts] == [("support", ("JPN",))]


@pytest.mark.parametrize("text", ["...", "\n", "شارك", "1234", "Menu\nHome\n"])
def test_a_text_that_says_nothing_yields_nothing(text: str) -> None:
    assert not read(text).entries


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_entry_of_the_examples_stands_in_its_article_and_its_text(path: Path) -> None:
    document = read_file(path)
    reading = read_document(document, default_lexicon())
    assert reading.entries
    starts = [(placed.article, placed.entry.evidence[0]) for placed in reading.entries]
    assert starts == sorted(starts, key=lambda pair: pair[0])
    for placed in reading.entries:
        article = reading.page.articles[placed.article]
        first = min([article.start, *(block.start for block in article.blocks)])
        for evidence in placed.entry.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote
            assert first <= evidence.start < evidence.end <= article.end


def test_reading_twice_gives_the_same() -> None:
    document = read_file(EXAMPLES / "02-news-report.txt")
    first, second = (read_document(document, default_lexicon()) for _ in range(2))
    assert (first.page, first.people, first.entries) == (second.page, second.people, second.entries)


def test_an_entry_that_claims_other_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def lie(*_: object) -> tuple[Act, ...]:
        claimed = Evidence(0, 4, "كلام")
        return (Act(evidence=(claimed,), confidence=1, reader="lie", act_class="affirm", trigger=Span(0, 4)),)

    monkeypatch.setattr("mahdar.pipeline.document.read_article", lie)
    with pytest.raises(EvidenceError, match="is not in the text"):
        read(POST)


def test_the_reader_is_given_the_article_with_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[ArticleText] = []

    def keep(article: ArticleText, _: object) -> tuple[()]:
        given.append(article)
        return ()

    monkeypatch.setattr("mahdar.pipeline.document.read_article", keep)
    read(POST)
    assert [(article.kind, article.published) for article in given] == [(given[0].kind, "2019-05-14")]


PAGE = """وزارة الخارجية الكينية
@KenyaMFA

معالي الوزير يتلقى اتصالاً هاتفياً من نظيره المالطي

تلقى معالي الوزير اتصالاً هاتفياً من وزير الخارجية المالطي السيد جورج أتارد. وأكد معالي الوزير دعم الحوار.
"""


def test_a_page_of_a_ministry_tells_whose_minister_its_minister_is() -> None:
    acts = [p.entry for p in read(PAGE).entries if isinstance(p.entry, Act)]
    assert ("support", ("KEN",)) in [(act.act_class, act.actors) for act in acts]


EMBASSY = """سفارة كينيا في مدريد

التقى السفير بوزير التجارة الإسباني السيد خوان بيريز، وناقشا المعارض. وأشاد السفير بدعم إسبانيا للمزارعين.
"""


def test_an_embassys_ambassador_without_a_name_acts_for_its_state() -> None:
    acts = [p.entry for p in read(EMBASSY).entries if isinstance(p.entry, Act)]
    assert ("appreciate", ("KEN",)) in [(act.act_class, act.actors) for act in acts]


def test_a_byline_between_headline_and_text_says_whose_ministry_speaks() -> None:
    text = """الخارجية: الوساطة في جوبا مستمرة
الدوحة - الراية:
السبت 17 مارس 2029

أكد المتحدث الرسمي لوزارة الخارجية سلطان الكعبي أن الوساطة بين السودان وتشاد مستمرة.
"""
    (act,) = [p.entry for p in read(text).entries if isinstance(p.entry, Act)]
    assert act.actors == ("QAT",)
