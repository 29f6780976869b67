"""What `mahdar link` does and tells."""

from __future__ import annotations

from dataclasses import asdict

from mahdar.outputs.cli.options import open_register, register_path, what_brings
from mahdar.outputs.cli.reading import interruptible, linked_in_words, showing_progress
from mahdar.outputs.cli.screen import Screen, clean, write_json
from mahdar.pipeline.linking import link_documents
from mahdar.pipeline.meaning import MISSING, link_by_meaning
from mahdar.pipeline.search_similar import keep_meaning
from mahdar.pipeline.standing import Standing

__all__ = ["link_and_tell"]


def link_and_tell(where: str | None, *, again: bool, meaning: bool, as_json: bool) -> None:
    """Link what waits in a register, or everything, and tell what was found."""
    out, err = Screen(), Screen(to_error=True)
    with open_register(where) as register, showing_progress(err) as told, interruptible(err):
        report = link_documents(register, again=again, progress=told)
        meant = link_by_meaning(register, told) if meaning else None
        if meant is not None:
            keep_meaning(register, told)
        Standing(register).refresh(told)
        held = register.keeping.names()
    if meaning and meant is None:
        err.line(MISSING)
    if as_json:
        by_meaning = {"by_meaning": meant} if meaning else {}
        write_json({**asdict(report), **by_meaning, "seconds": round(report.seconds, 3)})
        return
    count = f"{report.documents:,} document{'' if report.documents == 1 else 's'}"
    nothing = what_brings(held, "everything is linked already")
    out.line(f"{count} linked: {linked_in_words(report)}" if report.documents else nothing)
    if meant is not None:
        out.line(f"by meaning: {meant:,} new link{'' if meant == 1 else 's'}")
    out.line(f"{clean(register_path(where))}; {report.seconds:.1f} s", "dim")
