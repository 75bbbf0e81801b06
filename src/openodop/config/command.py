"""The command `openodop`: demo, serve, manage, check and import.

Django is only loaded by the commands that need it, so that `openodop --help` answers at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from openodop import __version__

#: commands that take all following words as they are
PASSED_ON = {"manage", "import"}
#: what a shell shows when a program's output is no longer read (128 + SIGPIPE); 1 would say that rows were refused
LISTENER_LEFT = 141


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="openodop", description="Runs a One District One Product programme.")
    parser.add_argument("--version", action="version", version=f"openodop {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("demo", help="load the sample programme once and serve it on 127.0.0.1:8000 (PORT overrides)")
    serve = commands.add_parser("serve", help="bring the database up to date and serve")
    serve.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
    serve.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    serve.add_argument("--workers", type=int, default=None, help="web processes; one a core, at most four, unless given")
    serve.add_argument("--no-jobs", action="store_true", help="do not start the process for background jobs")
    commands.add_parser("check", help="say whether this installation is well: settings, database, files, migrations")
    commands.add_parser("import", help="take a table of places, producers, products or participants (see: openodop import --help)", add_help=False)
    commands.add_parser("manage", help="Django's own commands", add_help=False)
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if words is None else words)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openodop.config.settings")
    if words and words[0] in PASSED_ON:
        return _passed_on(words[0], words[1:])
    options = _parser().parse_args(words)
    if options.command == "check":
        from openodop.config import wellness  # loads Django

        return wellness.report()
    from openodop.config import serving  # loads Django

    if options.command == "demo":
        return serving.demo(host=os.environ.get("HOST", "127.0.0.1"), port=int(os.environ.get("PORT", "8000")))
    return serving.serve(host=options.host, port=options.port, workers=options.workers, jobs=not options.no_jobs)


def _passed_on(command: str, words: list[str]) -> int:
    if command == "import":
        words = ["import_table", *words]
        if not {"-h", "--help", "--titles"} & set(words):
            _prepare_for_import(words)
    from django.core.management import execute_from_command_line  # loads Django

    try:
        execute_from_command_line(["openodop", *words])
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else int(bool(exit_.code))
    except BrokenPipeError:  # whoever read our words has left, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return LISTENER_LEFT
    return 0


def _prepare_for_import(words: Sequence[str]) -> None:
    """A first import may meet a database that nobody has prepared: it gets its tables, and the places and programmes to refer to."""
    import django  # loads Django

    django.setup()
    from openodop.config import preparation  # needs Django's set-up

    preparation.migrate()
    if "places" not in words:
        preparation.load_reference_when_empty()


if __name__ == "__main__":
    sys.exit(main())
