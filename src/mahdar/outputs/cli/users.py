"""`mahdar users`: who may use a register that a team shares."""

from __future__ import annotations

from typing import Annotated

import typer

from mahdar.model.accounts import ROLES
from mahdar.outputs.cli.options import AsJson, RegisterPath, Who, checked, examples

__all__ = ["app"]

_HELP = """Say who may use the register through the desk and the API.

Without accounts the desk serves this machine alone, and whoever sits at it may do everything. From the first
account on everybody signs in, and the desk may be served to other machines (`mahdar serve --host`). A reader
reads and searches; a reviewer also judges entries and adds documents; an admin also says who may do what.

Commands on this machine ask for no password: whoever may write the register's file may do everything."""

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help=_HELP,
    epilog=examples(
        "mahdar users add mariam --role admin",
        "mahdar users add omar --role reviewer < password.txt",
        'mahdar users token omar --label "nightly import"',
        "mahdar users list",
    ),
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The account's name.", show_default=False)]
Why = Annotated[str | None, typer.Option(help="The reason.", show_default=False)]

_ADD = """Add an account. The password is asked for, twice; where no terminal is there, it is the first line
of standard input. It has ten letters or more. What is kept of it does not give it away."""

_ROLE = """Give an account another role. It holds from its next request on."""

_RENEW = """Give an account another password, asked for as by `mahdar users add`. Whoever is signed in with
the account has to sign in again; its tokens stay."""

_DISABLE = """Let nobody in with an account any more: its sign-ins end, its tokens no longer count. What was
done with it stays. The only admin cannot be disabled."""

_PROGRAM = """Give an account a token, which a program sends instead of a password (`Authorization: Bearer
…`). It is shown once, on standard output, and kept nowhere: store it where the program finds it and nobody
else does. It may do what the account may."""


@app.command(
    "list", help="List the accounts.", epilog=examples("mahdar users list", "mahdar users list --json")
)
def list_(register: RegisterPath = None, as_json: AsJson = False) -> None:
    """List the accounts."""
    from mahdar.outputs.cli.users_page import list_accounts  # noqa: PLC0415  # help is shown without it

    list_accounts(register, as_json=as_json)


@app.command(
    "add",
    help=_ADD,
    short_help="Add an account.",
    epilog=examples("mahdar users add mariam --role admin", "mahdar users add omar < password.txt"),
)
def add(
    name: Name,
    role: Annotated[str, typer.Option(help="reader, reviewer or admin.")] = ROLES[0],
    who: Who = None,
    register: RegisterPath = None,
) -> None:
    """Add an account."""
    from mahdar.outputs.cli.users_page import add_account  # noqa: PLC0415  # help is shown without it

    add_account(register, name, checked("--role", role, ROLES, "a role"), who)


@app.command(
    "role",
    help=_ROLE,
    short_help="Give an account another role.",
    epilog=examples("mahdar users role omar admin"),
)
def role(
    name: Name,
    role: Annotated[
        str, typer.Argument(metavar="ROLE", help="reader, reviewer or admin.", show_default=False)
    ],
    who: Who = None,
    register: RegisterPath = None,
) -> None:
    """Give an account another role."""
    from mahdar.outputs.cli.users_page import set_role  # noqa: PLC0415  # help is shown without it

    set_role(register, name, checked("ROLE", role, ROLES, "a role"), who)


@app.command(
    "password",
    help=_RENEW,
    short_help="Give an account another password.",
    epilog=examples("mahdar users password omar", "mahdar users password omar < password.txt"),
)
def password(name: Name, who: Who = None, register: RegisterPath = None) -> None:
    """Give an account another password."""
    from mahdar.outputs.cli.users_page import set_password  # noqa: PLC0415  # help is shown without it

    set_password(register, name, who)


@app.command(
    "disable",
    help=_DISABLE,
    short_help="Let nobody in with an account any more.",
    epilog=examples('mahdar users disable omar --why "left the ministry"'),
)
def disable(name: Name, why: Why = None, who: Who = None, register: RegisterPath = None) -> None:
    """Let nobody in with an account any more."""
    from mahdar.outputs.cli.users_page import disable_account  # noqa: PLC0415  # help is shown without it

    disable_account(register, name, who, why)


@app.command("enable", help="Let a disabled account in again.", epilog=examples("mahdar users enable omar"))
def enable(name: Name, who: Who = None, register: RegisterPath = None) -> None:
    """Let an account in again."""
    from mahdar.outputs.cli.users_page import enable_account  # noqa: PLC0415  # help is shown without it

    enable_account(register, name, who)


@app.command(
    "token",
    help=_PROGRAM,
    short_help="Give an account a token for a program.",
    epilog=examples('mahdar users token omar --label "nightly import" --days 30 > token.txt'),
)
def token(
    name: Name,
    label: Annotated[str, typer.Option(metavar="WORDS", help="What it is for.", show_default=False)],
    days: Annotated[int, typer.Option(help="How long it counts.")] = 90,
    who: Who = None,
    register: RegisterPath = None,
) -> None:
    """Give an account a token."""
    from mahdar.outputs.cli.users_page import make_token  # noqa: PLC0415  # help is shown without it

    make_token(register, name, (label, days), who)


@app.command(
    "tokens",
    help="List the tokens of an account, or of all; their secrets are kept nowhere.",
    epilog=examples("mahdar users tokens", "mahdar users tokens omar --json"),
)
def tokens(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="An account.", show_default=False)
    ] = None,
    register: RegisterPath = None,
    as_json: AsJson = False,
) -> None:
    """List tokens."""
    from mahdar.outputs.cli.users_page import list_tokens  # noqa: PLC0415  # help is shown without it

    list_tokens(register, name, as_json=as_json)


@app.command(
    "revoke",
    help="Take a token back: it no longer counts.",
    epilog=examples('mahdar users revoke 5e0c11d2 --why "lost with a laptop"'),
)
def revoke(
    token: Annotated[
        str, typer.Argument(metavar="ID", help="The beginning of the token's id.", show_default=False)
    ],
    why: Why = None,
    who: Who = None,
    register: RegisterPath = None,
) -> None:
    """Take a token back."""
    from mahdar.outputs.cli.users_page import revoke_token  # noqa: PLC0415  # help is shown without it

    revoke_token(register, token, who, why)
