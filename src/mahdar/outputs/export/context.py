"""The context of the JSON-LD: what each key means, written into every file so that it can be read offline.

Keys of the Web Annotation Data Model and of PROV are called as there; what neither those nor schema.org have
is a term of the register's own, in `urn:mahdar:term:`.

Source: W3C Web Annotation Data Model, W3C PROV-O, schema.org, EDTF (Library of Congress)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

__all__ = ["ACTIONS", "CONTEXT", "DATES"]

DATES: Final[Mapping[int, str]] = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
"""Length of an ISO value → the type of its literal; all else is an EDTF interval."""

ACTIONS: Final[Mapping[str, str]] = {
    "affirm": "CommunicateAction",
    "announce": "InformAction",
    "appreciate": "LikeAction",
    "call": "AskAction",
    "commit": "PlanAction",
    "concern": "ReactAction",
    "condemn": "DislikeAction",
    "deed": "Action",
    "discuss": "CommunicateAction",
    "hope": "WantAction",
    "oppose": "DisagreeAction",
    "sign": "Action",
    "support": "EndorseAction",
    "welcome": "LikeAction",
}
"""An act's class → the nearest action of schema.org, whose own class stands beside it as `class`."""


def _ids(vocabulary: str, *names: str) -> dict[str, Any]:
    """Return terms whose values are nodes."""
    return {name: {"@id": f"{vocabulary}:{name}", "@type": "@id"} for name in names}


def _plain(vocabulary: str, *names: str) -> dict[str, str]:
    """Return terms whose values are literals or nodes written out."""
    return {name: f"{vocabulary}:{name}" for name in names}


CONTEXT: Final[Mapping[str, Any]] = {
    "@version": 1.1,
    "@vocab": "urn:mahdar:term:",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "id": "@id",
    "type": "@type",
    **_plain(
        "schema",
        *(
            "Event",
            "EventSeries",
            "Place",
            "Person",
            "Organization",
            "Country",
            "OrganizationRole",
            "Quotation",
        ),
        *("MonetaryAmount", "QuantitativeValue", "CreativeWork", "TextDigitalDocument", "Article"),
        *("NewsArticle", *sorted(set(ACTIONS.values()))),
        *("name", "alternateName", "inLanguage", "sha256", "identifier", "roleName", "value"),
        *("currency", "unitText", "text", "datePublished", "startDate", "endDate", "publisher"),
    ),
    **_ids(
        "schema",
        *("attendee", "agent", "location", "superEvent", "sameAs", "memberOf", "hasPart", "isPartOf"),
        "spokenByCharacter",
    ),
    **_plain("oa", "Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector"),
    **_plain("oa", "exact", "prefix", "suffix"),
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
    **_plain("prov", "Activity", "SoftwareAgent"),
    "Reviewer": "prov:Person",
    **_ids("prov", "used", "wasAssociatedWith", "wasAttributedTo", "wasDerivedFrom", "wasGeneratedBy"),
    "wasInfluencedBy": {"@id": "prov:wasInfluencedBy", "@type": "@id"},
    "endedAtTime": {"@id": "prov:endedAtTime", "@type": "xsd:dateTime"},
    **{
        name: {"@type": "@id"}
        for name in ("directedAt", "party", "giver", "receiver", "occasion", "from", "to")
    },
    "chair": {"@type": "@id"},
    "tracks": {"@container": "@set"},
}
"""The context."""
