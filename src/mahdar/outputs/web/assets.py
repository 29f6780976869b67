"""Files that pages load: our own styles and scripts, and fonts from installed packages.

An address names a file's content, so that browsers keep it for a year and never see an old one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from fastapi import APIRouter, Response

__all__ = ["asset_url", "router"]

_KINDS: Final = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
}
_FONTS: Final = {
    "noto-sans-arabic.ttf": ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
    "amiri.ttf": ("fontpkg_amiri", "Amiri-Regular.ttf"),
    "amiri-bold.ttf": ("fontpkg_amiri", "Amiri-Bold.ttf"),
}
_KEPT: Final = {"cache-control": "public, max-age=31536000, immutable"}

router = APIRouter(include_in_schema=False)


class _Asset(NamedTuple):
    body: bytes
    digest: str


@cache
def _assets() -> Mapping[str, _Asset]:
    """Read every file once."""
    found: dict[str, bytes] = {}
    for one in (files("mahdar.outputs.web") / "static").iterdir():
        found[one.name] = one.read_bytes()
    for name, (package, file) in _FONTS.items():
        found[name] = (files(package) / "files" / file).read_bytes()
    assets = {
        name: _Asset(body, hashlib.sha256(body).hexdigest()[:10])
        for name, body in found.items()
        if not name.endswith(".css")
    }
    for name, body in found.items():
        if name.endswith(".css"):  # names fonts, by addresses that change with them
            text = body.decode()
            for other, asset in list(assets.items()):
                text = text.replace(f"url({other})", f"url(/static/{asset.digest}/{other})")
            assets[name] = _Asset(text.encode(), hashlib.sha256(text.encode()).hexdigest()[:10])
    return assets


def asset_url(name: str) -> str:
    """Return the address of a file.

    Raises:
        KeyError: there is no such file.
    """
    return f"/static/{_assets()[name].digest}/{name}"


@router.get("/static/{digest}/{name}")
def serve_asset(digest: str, name: str) -> Response:
    """Serve a file; an old address gives what stands there now, for a short time."""
    asset = _assets().get(name)
    if asset is None:
        return Response("no such file", 404, media_type="text/plain")
    headers = _KEPT if digest == asset.digest else {"cache-control": "no-cache"}
    return Response(asset.body, headers=headers, media_type=_KINDS[name.rsplit(".", 1)[-1]])
