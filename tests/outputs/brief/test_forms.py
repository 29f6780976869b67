"""A brief in each of its forms, read back as its readers read it."""

from __future__ import annotations

import io
import json
import re
import sys
from html.parser import HTMLParser

import docx
import pypdfium2
import pypdfium2.raw as raw
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from mahdar.errors import ExportError
from mahdar.lexicon import default_lexicon
from mahdar.model.briefs import Brief
from mahdar.model.labels import Label
from mahdar.outputs.brief import FORMATS, write_brief
from mahdar.outputs.brief.shown import clean, shown
from mahdar.outputs.brief.wording import LANGUAGES, Wording, date_in

LEXICON = default_lexicon()
INVISIBLE = re.compile("[\u200e\u200f\u2066-\u2069\u200b]")
W = qn("w:rtl")[: -len("rtl")]


ORDERS = {
    "pPr": "pStyle keepNext bidi spacing jc rPr",
    "rPr": "rFonts b bCs color sz szCs rtl",
    "tblPr": "tblStyle bidiVisual tblW jc tblBorders tblLayout tblLook",
    "tcPr": "tcW gridSpan shd",
    "sectPr": "footerReference pgSz pgMar cols bidi docGrid",
}


class Reader(HTMLParser):
    """Gathers the text and the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def page_of(brief: Brief, language: str) -> Reader:
    reader = Reader()
    reader.feed(write_brief(brief, "html", language, LEXICON).decode())
    return reader


def quoted(brief: Brief) -> list[str]:
    rows = [row for section in brief.sections for row in section.rows]
    return [clean(one.words.quote) for row in rows for one in row.quotations]


def document_of(brief: Brief, language: str) -> docx.document.Document:
    return docx.Document(io.BytesIO(write_brief(brief, "docx", language, LEXICON)))


def text_of(made: docx.document.Document) -> str:
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return INVISIBLE.sub("", "\n".join([*cells, *(one.text for one in made.paragraphs)]))


@pytest.mark.parametrize("language", LANGUAGES)
class TestHtml:
    def test_every_quotation_is_there_with_its_direction(self, brief: Brief, language: str) -> None:
        reader = page_of(brief, language)
        assert not [one for one in quoted(brief) if f"«{one}" not in "".join(reader.said)]
        quotes = [attrs for tag, attrs in reader.elements if tag == "bdi" and attrs.get("class") == "quote"]
        assert {(one["lang"], one["dir"]) for one in quotes} == {("ar", "rtl")}
        html = next(attrs for tag, attrs in reader.elements if tag == "html")
        assert html == {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}

    def test_a_document_cannot_become_markup(self, hostile: Brief, language: str) -> None:
        reader = page_of(hostile, language)
        tags = {tag for tag, _ in reader.elements}
        assert not tags & {"script", "img", "b"}
        links = [attrs["href"] for tag, attrs in reader.elements if tag == "a"]
        assert all(re.fullmatch(r"#source-\d+", link or "") for link in links)
        assert '<script>alert("x")</script>' in "".join(reader.said)

    def test_nothing_is_fetched(self, brief: Brief, language: str) -> None:
        page = write_brief(brief, "html", language, LEXICON).decode()
        assert "http" not in page.replace("http-equiv", "")
        assert not re.search(r"<(link|script|img|iframe)\b|url\(", page)


@pytest.mark.parametrize("language", LANGUAGES)
class TestMarkdown:
    def test_every_quotation_is_set_apart(self, brief: Brief, language: str) -> None:
        text = write_brief(brief, "md", language, LEXICON).decode()
        assert not [one for one in quoted(brief) if f"\u2068«{one}" not in text]
        assert text.count("\u2068") == text.count("\u2069")

    def test_a_document_cannot_become_markup(self, hostile: Brief, language: str) -> None:
        text = write_brief(hostile, "md", language, LEXICON).decode()
        page = Reader()
        page.feed(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text))
        said = INVISIBLE.sub("", "".join(page.said))
        assert not {tag for tag, _ in page.elements} & {"script", "img", "a", "b", "em", "table"}
        assert not [one for one in quoted(hostile) if one not in said]
        assert "\u202e" not in text


@pytest.mark.parametrize("language", LANGUAGES)
class TestWord:
    def test_every_quotation_is_there(self, brief: Brief, language: str) -> None:
        said = text_of(document_of(brief, language))
        assert not [one for one in quoted(brief) if f"«{one}" not in said]

    def test_arabic_runs_from_the_right(self, brief: Brief, language: str) -> None:
        body = document_of(brief, language).element.body
        runs = [run for run in body.iter(f"{W}r") if re.search("[\u0621-\u064a]", "".join(run.itertext()))]
        assert runs
        assert all(run.find(f"{W}rPr/{W}rtl") is not None for run in runs)
        assert all(run.find(f"{W}rPr/{W}szCs") is not None for run in runs)
        latin = [run for run in body.iter(f"{W}r") if re.search("[A-Za-z]", "".join(run.itertext()))]
        assert not [run for run in latin if run.find(f"{W}rPr/{W}rtl") is not None]

    def test_arabic_pages_run_from_the_right(self, brief: Brief, language: str) -> None:
        body = document_of(brief, language).element.body
        right = language == "ar"
        assert all((one.find(f"{W}tblPr/{W}bidiVisual") is not None) == right for one in body.iter(f"{W}tbl"))
        paragraphs = [one for one in body.iter(f"{W}p") if "".join(one.itertext()).strip()]
        marked = [one.find(f"{W}pPr/{W}bidi") is not None for one in paragraphs]
        assert all(marked) if right else not all(marked)

    def test_marks_of_a_document_do_not_break_the_file(self, hostile: Brief, language: str) -> None:
        said = text_of(document_of(hostile, language))
        assert not [one for one in quoted(hostile) if one not in said]
        assert "\x0b" not in said

    def test_properties_stand_in_the_order_that_word_wants(self, brief: Brief, language: str) -> None:
        body = document_of(brief, language).element.body
        for kind, order in ORDERS.items():
            for properties in body.iter(f"{W}{kind}"):
                names = [child.tag.removeprefix(W) for child in properties]
                assert names == sorted(names, key=order.split().index), kind


def fonts(made: pypdfium2.PdfDocument) -> set[str]:
    """Return the names of the fonts in which a PDF's words are set."""
    return {one.get_font().get_base_name() for page in made for one in page.get_objects()
            if one.type == raw.FPDF_PAGEOBJ_TEXT}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_has_two_pages_at_most_and_our_fonts(brief: Brief, language: str) -> None:
    pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))
    content = write_brief(brief, "pdf", language, LEXICON)
    made = pypdfium2.PdfDocument(content)
    assert 1 <= len(made) <= 2
    text = " ".join(made[n].get_textpage().get_text_bounded() for n in range(len(made)))
    assert "[1:" in text
    assert re.search("[\u0621-\u064a\ufe70-\ufefc]{3}", text)
    assert not [
        name for name in fonts(made) if not re.fullmatch(r"[A-Z]+\+Mahdar-(Text|Label)(-Bold)?", name)
    ]


def test_json_is_the_record_itself(brief: Brief) -> None:
    plain = json.loads(write_brief(brief, "json", "en", LEXICON))
    assert plain["format"] == "mahdar-brief/1"
    assert [one["name"] for one in plain["sections"]] == [one.name for one in brief.sections]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_brief_has_a_label(brief: Brief, language: str) -> None:
    page = shown(brief, Wording(language, LEXICON))
    said = [piece.text for section in page.sections for group in section.groups for row in group.rows
            for cell in row for piece in cell if piece.role in {"label", "alert"}]  # fmt: skip
    assert not [one for one in said if "_" in one]


@pytest.mark.parametrize(
    ("value", "english", "arabic"),
    [
        ("2021-05-31", "31 May 2021", "31 مايو 2021"),
        ("2021-05", "May 2021", "مايو 2021"),
        ("2021", "2021", "2021"),
        ("2024/2030", "2024–2030", "2024–2030"),
        ("soon", "soon", "soon"),
        ("2021-13", "2021-13", "2021-13"),
    ],
)
def test_dates_have_their_month_by_name(value: str, english: str, arabic: str) -> None:
    assert (date_in(value, "en"), date_in(value, "ar")) == (english, arabic)


def test_a_party_that_the_lexicon_does_not_know_keeps_its_name() -> None:
    assert Wording("en", LEXICON).of(Label("party", "ORG:Kuwait Fund")) == "Kuwait Fund"


def test_all_forms_are_known() -> None:
    assert set(FORMATS) == {"md", "html", "docx", "pdf", "json"}


def test_without_its_extra_a_pdf_is_refused_with_the_remedy(
    brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(ExportError, match="libpango"):
        write_brief(brief, "pdf", "en", LEXICON)


def test_labels_beside_a_quotation_keep_their_own_order(brief: Brief) -> None:
    """Where an Arabic quotation leads a cell, words of an English page run as English does."""
    cells = [
        cell
        for section in shown(brief, Wording("en", LEXICON)).sections
        for group in section.groups
        for row in group.rows
        for cell in row
    ]
    led = [cell for cell in cells if cell and cell[0].role == "quote"]
    runs = [[piece.role for piece in cell] for cell in led]
    assert runs
    assert not any(
        roles[n : n + 3] == ["label", "between", "label"] for roles in runs for n in range(len(roles))
    )
