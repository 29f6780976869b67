"""A register opened and served, with a word on where."""

from __future__ import annotations

import os
import socket
import webbrowser

import typer

from mahdar.errors import MahdarError
from mahdar.lexicon import default_lexicon
from mahdar.outputs.cli.options import register_path, reviewer
from mahdar.outputs.web.desk import Desk
from mahdar.outputs.web.serving import serve
from mahdar.pipeline.refreshing import Refresher
from mahdar.register import Register

__all__ = ["serve_register"]


def serve_register(given: str | None, host: str, port: int, *, open_browser: bool) -> None:
    """Serve a register until somebody ends it.

    Args:
        given: the register that was named.
        host: address.
        port: 0 takes any free one.
        open_browser: whether to open the first page.

    Raises:
        MahdarError: the register cannot be used, or the address is taken.
    """
    where = register_path(given)
    with Register.open(where) as register, _listening(host, port) as listener:
        address = f"http://{host if ':' not in host else f'[{host}]'}:{listener.getsockname()[1]}/"
        typer.echo(f"{where} is served at {address}\nCtrl-C ends it.", err=True)
        if open_browser:
            webbrowser.open(address)
        lexicon = default_lexicon()
        with Refresher(where, lexicon):
            serve(Desk(register, lexicon, user=reviewer(None)), listener)


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens, so that a port in use is said before anything else.

    Raises:
        MahdarError: the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise MahdarError(f"{host}:{port} cannot be served: {reason}; choose another with --port") from error
