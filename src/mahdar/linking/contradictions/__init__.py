"""Passages of documents that cannot both be true, found by named rules over what documents claim."""

from mahdar.linking.contradictions.dossier import Dossier, dossier_of
from mahdar.linking.contradictions.find import (
    OCCASION_RULES,
    Claims,
    claims_of,
    find_contradictions,
    gathered,
)
from mahdar.linking.contradictions.holders import two_holders

__all__ = [
    "OCCASION_RULES",
    "Claims",
    "Dossier",
    "claims_of",
    "dossier_of",
    "find_contradictions",
    "gathered",
    "two_holders",
]
