"""One request, as pages see it: who asks, in which language, of which desk."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import Depends, Request

from mahdar.outputs.brief.wording import Wording
from mahdar.outputs.web.catalogue import LANGUAGES, catalogue
from mahdar.outputs.web.desk import Desk
from mahdar.outputs.web.who import SIGNED_IN, Who

__all__ = ["THEMES", "VISIT", "Ask", "Asked", "asked"]

VISIT: Final = "mahdar_visit"
"""The cookie that tells one browser from another; the tokens of its forms are bound to it."""
THEMES: Final = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request."""

    request: Request
    desk: Desk
    who: Who
    language: str
    """`ar` or `en`: chosen in the address, else by the cookie, else by what the browser asks for."""
    theme: str
    """One of `THEMES`."""
    visit: str
    """The value of the visit's cookie; set by the answer where the browser brought none."""

    @property
    def words(self) -> Wording:
        """Names of parties, values and days in the language of the page."""
        return self.desk.wording[self.language]

    @property
    def direction(self) -> str:
        """How lines run: `rtl` or `ltr`."""
        return self.words.direction

    @property
    def token(self) -> str:
        """What a form of this visit sends back, so that no other site can send it.

        It follows from the secret of the sign-in, else of the visit, which no other site can read: every
        process makes the same one, and it ends with the sign-in.
        """
        secret = self.request.cookies.get(SIGNED_IN) or self.visit
        return hmac.new(secret.encode("utf-8", "backslashreplace"), b"form", hashlib.sha256).hexdigest()

    @property
    def secure(self) -> bool:
        """Whether cookies are for https alone."""
        return self.desk.secure or self.request.url.scheme == "https"

    @property
    def path(self) -> str:
        """The path of the page itself, without the ending of its JSON or CSV form."""
        path = self.request.url.path
        for ending in (".json", ".csv"):
            path = path.removesuffix(ending)
        return "/" if path == "/index" else path

    def said(self, message: str, **values: object) -> str:
        """Return a message of the interface in the language of the page."""
        found = catalogue(self.language).gettext(message)
        return found % values if values else found

    def here(self, **changed: object) -> str:
        """Return the address of this page with some of its questions changed; None leaves one out."""
        return self.path + self._questions(changed)

    def twin(self, form: str) -> str:
        """Return the address of the same data as `json` or `csv`."""
        base = "/index" if self.path == "/" else self.path
        return f"{base}.{form}{self._questions({'page': None, 'lang': None})}"

    def _questions(self, changed: Mapping[str, object]) -> str:
        """Write the questions of this page's address, changed."""
        kept = [(key, value) for key, value in self.request.query_params.multi_items() if key not in changed]
        for key, value in changed.items():
            values = value if isinstance(value, (list, tuple)) else [] if value is None else [value]
            kept += [(key, str(one)) for one in values]
        return f"?{urlencode(kept)}" if kept else ""


async def asked(request: Request) -> Asked:  # in place: a thread would cost more
    """Return what a request asks, and of whom it comes."""
    desk: Desk = request.app.state.desk
    visit = request.cookies.get(VISIT, "")
    theme = request.cookies.get("theme", "auto")
    return Asked(
        request,
        desk,
        await request.app.state.doorkeeper.who(request),
        _language(request),
        theme if theme in THEMES else "auto",
        visit if len(visit) >= 32 and visit.isalnum() else secrets.token_hex(32),
    )


Ask = Annotated[Asked, Depends(asked)]
"""A page's parameter that is the request."""


def _language(request: Request) -> str:
    for chosen in (request.query_params.get("lang"), request.cookies.get("lang")):
        if chosen in LANGUAGES:
            return chosen
    wanted = request.headers.get("accept-language", "ar").lower()
    order = [part.split(";")[0].strip()[:2] for part in wanted.split(",")]
    return next((one for one in order if one in LANGUAGES), "ar" if "*" in order else "en")
