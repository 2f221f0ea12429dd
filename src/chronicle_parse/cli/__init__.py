"""The command line: `chronicle-parse parse | show | detect | clean | schema`. Needs the extra `cli`."""

from __future__ import annotations

import io
import signal
import sys


def main() -> None:
    """The entry point of `chronicle-parse`; says which extra to install where click or rich is missing."""
    try:
        from chronicle_parse.cli.commands import cli
    except ModuleNotFoundError as error:
        if error.name not in ("click", "rich"):
            raise
        sys.exit("The command line needs the extra `cli`: pip install 'chronicle-parse[cli]'")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may lack a character
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # leave the usual way, past the half-written files
    cli()
