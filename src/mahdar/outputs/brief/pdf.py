"""A brief as PDF: the HTML page set with the fonts that come as packages; nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mahdar.errors import ExportError
from mahdar.model.briefs import Brief
from mahdar.outputs.brief.html import html_of
from mahdar.outputs.brief.shown import Shown
from mahdar.pipeline.briefing import shorter

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

__all__ = ["pdf_of"]

_FACES: Final = (
    ("Mahdar Text", "normal", "fontpkg_amiri", "Amiri-Regular.ttf"),
    ("Mahdar Text", "bold", "fontpkg_amiri", "Amiri-Bold.ttf"),
    ("Mahdar Label", "normal", "fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
)
"""Family, weight, package, file."""
_PAGES: Final = 2
_TRIES: Final = 12
_REMEDY: Final = (
    "a PDF needs the extra `pdf` and Debian's pango libraries: pip install 'mahdar[pdf]'; as root: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; or write .docx or .html"
)


def pdf_of(brief: Brief, put: Callable[[Brief], Shown]) -> bytes:
    """Write a brief as PDF of at most two pages; what finds no room is counted.

    Args:
        brief: what it says.
        put: puts it into words.

    Raises:
        ExportError: what it needs is not installed.
    """
    try:
        import weasyprint  # noqa: PLC0415  # an extra
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    except (ImportError, OSError) as error:
        raise ExportError(_REMEDY) from error
    fonts, rules, fetcher = FontConfiguration(), _rules(), _fetcher()
    for _ in range(_TRIES):
        html = weasyprint.HTML(string=html_of(put(brief), rules), url_fetcher=fetcher)
        made = html.render(font_config=fonts)
        if len(made.pages) <= _PAGES:
            break
        brief = shorter(brief)
    return bytes(made.write_pdf() or b"")


def _rules() -> str:
    """Return the style's rules that name the fonts."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight};'
        f' src: url("{_font(package, name)}"); }}'
        for family, weight, package, name in _FACES
    )


def _font(package: str, name: str) -> str:
    """Return where a font stands.

    Raises:
        ExportError: its package is not installed.
    """
    try:
        return Path(str(files(package) / "files" / name)).as_uri()
    except ModuleNotFoundError as error:
        raise ExportError(_REMEDY) from error


def _fetcher() -> URLFetcher:
    """Return what hands out the fonts and nothing else: a brief never looks outside itself."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    known = {_font(package, name): files(package) / "files" / name for _, _, package, name in _FACES}

    class Fonts(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ANN401, ARG002
            if url not in known:
                raise ValueError(url)
            return URLFetcherResponse(url, known[url].read_bytes())

    return Fonts()
