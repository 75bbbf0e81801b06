import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from openodop.foundation.tables import command


class Command(BaseCommand):
    help = "Take the rows of a CSV or XLSX table into the record. Exit code 0: all rows taken, 1: rows refused, 2: cannot start."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> ArgumentParser:
        """Speak of `openodop import`, as people call it."""
        return super().create_parser(prog_name, "import" if prog_name == "openodop" else subcommand, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        command.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        code = command.carry_out(options, out=self.stdout, err=self.stderr)
        if code:
            sys.exit(code)
