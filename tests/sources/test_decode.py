"""Bytes of every kind: what is read, in which encoding, and what is refused for which reason."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.errors import SourceError
from mahdar.sources.decode import decode

TEXT = "وقّع وزيرا المالية في تونس والسنغال\r\nمذكرة تفاهم، يوم ٣ أبريل 2019.\n\tانتهى\x0b"
PLAIN = "وقع وزيرا المالية في البلدين المذكرة\r\nثم غادر الوفد.\n"


def reason(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        decode(data, "a.txt")
    return caught.value.reason


def test_utf8_is_kept_character_for_character() -> None:
    assert decode(TEXT.encode(), "a.txt") == TEXT


def test_a_byte_order_mark_is_the_first_code_point_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbf" + TEXT.encode(), "a.txt") == "\N{ZERO WIDTH NO-BREAK SPACE}" + TEXT


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf16_is_told_by_its_mark_which_stays_as_in_utf8(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "a.txt") == "\N{ZERO WIDTH NO-BREAK SPACE}" + TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zero_bytes(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_windows_1256_is_told_by_reading_like_arabic() -> None:
    assert decode(PLAIN.encode("cp1256"), "a.txt") == PLAIN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le président a été reçu à Genève où l'accord fut signé", "cp1252"),
        ("Съединените щати и Япония подписаха споразумение за сигурност", "cp1251"),
        ("Η κυβέρνηση ανακοίνωσε τη συμφωνία με την Κύπρο", "cp1253"),
        ("أعلنت الوزارة أن الوفد وصل إلى العاصمة أمس", "iso8859-6"),
        ("日本政府は合意に署名した", "shift_jis"),
    ],
)
def test_other_encodings_are_refused_rather_than_guessed(text: str, encoding: str) -> None:
    assert reason(text.encode(encoding)) == "encoding"


def test_damaged_utf8_is_refused_with_the_place_of_the_damage() -> None:
    data = TEXT.encode()
    with pytest.raises(SourceError, match="damaged byte at position 9") as caught:
        decode(data[:9] + b"\xff" + data[9:], "a.txt")
    assert caught.value.reason == "damaged"


def test_utf8_cut_off_inside_a_letter_is_damaged() -> None:
    assert reason(("نص " * 40).encode()[:-2]) == "damaged"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u200f\u00a0\n".encode(), b"\xff\xfe"])
def test_what_holds_no_text_is_empty(data: bytes) -> None:
    assert reason(data) == "empty"


def zipped() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("word/document.xml", TEXT)
    return kept.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n" + TEXT.encode(),
        zipped(),
        gzip.compress(TEXT.encode()),
        b"{\\rtf1\\ansi hello}",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
        bytes(range(256)) * 4,
        b"text\0with\0\0zeros\0",
        b"\x01\x02\x03\x04" * 50,
        TEXT.encode("utf-32"),
    ],
    ids=["pdf", "docx", "gzip", "rtf", "png", "doc", "all-bytes", "zeros", "controls", "utf-32"],
)
def test_binary_files_are_refused_as_such(data: bytes) -> None:
    assert reason(data) == "binary"


@pytest.mark.parametrize(
    "data", [b"<!DOCTYPE html>\n<html>", b"\n<HTML lang=ar>", b'<?xml version="1.0"?><a/>']
)
def test_web_pages_and_xml_are_refused_as_markup(data: bytes) -> None:
    assert reason(data) == "markup"


@pytest.mark.parametrize(
    "data", [b'{"text": "a"}\n{"text": "b"}\n', b'[\n {"id": 1}]', b'\xef\xbb\xbf{"a": 1}']
)
def test_json_is_refused_as_structured(data: bytes) -> None:
    assert reason(data) == "structured"


@pytest.mark.parametrize("text", ["<خبر عاجل> وصل الوفد", "{ملاحظة} وصل الوفد", "a < b", "[1] وصل الوفد"])
def test_texts_that_only_begin_like_markup_or_json_are_read(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


def test_a_refusal_says_which_file_what_is_wrong_and_what_to_do() -> None:
    with pytest.raises(SourceError) as caught:
        decode(b"%PDF-1.4", "statement.pdf")
    message = str(caught.value)
    assert message == "statement.pdf: is a PDF document, not plain text; save its text as UTF-8 and read that"


@given(
    st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-16", "surrogatepass"))
)
def test_any_bytes_are_a_text_or_a_refusal(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except SourceError:
        return
    assert text.strip()
    assert "\0" not in text
    text.encode()


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=100))
def test_utf8_text_is_never_changed(text: str) -> None:
    words = f"الوفد {text}"
    assert decode(words.encode(), "a.txt") == words
