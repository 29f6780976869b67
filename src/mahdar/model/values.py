"""The value sets of the register: which words a field may hold.

Their meaning, in English and Arabic, is in `lexicon/data/shared/values.toml`; a test holds the two together.
"""

from __future__ import annotations

ARTICLES = frozenset({"joint_statement", "ministry_post", "news_report", "interview"})
BLOCKS = frozenset({"title", "kicker", "heading", "bullet", "question", "answer", "prose"})
NOISE = frozenset(
    {"navigation", "related_links", "keywords", "advert", "share", "caption", "embed", "byline", "other"}
)
PRECISIONS = frozenset({"day", "month", "year", "range", "vague"})
MEETINGS = frozenset({"strategic_dialogue", "summit", "visit", "meeting", "working_group", "call", "session"})
MEETING_STATUS = frozenset({"held", "planned"})
INSTRUMENTS = frozenset(
    {
        "agreement", "amendment", "mou", "moc", "letter_of_intent", "joint_statement", "understanding",
        "order", "plan", "programme", "resolution", "contract", "other",
    }
)  # fmt: skip
INSTRUMENT_ACTIONS = (
    "in_force", "signed", "amended", "announced", "to_be_signed", "proposed", "referenced",
)  # fmt: skip
"""Order: strongest first."""
ACTS = frozenset(
    {
        "commit", "support", "affirm", "welcome", "appreciate", "concern", "condemn", "oppose", "call",
        "discuss", "announce", "sign", "hope", "deed",
    }
)  # fmt: skip
TRACKS = frozenset(
    {
        "defence", "security", "law_enforcement", "regional", "economy", "energy", "transport", "technology",
        "education", "culture", "labour_rights", "health", "humanitarian", "sport", "climate_food",
        "consular", "media_religion", "mediation", "bilateral", "multilateral",
    }
)  # fmt: skip
REVIEWS = frozenset({"unreviewed", "accepted", "corrected", "rejected"})
REASONS = (
    "not_said", "wrong_type", "twice", "not_prose", "denied", "background", "other",
)  # fmt: skip
"""Why a person rejects an entry; `other` needs words of its own."""
LINKS = frozenset({"restates", "contradicts", "follows_up", "fulfils", "amends"})
RUNGS = (
    "referenced", "proposed", "promised", "restated", "taken_up", "to_be_signed", "announced", "under_way",
    "signed", "amended", "in_force", "carried_out", "dropped",
)  # fmt: skip
"""How far a commitment or an instrument is. Order: lowest first."""
CLASHES = frozenset(
    {"day", "date", "edition", "amount", "number", "place", "person", "office", "rung", "plan"}
)
"""What two statements of fact can differ in."""
