"""Whose stance a noun tells: a state named right behind it holds it («أكد الوزير حرص المملكة على …»)."""

from __future__ import annotations

from dataclasses import replace

from mahdar.model.mentions import PartyMention
from mahdar.reading.complement import Complement
from mahdar.reading.context import Context
from mahdar.reading.memory import Subject

__all__ = ["whose_stance"]


def whose_stance(ctx: Context, subject: Subject, complement: Complement) -> Subject:
    """Settle whose stance it is: a state named right behind the noun («حرص المملكة على …») holds it."""
    holder = ctx.at.parties.get(complement.noun + 1) if complement.rule == "stance" else None
    if holder is None or holder.form not in {"name", "weak", "ministry"} or ctx.prefix(holder):
        return subject
    if subject.parties == (holder.code,) or (subject.parties and _is_supported(ctx, holder, complement)):
        return subject
    if not subject.parties and len(subject.people) == 1:
        return replace(subject, parties=(holder.code,), speaker=subject.people[0])
    return replace(subject, parties=(holder.code,), speaker=None)


def _is_supported(ctx: Context, holder: PartyMention, complement: Complement) -> bool:
    """Say whether a state behind «دعم» is who is supported: nobody else follows («دعم ليبيا»)."""
    if complement.act_class != "support":
        return False
    near = range(holder.last, min(holder.last + _SUPPORTED, len(ctx.words)))
    stop = next((k for k in near if ctx.words[k].gap), holder.last + _SUPPORTED)
    leads = ctx.acts.words["with"] | ctx.acts.words["to"]
    return not any(k < stop and (ctx.folds[k][0] == _LAM or ctx.folds[k] in leads) for k in near)


_LAM = "\N{ARABIC LETTER LAM}"
_SUPPORTED = 5
"""Words behind a supporter within which whom he supports is named («دعم مصر الثابت للشعب …»)."""
