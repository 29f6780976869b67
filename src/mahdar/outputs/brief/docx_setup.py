"""A Word document's page, styles and directions: what the library has no words for."""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from mahdar.outputs.brief.shown import Shown

__all__ = ["bidi", "flag", "lined", "page_number", "set_up", "turned"]

_LATIN, _ARABIC = "Calibri", "Sakkal Majalla"
_BEHIND_SIZE: Final = (
    "w:highlight",
    "w:u",
    "w:effect",
    "w:bdr",
    "w:shd",
    "w:vertAlign",
    "w:rtl",
    "w:cs",
    "w:lang",
)
_BEHIND: Final = {
    "w:bCs": ("w:i", "w:iCs", "w:color", "w:spacing", "w:kern", "w:sz", "w:szCs", *_BEHIND_SIZE),
    "w:szCs": _BEHIND_SIZE,
    "w:rtl": ("w:cs", "w:em", "w:lang"),
}
"""What the schema puts behind a property of a run."""
_LATER: Final = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
    "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""What the schema puts behind `w:bidi` in a paragraph's properties."""


def set_up(made: Document, page: Shown) -> None:
    """Lay down the page and the styles."""
    made.core_properties.title = page.title
    made.core_properties.author = "Mahdar"
    made.core_properties.language = page.language
    for section in made.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(1.5)
        if page.direction == "rtl":
            settings: BaseOxmlElement = section._sectPr  # noqa: SLF001
            settings.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
    for name, above in (("Normal", 0), ("Heading 1", 0), ("Heading 2", 8)):
        style = made.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101  # the library's own template
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(1)
        style.paragraph_format.line_spacing = 1.0
        _fonts(style)


def _fonts(style: ParagraphStyle) -> None:
    """Name the fonts of a style for both scripts, and its languages for spell checkers."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for slot, font in (("ascii", _LATIN), ("hAnsi", _LATIN), ("cs", _ARABIC)):
        fonts.set(qn(f"w:{slot}"), font)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    language.set(qn("w:bidi"), "ar-SA")
    properties.append(language)


def bidi(paragraph: Paragraph, direction: str) -> None:
    """Let a paragraph run from the right where its words do."""
    if direction == "rtl":
        properties: BaseOxmlElement = paragraph._p.get_or_add_pPr()  # noqa: SLF001
        properties.insert_element_before(OxmlElement("w:bidi"), *_LATER)


def flag(run: Run, name: str, value: str | None = None) -> None:
    """Set a property of a run, `w:rtl`, `w:bCs` or `w:szCs`, where the schema has it."""
    properties = run._r.get_or_add_rPr()  # noqa: SLF001
    element = OxmlElement(name)
    if value is not None:
        element.set(qn("w:val"), value)
    properties.insert_element_before(element, *_BEHIND[name])


def turned(table: Table) -> None:
    """Let the columns of a table run from the right."""
    properties: BaseOxmlElement = table._tbl.tblPr  # noqa: SLF001
    properties.insert_element_before(
        OxmlElement("w:bidiVisual"), "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblLook"
    )


def lined(table: Table) -> None:
    """Draw a fine line below each row of a table, and no other."""
    borders = OxmlElement("w:tblBorders")
    for name in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{name}")
        drawn = name in {"bottom", "insideH"}
        for key, value in (("val", "single" if drawn else "nil"), ("sz", "4"), ("color", "C8CED6")):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    properties: BaseOxmlElement = table._tbl.tblPr  # noqa: SLF001
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def page_number(made: Document, page: Shown) -> None:
    """Number the pages at their foot."""
    paragraph = made.sections[0].footer.paragraphs[0]
    bidi(paragraph, page.direction)
    run = paragraph.add_run(f"{page.page} ")
    if page.direction == "rtl":
        flag(run, "w:rtl")
    number = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        number._r.append(element)  # noqa: SLF001
