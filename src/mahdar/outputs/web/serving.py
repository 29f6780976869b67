"""A register, served until somebody ends it."""

from __future__ import annotations

import socket

import uvicorn

from mahdar.outputs.web.app import make_app
from mahdar.outputs.web.desk import Desk

__all__ = ["serve"]


def serve(desk: Desk, listener: socket.socket, proxy: str | None = None) -> None:
    """Serve a desk; returns when it is told to end.

    Args:
        desk: what is served.
        listener: listens on the address.
        proxy: an address whose word on whence a request comes is believed; None: nobody's.
    """
    config = uvicorn.Config(
        make_app(desk),
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=200,
        proxy_headers=proxy is not None,
        forwarded_allow_ips=proxy or "",
    )
    uvicorn.Server(config).run(sockets=[listener])
