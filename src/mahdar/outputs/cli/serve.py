"""`mahdar serve`: the desk, web pages over a register."""

from __future__ import annotations

from typing import Annotated

import typer

from mahdar.outputs.cli.options import RegisterPath, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    help=(
        "Serve the register as web pages, on this machine: documents with their entries marked, search, "
        "review, sessions, follow-up. Ctrl-C ends it. A register that is not there yet is made: documents "
        "can be added on its pages."
    ),
    epilog=examples(
        "mahdar serve --open",
        "mahdar serve --register kuwait.sqlite --port 9000",
    ),
)
def serve(
    register: RegisterPath = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to serve on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")] = 8765,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the first page in a browser.")] = False,
) -> None:
    """Serve the register as web pages."""
    from mahdar.outputs.cli.serving import serve_register  # noqa: PLC0415  # help is shown without it

    serve_register(register, host, port, open_browser=open_browser)
