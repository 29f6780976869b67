"""A person's verdict on an entry → the entry and the event that says so.

One verdict holds; beside it stands what each reviewer said last (`word`). A second reviewer who judges
alone, without having seen what others said, changes nothing of what holds: only that word is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from mahdar.errors import RegisterError
from mahdar.model.codec import evidence_of, plain_evidence
from mahdar.model.spans import Evidence, Span
from mahdar.model.units import EntryId
from mahdar.model.values import REASONS, REVIEWS
from mahdar.register.corrections import problems
from mahdar.register.histories import holding, locked, refuse_if_changed, write_event
from mahdar.register.marking import as_read, headed, same_words, sheet
from mahdar.register.rows import Row, is_persons
from mahdar.register.schema_review import original
from mahdar.register.words import put_word
from mahdar.register.writing import change_entry

__all__ = ["Verdict", "record", "state_after"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says about an entry."""

    review: str
    """One of `values.REVIEWS`; `unreviewed` takes a verdict back."""
    who: str
    at: str
    why: str | None = None
    fields: Mapping[str, Any] | None = None
    """With `corrected`: the fields that are wrong, as they should be."""
    evidence: tuple[Span, ...] = ()
    """With `corrected`: the words that the entry should rest on, all of them, where they are wrong."""
    reason: str | None = None
    """With `rejected`: one of `values.REASONS`; None stands for `other`."""
    on: int | None = None
    """Number of the entry's last event when it was looked at; None: whatever it is now."""
    alone: bool = False
    """Whether the reviewer was not shown what others said."""
    carried: Row | None = None
    """Where it was given, if of an older version of the document; then all fields are given with it."""


def record(connection: Connection, prefix: str, verdict: Verdict) -> EntryId:
    """Write a verdict and return the entry's id.

    Raises:
        UnknownIdError: no such entry.
        ChangedError: the entry has changed since the reviewer looked at it.
        EvidenceError: the words marked are not in the text.
        RegisterError: the verdict is unknown, or a corrected field cannot hold its value.
    """
    held = locked(connection, prefix)
    _check(verdict, held, connection)
    id_ = EntryId(held["id"])
    said = holding(connection, id_)
    if verdict.alone and held["review"] != "unreviewed" and said and said[-1]["who"] != verdict.who:
        refuse_if_changed(connection, id_, verdict.on, by_people=False)
        read = as_read(connection, held)
        _write_second(connection, read, _headed(connection, read, verdict))
        return id_
    verdict = _headed(connection, held, verdict)
    now = _now(connection, held, verdict)
    if not _is_so(held, now, verdict, said):
        refuse_if_changed(connection, id_, verdict.on, by_people=not verdict.alone)
        first = all(row["who"] == verdict.who for row in said)
        _write(connection, held, now, (verdict, verdict.alone or first))
    return id_


def state_after(held: Row, review: str) -> str:
    """Return the state after a review: what is no longer found stays in sight while it has a review."""
    if held["state"] == "active" or is_persons(held["reader"]):
        return "active"
    return "retired" if review == "unreviewed" else "stale"


def _headed(connection: Connection, held: Row, verdict: Verdict) -> Verdict:
    """Return a correction that leaves an act's trigger inside its evidence, whatever it marks."""
    said = dict(verdict.fields or {})
    if held["type"] != "act" or not (verdict.evidence or "trigger" in said):
        return verdict
    text, fields = sheet(connection, held["document"]), held["reviewed"] or held["fields"]
    runs = text.marked(verdict.evidence) if verdict.evidence else evidence_of(held["evidence"])
    trigger, named = Span(**said.get("trigger", fields["trigger"])), "trigger" in said
    rests, heads = headed(runs, trigger, text.document.text, named=named)
    if heads != trigger:
        said["trigger"] = {"start": heads.start, "end": heads.end}
    return replace(verdict, fields=said, evidence=rests if verdict.evidence else ())


def _now(connection: Connection, held: Row, verdict: Verdict) -> Row:
    """Return what stands of an entry after a verdict; a later reading leaves it alone."""
    fields = held["reviewed"] or held["fields"]
    vouched = {
        "corrected": {**fields, **(verdict.fields or {})},
        "accepted": {**fields, **(verdict.fields or {})},
    }.get(verdict.review)
    now: Row = {"review": verdict.review, "reviewed": vouched, "state": state_after(held, verdict.review)}
    if verdict.evidence:
        return now | _marked(connection, held, verdict)
    if vouched is None and (read := as_read(connection, held))["evidence"] != held["evidence"]:
        return now | {name: read[name] for name in ("evidence", "start", "end", "article")}
    return now


def _marked(connection: Connection, held: Row, verdict: Verdict) -> Row:
    """Return what changes with other evidence."""
    text = sheet(connection, held["document"])
    evidence: tuple[Evidence, ...] = text.marked(verdict.evidence)
    other = same_words(connection, held["document"], held["type"], evidence, held["id"])
    if other is not None:
        raise RegisterError(f"{held['type']} {other} rests on these very words already")
    first = evidence[0]
    return {
        "evidence": plain_evidence(evidence), "start": first.start, "end": first.end,
        "article": text.article(first),
    }  # fmt: skip


def _is_so(held: Row, now: Row, verdict: Verdict, said: list[Row]) -> bool:
    """Say whether this reviewer has said just this already: the same form sent twice."""
    if verdict.on is None or not said or any(held[name] != value for name, value in now.items()):
        return False
    return bool((said[-1]["who"], said[-1]["what"]) == (verdict.who, verdict.review))


def _write(connection: Connection, held: Row, now: Row, by: tuple[Verdict, bool]) -> None:
    """Write the verdict that holds from now on."""
    verdict, alone = by
    before = _before(held, now, verdict)
    if "evidence" in now:
        _keep_original(connection, held)
    change_entry(connection, held, now)
    before |= _note_word(connection, {**held, **now}, verdict, alone=alone)
    write_event(connection, held, (verdict.review, verdict.who, verdict.at, verdict.why), before)


def _write_second(connection: Connection, read: Row, verdict: Verdict) -> None:
    """Write what a second reviewer says of an entry as it was read, beside the verdict that holds."""
    data = {"verdict": verdict.review} | _given(verdict)
    data |= _note_word(connection, {**read, **_now(connection, read, verdict)}, verdict, alone=True)
    write_event(connection, read, ("word", verdict.who, verdict.at, verdict.why), data)


def _note_word(connection: Connection, row: Row, verdict: Verdict, *, alone: bool) -> Row:
    """Write the reviewer's own word; return what it was before, as part of an event's data."""
    said = None
    if verdict.review != "unreviewed":
        said = {
            "verdict": verdict.review, "fields": row["reviewed"], "evidence": row["evidence"],
            "reason": _reason(verdict), "why": verdict.why, "at": verdict.at, "alone": alone,
        }  # fmt: skip
    before = put_word(connection, row["id"], verdict.who, said)
    return {} if before is None else {"word": before}


def _before(held: Row, now: Row, verdict: Verdict) -> Row:
    """Return an event's data: what stood before, enough to bring it back."""
    fields = held["reviewed"] or held["fields"]
    data: Row = {"review": held["review"]}
    if verdict.fields:
        data["fields"] = {name: fields[name] for name in verdict.fields}
    data |= {name: held[name] for name in ("reviewed",) if held[name] is not None}
    data |= {name: held[name] for name in ("evidence",) if name in now}
    data |= {"state": held["state"]} if held["state"] != now["state"] else {}
    data |= {} if verdict.carried is None else {"carried": verdict.carried}
    return data | _reason_data(verdict)


def _given(verdict: Verdict) -> Row:
    """Return what a second reviewer gave beside the verdict."""
    data: Row = {"fields": dict(verdict.fields)} if verdict.fields else {}
    if verdict.evidence:
        data["evidence"] = [[one.start, one.end] for one in verdict.evidence]
    return data | _reason_data(verdict)


def _reason(verdict: Verdict) -> str | None:
    """Return why an entry is rejected; None where it is not."""
    return (verdict.reason or "other") if verdict.review == "rejected" else None


def _reason_data(verdict: Verdict) -> Row:
    return {} if (reason := _reason(verdict)) is None else {"reason": reason}


def _keep_original(connection: Connection, held: Row) -> None:
    """Keep the evidence as it was read, the first time that a person marks other words."""
    if connection.scalar(select(original.c.entry).where(original.c.entry == held["id"])) is None:
        connection.execute(original.insert().values(entry=held["id"], evidence=held["evidence"]))


def _check(verdict: Verdict, held: Row, connection: Connection) -> None:
    """Raise where a verdict makes no sense."""
    if not verdict.who.strip():
        raise RegisterError("a verdict needs the name of whoever gives it")
    if verdict.review not in REVIEWS:
        raise RegisterError(f"{verdict.review} is no verdict; use one of {', '.join(sorted(REVIEWS))}")
    if verdict.carried is not None:
        return  # it was looked at when it was given
    if bool(verdict.fields or verdict.evidence) != (verdict.review == "corrected"):
        raise RegisterError("a correction names the fields or the words that it corrects, and only it does")
    _check_reason(verdict)
    text = sheet(connection, held["document"]).document.text if verdict.fields else ""
    for problem in problems(held["type"], verdict.fields or {}, text):
        raise RegisterError(f"{held['type']} {held['id']}: {problem}")


def _check_reason(verdict: Verdict) -> None:
    """Raise where a rejection says not why, or something else does."""
    if verdict.review != "rejected":
        if verdict.reason is not None:
            raise RegisterError("only a rejection has one of the set reasons; say why in words")
        return
    if verdict.reason is not None and verdict.reason not in REASONS:
        raise RegisterError(f"{verdict.reason} is no reason; use one of {', '.join(REASONS)}")
    if _reason(verdict) == "other" and not (verdict.why or "").strip():
        raise RegisterError(f"say why it is rejected: {', '.join(REASONS[:-1])}, or in words")
