"""A register that another machine serves, as a library: `mahdar.connect("https://desk.example/")`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date as day
from types import TracebackType
from typing import Any, Final, NamedTuple, Self
from urllib.parse import quote

import httpx

from mahdar.errors import MahdarError

__all__ = ["Client", "ServedError", "Text", "connect"]

_PREFIX: Final = "/api/v1"
_AT_ONCE: Final = 500
_TEXTS: Final = 50
_POLLED: Final = (0.1, 2.0)
"""Seconds between two questions how far reading is: the first pause, and the longest."""
_BUSY: Final = 429

Told = Callable[[dict[str, Any]], object]
"""Is told how far reading is: an upload, as `Client.upload` returns it."""


class ServedError(MahdarError):
    """What a served register refused, or that it cannot be reached.

    Attributes:
        status: HTTP's number for it; 412: somebody has changed the entry since; 0: nobody answered.
        detail: what it says.
        tag: with 412, the tag of the entry as it is now.
    """

    def __init__(self, status: int, detail: str, tag: str | None = None) -> None:
        self.status, self.detail, self.tag = status, detail, tag
        super().__init__(f"{detail} ({status})" if status else detail)


class Text(NamedTuple):
    """A text to read."""

    name: str
    text: str
    date: str | day | None = None
    """The day of publication, where the text states none."""


class Client:
    """A register that a desk serves; made by `connect`.

    Documents, entries and people are dictionaries in the register's public form (docs/register.md), entries
    with the words of their evidence. Lists come one after the other, fetched in parts as they are asked for.

    Example:
        with mahdar.connect("http://127.0.0.1:8765") as desk:
            for entry in desk.entries(type="act", kind="commit", party="QAT"):
                print(entry["evidence"][0]["quote"])
    """

    def __init__(self, http: httpx.Client) -> None:
        self._http = http

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def documents(self) -> Iterator[dict[str, Any]]:
        """Yield the documents, by name."""
        return self._every("/documents", {})

    def document(self, key: str) -> dict[str, Any]:
        """Return a document by its name, path or id."""
        return dict(self._ask("GET", f"/documents/{_part(key)}").json())

    def text(self, key: str) -> str:
        """Return a document's text; offsets count its code points."""
        return str(self._ask("GET", f"/documents/{_part(key)}/text").json()["text"])

    def entries(self, **asked: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # numbers, words, flags
        """Yield entries, by document, then as the texts have them.

        Args:
            asked: `document`, `type`, `kind`, `party` (one or a list), `actor`, `target`, `speaker`, `track`,
                `contains`, `due`, `since`, `until`, `min_confidence`, `review`, `state`.
        """
        return self._every("/entries", asked)

    def entry(self, key: str) -> dict[str, Any]:
        """Return an entry under `entry`, with its `links`, its `events`, and its `tag` for reviews."""
        answer = self._ask("GET", f"/entries/{_part(key)}")
        return {**answer.json(), "tag": answer.headers["etag"]}

    def search(self, query: str, **how: Any) -> dict[str, Any]:  # noqa: ANN401
        """Return a page of what a search finds: `total`, `pages`, `facets`, `hits`.

        Args:
            query: words, phrases and filters, as `mahdar search` takes them.
            how: `similar`, `newest`, `everything`, `page`, `size`.
        """
        return dict(self._ask("GET", "/search", params={"q": query, **how}).json())

    def links(self) -> Iterator[dict[str, Any]]:
        """Yield what ties entries together."""
        return self._every("/links", {})

    def people(self) -> Iterator[dict[str, Any]]:
        """Yield who is named, with offices and where."""
        return self._every("/people", {})

    def parties(self, word: str = "") -> list[dict[str, Any]]:
        """Return the parties whose code or name holds a word."""
        return list(self._ask("GET", "/parties", params={"word": word}).json())

    def stats(self) -> dict[str, Any]:
        """Return how much there is."""
        return dict(self._ask("GET", "/stats").json())

    def queue(self, **asked: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
        """Yield the entries that wait for review.

        Args:
            asked: `which` (`unreviewed`, `stale`, `again`, `disputed`), `order` (`confidence`, `text`),
                `type`, `kind`, `party`, `track`, `document`.
        """
        return self._every("/queue", asked, most=200)

    def add(
        self, texts: Iterable[Text], *, wait: bool = True, progress: Told | None = None
    ) -> list[dict[str, Any]]:
        """Have texts read into the register, 50 at a time.

        Args:
            texts: what to read.
            wait: until all is read; False returns at once, and `upload` tells how far it is. While others
                have as much read as the desk reads at once, this waits for its turn either way.
            progress: is told whenever more is read.

        Returns:
            An upload for every 50 texts: its `id`, `state` (`running`, `done`; `failed` or `interrupted`
            where reading ended early), how many are `done` of the `total`, and in `documents` what became of
            each.
        """
        waiting = [_sent(one) for one in texts]
        parts = (waiting[at : at + _TEXTS] for at in range(0, len(waiting), _TEXTS))
        begun = (self._begin(part) for part in parts)
        return [self.wait(one["id"], progress) if wait else one for one in begun]

    def upload(self, key: str) -> dict[str, Any]:
        """Return how far texts are read that were sent at one time, and what became of each."""
        return dict(self._ask("GET", f"/uploads/{_part(key)}").json())

    def wait(self, key: str, progress: Told | None = None) -> dict[str, Any]:
        """Return an upload once nothing of it is being read any more.

        Args:
            key: its id.
            progress: is told whenever more is read.
        """
        pauses, told = _pauses(), None
        while True:
            found = self.upload(key)
            if progress is not None and told != (found["state"], found["done"]):
                told = (found["state"], found["done"])
                progress(found)
            if found["state"] != "running":
                return found
            time.sleep(next(pauses))

    def judge(  # noqa: PLR0913  # a verdict has these parts
        self,
        entry: str,
        verdict: str,
        *,
        why: str | None = None,
        reason: str | None = None,
        fields: Mapping[str, Any] | None = None,
        evidence: Sequence[tuple[int, int]] = (),
        tag: str | None = None,
    ) -> dict[str, Any]:
        """Accept, correct or reject an entry, or take the verdict back that holds; return it as it stands.

        Args:
            entry: its id.
            verdict: `accepted`, `corrected`, `rejected` or `unreviewed`.
            why: the reason in words.
            reason: with `rejected`, a set reason.
            fields: with `corrected`, the wrong fields as they should be.
            evidence: with `corrected`, the words that it should rest on: start and end.
            tag: of the entry as it was seen; None judges it as it is now.

        Raises:
            ServedError: refused; with `status` 412 somebody has changed the entry since.
        """
        said = {
            "verdict": verdict, "why": why, "reason": reason, "fields": dict(fields or {}),
            "evidence": [{"start": start, "end": end} for start, end in evidence],
        }  # fmt: skip
        headers = {"if-match": tag} if tag else {}
        return dict(self._ask("POST", f"/entries/{_part(entry)}/verdict", json=said, headers=headers).json())

    def add_entry(
        self,
        document: str,
        type: str,  # noqa: A002  # the register's own word
        evidence: Sequence[tuple[int, int]],
        fields: Mapping[str, Any],
    ) -> dict[str, Any]:
        """Add an entry that the reader missed, and return it."""
        spans = [{"start": start, "end": end} for start, end in evidence]
        said = {"type": type, "evidence": spans, "fields": dict(fields)}
        return dict(self._ask("POST", f"/documents/{_part(document)}/entries", json=said).json())

    def undo(self, entry: str) -> dict[str, Any]:
        """Take back what this account did last to an entry."""
        return dict(self._ask("POST", f"/entries/{_part(entry)}/undo").json())

    def settle(self, entry: str, why: str | None = None) -> dict[str, Any]:
        """Say that one has looked again at an entry of the queue `again`, and return it."""
        return dict(self._ask("POST", f"/entries/{_part(entry)}/settle", json={"why": why}).json())

    def comment(self, entry: str, words: str) -> dict[str, Any]:
        """Note something on an entry."""
        return dict(self._ask("POST", f"/entries/{_part(entry)}/comments", json={"words": words}).json())

    def _begin(self, part: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """Have some texts read, as soon as it is their turn."""
        pauses = _pauses()
        while True:
            try:
                return dict(self._ask("POST", "/documents", json={"documents": part}).json())
            except ServedError as error:
                if error.status != _BUSY:
                    raise
            time.sleep(next(pauses))

    def _every(self, path: str, asked: Mapping[str, Any], most: int = _AT_ONCE) -> Iterator[dict[str, Any]]:
        """Yield a list, part by part."""
        params = {key: value for key, value in asked.items() if value is not None} | {"limit": most}
        while True:
            part = self._ask("GET", path, params=params).json()
            yield from part["items"]
            if part["next"] is None:
                return
            params["after"] = part["next"]

    def _ask(self, method: str, path: str, **sent: Any) -> httpx.Response:  # noqa: ANN401
        """Ask, and turn what went wrong into our own error.

        Raises:
            ServedError: refused, or nobody answered.
        """
        try:
            answer = self._http.request(method, _PREFIX + path, **sent)
        except httpx.HTTPError as error:
            raise ServedError(0, f"{self._http.base_url} does not answer: {error}") from error
        if answer.is_success:
            return answer
        try:
            detail = str(answer.json()["detail"])
        except (ValueError, KeyError, TypeError):
            detail = f"{self._http.base_url} is no desk of Mahdar, or not a sound one"
        raise ServedError(answer.status_code, detail, answer.headers.get("etag"))


def connect(url: str, token: str | None = None, *, timeout: float = 30.0) -> Client:
    """Connect to a register that a desk serves (`mahdar serve`).

    Args:
        url: where it is served, `http://127.0.0.1:8765` for one.
        token: an account's token, where the register has accounts (`mahdar users token`).
        timeout: seconds to wait for an answer.
    """
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return Client(
        httpx.Client(base_url=url, headers={**headers, "accept": "application/json"}, timeout=timeout)
    )


def _pauses() -> Iterator[float]:
    """Yield seconds to wait, more and more up to a bound, without end."""
    pause, longest = _POLLED
    while True:
        yield pause
        pause = min(1.5 * pause, longest)


def _sent(one: Text) -> dict[str, Any]:
    when = one.date.isoformat() if isinstance(one.date, day) else one.date
    return {"name": one.name, "text": one.text, "date": when}


def _part(key: str) -> str:
    """Return a name as a part of an address."""
    return quote(key, safe="")
