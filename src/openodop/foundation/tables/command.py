"""`openodop import KIND FILE`: a table taken from the command line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from django.contrib.auth import get_user_model

from openodop.foundation import languages
from openodop.foundation.tables import messages, reading
from openodop.foundation.tables.kinds import Context, Need, TableKind, every_kind, find_kind
from openodop.foundation.tables.raw import FileRefused
from openodop.foundation.tables.rows import Problem
from openodop.foundation.tables.running import Result, import_file

ALL_TAKEN, ROWS_REFUSED, CANNOT_START = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", nargs="?", default="", help="what the table lists: " + ", ".join(kind.name for kind in every_kind()))
    parser.add_argument("file", nargs="?", help="CSV or XLSX file; - reads standard input")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen and change nothing")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--programme", metavar="CODE", help="programme that the rows belong to, for example la-odop")
    parser.add_argument("--course", metavar="CODE", help="course that the participants take part in")
    parser.add_argument("--partial", action="store_true", help="keep the rows that can be taken when others are refused")
    parser.add_argument("--by", metavar="ACCOUNT", help="code of the account that imports; its permissions then hold")
    parser.add_argument("--titles", action="store_true", help="print the column titles that KIND accepts, in every language")


def run(argv: Sequence[str]) -> int:
    """Carry out `openodop import` with these arguments and return the exit code; Django must be set up."""
    parser = argparse.ArgumentParser(prog="openodop import", description="Take the rows of a table into the record.")
    add_arguments(parser)
    return carry_out(vars(parser.parse_args(list(argv))), out=sys.stdout, err=sys.stderr)


def carry_out(options: dict[str, Any], *, out: TextIO, err: TextIO) -> int:
    """Return 0 when every row was taken, 1 when rows were refused, 2 when the run could not begin."""
    try:
        kind = _kind(options["kind"])
        if options["titles"]:
            _print_titles(kind, out)
            return ALL_TAKEN
        context = _context(kind, options)
        result = import_file(kind, _content(options["file"]), context, partial=options["partial"])
    except FileRefused as refused:
        if options["json"]:
            nothing = Result(options["kind"], errors=[Problem(0, "", options["file"] or "", str(refused))])
            _print_json(nothing, out)
        err.write(f"{refused}\n")
        return CANNOT_START
    if options["json"]:
        _print_json(result, out)
    else:
        _print_words(result, out, dry_run=context.dry_run)
    return ROWS_REFUSED if result.errors else ALL_TAKEN


def _kind(name: str) -> TableKind:
    kind = find_kind(name)
    if kind is None:
        raise FileRefused(messages.KIND_UNKNOWN, kind=name, known=", ".join(kind.name for kind in every_kind()))
    return kind


def _context(kind: TableKind, options: dict[str, Any]) -> Context:
    account = _account(options["by"])
    if account is not None and not kind.may_import(account):
        raise FileRefused(messages.MAY_NOT_IMPORT, account=account)
    chosen = {need.name: found for need in kind.needs if (found := _choose(need, options.get(need.name), account)) is not None}
    return Context(account=account, chosen=chosen, dry_run=options["dry_run"])


def _account(code: str | None) -> Any | None:
    if not code:
        return None
    accounts = get_user_model()
    try:
        return accounts.objects.get_by_natural_key(code)
    except accounts.DoesNotExist as error:
        raise FileRefused(messages.NO_ACCOUNT, code=code) from error


def _choose(need: Need, code: str | None, account: Any) -> Any | None:
    if not code:
        if need.required:
            raise FileRefused(messages.NEED_MISSING, need=need.label, option=need.name)
        return None
    found = need.find(code, account)
    if found is None:
        known = ", ".join(known for known, _ in need.choices(account)) or "–"
        raise FileRefused(messages.NEED_UNKNOWN, need=need.label, code=code, known=known)
    return found


def _content(name: str | None) -> bytes:
    if name == "-":
        content = sys.stdin.buffer.read(reading.MOST_BYTES + 1)
        reading.refuse_size(len(content))
        return content
    try:
        file = Path(name or "")
        reading.refuse_size(file.stat().st_size)
        return file.read_bytes()
    except (OSError, ValueError) as error:
        raise FileRefused(messages.FILE_NOT_FOUND, name=name or "") from error


# --- printing -----------------------------------------------------------------------------------------------------------
def _print_json(result: Result, out: TextIO) -> None:
    readable = (getattr(out, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"
    out.write(json.dumps(result.as_json(), ensure_ascii=not readable) + "\n")


def _print_words(result: Result, out: TextIO, *, dry_run: bool) -> None:
    counts = {"created": result.created, "updated": result.updated, "unchanged": result.unchanged}
    sentence = messages.WOULD_DO if dry_run else messages.NOTHING_WRITTEN if result.errors and not any(counts.values()) else messages.DONE
    out.write(sentence % counts + "\n")
    for heading, problems in ((messages.REFUSED_HEADING, result.errors), (messages.NOTES_HEADING, result.notes)):
        if problems:
            out.write(f"\n{heading}\n")
        for problem in problems:
            value = f"“{problem.value}”" if problem.value else ""
            where = " ".join(filter(None, [str(problem.row), problem.column, value]))
            out.write(f"  {where}: {problem.message}\n")


def _print_titles(kind: TableKind, out: TextIO) -> None:
    for column in kind.columns:
        out.write(f"{column.name}{' *' if column.required else ''}\n")
        for language in languages.CODES:
            if titles := column.titles.get(language):
                out.write(f"  {language}: {' | '.join(titles)}\n")
