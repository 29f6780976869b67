"""Passages of documents that cannot both be true, found by named rules over what documents claim."""

from mahdar.linking.contradictions.dossier import Dossier, dossier_of
from mahdar.linking.contradictions.find import OCCASION_RULES, Claims, find_contradictions, gather

__all__ = ["OCCASION_RULES", "Claims", "Dossier", "dossier_of", "find_contradictions", "gather"]
