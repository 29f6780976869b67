"""The interface for programs, as one router and its OpenAPI description."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi

from mahdar.outputs.api import adding, reading, reviewing, searching, standing
from mahdar.outputs.api.answers import Problem

__all__ = ["add_api"]

_ABOUT: Final = """The register of a dialogue between states: documents, entries, people, links.

Offsets count Unicode code points. Lists come in parts: `next` of one is `after` of the next. Answers carry an
`ETag`; errors are problem details (RFC 9457). Where the register has accounts, send a token:
`Authorization: Bearer …` (`mahdar users token`)."""


def add_api(app: FastAPI) -> None:
    """Add the interface to the desk's application, with its description at `/openapi.json`."""
    api = APIRouter()
    for part in (reading, searching, standing, adding, reviewing):
        api.include_router(part.router)
    app.include_router(api)
    described: dict[str, Any] = {}

    def describe() -> dict[str, Any]:
        if not described:
            described.update(get_openapi(title="Mahdar", version="1", description=_ABOUT, routes=app.routes))
            schemas = described.setdefault("components", {}).setdefault("schemas", {})
            schemas["Problem"] = Problem.model_json_schema()
            _as_problems(described)
        return described

    app.openapi = describe  # type: ignore[method-assign]
    app.add_api_route("/openapi.json", describe, methods=["GET"], include_in_schema=False)


def _as_problems(described: dict[str, Any]) -> None:
    """Say of values of a wrong form what is true here: they are problems as all others."""
    for path in described["paths"].values():
        for operation in path.values():
            wrong = operation["responses"].get("422")
            if wrong is not None:
                schema = {"$ref": "#/components/schemas/Problem"}
                wrong["content"] = {"application/problem+json": {"schema": schema}}
