"""The entry: finds the command's module, loads that one alone, and turns every error into one plain line."""

from __future__ import annotations

import atexit
import gc
import re
import sys
from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

from mahdar.errors import MahdarError
from mahdar.native import is_enabled

__all__ = ["app", "run"]

COMMANDS: Final = {
    "read": "Read files and folders into the register.",
    "link": "Link what documents say of the same thing.",
    "show": "Show the register, a document or an entry.",
    "search": "Search documents and entries, in Arabic as one types it.",
    "people": "Show who is named, with their offices and where.",
    "follow": "Show what became of commitments and instruments.",
    "review": "Judge entries: what waits, verdicts, what was missed, agreement.",
    "stats": "Count what the register holds.",
    "compare": "Lay a report beside the statement that it reports.",
    "brief": "Write one or two pages for the next session.",
    "serve": "Serve the register as web pages.",
    "users": "Say who may use the register through the desk and the API.",
    "export": "Write the register for other programs.",
    "check": "Check that an export still stands in its documents.",
    "score": "Score a register against an annotation.",
    "parties": "List the codes of parties, with their names.",
    "tracks": "List the tracks, the topics of acts.",
    "lexicon": "Check the lexicon, or try a sentence on it.",
}
"""Each command and what it does; its module has its name. Order: as one meets them."""

_HELP: Final = """Keep the register of a dialogue between states from its public record.

Mahdar reads Arabic documents (joint statements, ministry posts, agency reports, interviews) and keeps who
met, what was signed, who said what about whom, how much money; each entry with the words it rests on."""

_EPILOG: Final = """\b
Start here:
  mahdar read statements/          read a folder of text files
  mahdar show                      what the register holds
  mahdar show statement.txt        one document's entries
  mahdar show --due                what is to be done, and by when
  mahdar export --format json      everything, for other programs

The register is the file mahdar.sqlite in the working folder, else what MAHDAR_REGISTER names; every
command takes --register. `mahdar COMMAND --help` explains a command.
"""


_CONTROLS: Final = re.compile(r"[\0-\x09\x0b-\x1f\x7f-\x9f]")
"""Names of files can hold them; only line ends stay."""
_COLLECTING: Final = (200_000, 10, 10)
"""Thresholds of the garbage collector. Modules and tables are there to stay: at Python's own thresholds a
tenth of a command's start goes into looking for cycles in them."""


class _Commands(TyperGroup):
    """The commands, of which only the chosen one is loaded."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002
        """Return the commands' names."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        return get_command(import_module(f"mahdar.outputs.cli.{cmd_name}").app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401  # click's own signature
        """Find the command; where there is none of that name, ask after the one that was likely meant."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from mahdar.outputs.cli.options import meant  # noqa: PLC0415  # the right name needs none of it

            ctx.fail(f"No such command {args[0]!r}{meant(args[0], COMMANDS)}.")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """Write the list of commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"mahdar {version('mahdar')}{' (compiled)' if is_enabled() else ''}")
        raise typer.Exit


@app.callback(help=_HELP, epilog=_EPILOG)
def _main(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def run() -> None:
    """Run the command line: 0 done, 1 failed or done with failures, 2 usage, 130 interrupted."""
    gc.set_threshold(*_COLLECTING)
    # Python looks for cycles among all that is left before it ends, a quarter of a short command's time;
    # frozen objects are passed over.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Names can hold what no encoding has; pipes are UTF-8 whatever the locale.
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        app()
    except MahdarError as error:
        sys.stdout.flush()
        sys.stderr.write(f"mahdar: {_CONTROLS.sub(' ', str(error))}\n")
        sys.exit(1)
