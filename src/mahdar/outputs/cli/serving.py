"""A register opened and served, with a word on where."""

from __future__ import annotations

import os
import socket
import webbrowser
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

import typer

from mahdar.errors import MahdarError
from mahdar.outputs.cli.options import register_path, reviewer
from mahdar.outputs.web.serving import Served, serve
from mahdar.pipeline.refreshing import Refresher
from mahdar.register import Register

__all__ = ["At", "serve_register"]


_OWN: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names by which a machine calls itself."""
_MOST_WORKERS: Final = 4
"""Processes that answer where nobody says how many; each takes its own memory."""


@dataclass(frozen=True, slots=True)
class At:
    """Where a register is served."""

    host: str
    port: int
    """0 takes any free one."""
    secure: bool = False
    """Whether browsers come through https alone."""
    proxy: str | None = None
    """A proxy whose word is believed."""
    workers: int = 0
    """How many processes answer; 0: as many as the processor does things at once, up to a few."""


def serve_register(given: str | None, at: At, *, open_browser: bool) -> None:
    """Serve a register until somebody ends it.

    Args:
        given: the register that was named.
        at: where, and by how many processes.
        open_browser: whether to open the first page.

    Raises:
        MahdarError: the register cannot be used, the address is taken, or others would reach a register
            without accounts.
    """
    where = register_path(given)
    host = at.host
    with Register.open(where) as register:
        if not _is_own(host) and not register.accounts.any():
            raise MahdarError(_OPEN_TO_ALL.format(host=host))
    with _listening(host, at.port) as listener:
        address = f"http://{host if ':' not in host else f'[{host}]'}:{listener.getsockname()[1]}/"
        typer.echo(f"{where} is served at {address}\nCtrl-C ends it.", err=True)
        if open_browser:
            webbrowser.open(address)
        hosts = _OWN | {host.lower()}
        served = Served(where, reviewer(None), secure=at.secure, hosts=hosts, proxy=at.proxy)
        with Refresher(where):
            serve(served, listener, at.workers or _workers())


def _workers() -> int:
    """Return how many processes answer where nobody says: as many as the processor does things at once."""
    free = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(free, _MOST_WORKERS)


_OPEN_TO_ALL: Final = """{host} can be reached from other machines, and this register has no accounts:
whoever comes could change it.
Add an account first:
  mahdar users add NAME --role admin
or serve this machine alone:
  mahdar serve"""


def _is_own(host: str) -> bool:
    """Say whether an address is this machine's own, which no other one reaches.

    >>> _is_own("127.0.0.1"), _is_own("localhost"), _is_own("::1"), _is_own("desk.example")
    (True, True, True, False)
    """
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens, so that a port in use is said before anything else.

    Raises:
        MahdarError: the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise MahdarError(f"{host}:{port} cannot be served: {reason}; choose another with --port") from error
    # An answer goes out in two pieces, and the second would wait 40 ms for word that the first has come;
    # asyncio sees to that only for sockets that it makes itself. Connections take it over from the listener.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener
