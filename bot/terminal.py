"""What every command says when it cannot go on."""

import sys
from typing import Final, NoReturn

import click

NOT_DONE: Final = 1


def fail(sentence: str, status: int = NOT_DONE) -> NoReturn:
    """Say what is wrong on standard error, and end with `status`."""
    click.echo(sentence, err=True)
    sys.exit(status)
