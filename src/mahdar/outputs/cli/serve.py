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
        "can be added on its pages.\n\n"
        "Alone on this machine nothing is to be set up. To serve other machines, add accounts first "
        "(`mahdar users add NAME --role admin`), then name the address with --host; let a proxy speak https, "
        "and name it with --proxy."
    ),
    epilog=examples(
        "mahdar serve --open",
        "mahdar serve --register kuwait.sqlite --port 9000",
        "mahdar serve --secure --proxy 127.0.0.1     behind a proxy that speaks https",
    ),
)
def serve(  # noqa: PLR0913, PLR0917  # one option a parameter
    register: RegisterPath = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to serve on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")] = 8765,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the first page in a browser.")] = False,
    secure: Annotated[
        bool,
        typer.Option("--secure", help="Browsers come through https alone: cookies are for nothing else."),
    ] = False,
    proxy: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="A proxy whose word on whence a request comes (X-Forwarded-For, -Proto) is believed.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Processes that answer; 1 for a small machine.",
            show_default="one a core, at most 4",
        ),
    ] = None,
) -> None:
    """Serve the register as web pages."""
    from mahdar.outputs.cli.serving import At, serve_register  # noqa: PLC0415  # help is shown without it

    serve_register(register, At(host, port, secure, proxy, workers or 0), open_browser=open_browser)
