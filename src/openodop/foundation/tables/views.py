"""The import for officers: choose what a table lists, send it, see what each row would do, confirm."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache

from openodop.foundation import languages
from openodop.foundation.paging import page_of
from openodop.foundation.tables import messages, uploads
from openodop.foundation.tables.empty_table import workbook
from openodop.foundation.tables.forms import TableForm
from openodop.foundation.tables.kinds import Context, TableKind, every_kind, find_kind
from openodop.foundation.tables.raw import FileRefused
from openodop.foundation.tables.running import import_file
from openodop.foundation.tables.uploads import DONE, RUNNING, WAITING, Upload

ROWS_ON_A_PAGE = 50
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OUTCOMES = {
    "created": (pgettext_lazy("row", "new"), "info"),
    "updated": (pgettext_lazy("row", "changed"), "warn"),
    "unchanged": (pgettext_lazy("row", "same"), ""),
    "refused": (pgettext_lazy("row", "refused"), "bad"),
}


def may_import_something(account: Any) -> bool:
    return any(kind.may_import(account) for kind in every_kind())


def _kind(request: HttpRequest, name: str) -> TableKind:
    kind = find_kind(name)
    if kind is None:
        raise Http404
    if not kind.may_import(request.user):
        raise PermissionDenied(messages.MAY_NOT_IMPORT_HERE)
    return kind


@login_required
def start(request: HttpRequest) -> HttpResponse:
    allowed = [kind for kind in every_kind() if kind.may_import(request.user)]
    if not allowed:
        raise PermissionDenied(messages.MAY_NOT_IMPORT_HERE)
    return render(request, "foundation/tables/start.html", {"kinds": allowed})


@login_required
def send(request: HttpRequest, kind: str) -> HttpResponse:
    """Take the file, try it, keep it for the confirmation and show the preview."""
    table_kind = _kind(request, kind)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TableForm(*sent, kind=table_kind, account=request.user)
    if form.is_valid():
        content = form.cleaned_data["file"].read()
        try:
            result = import_file(table_kind, content, Context(account=request.user, chosen=form.chosen, dry_run=True))
        except FileRefused as refused:
            form.add_error("file", str(refused))
        else:
            report = uploads.report_of(result)
            name = form.cleaned_data["file"].name
            upload = uploads.keep(content, account=request.user, kind=kind, name=name, chosen=form.codes, report=report)
            return redirect("tables:table", kind=kind, token=upload.token)
    needed = [column.title(languages.active()) for column in table_kind.columns if column.required]
    context = {"form": form, "kind": table_kind, "columns": _titles(table_kind), "needed": needed}
    return render(request, "foundation/tables/send.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
def table(request: HttpRequest, kind: str, token: str) -> HttpResponse:
    """The preview of a table, and after its confirmation what was done."""
    table_kind = _kind(request, kind)
    upload = uploads.find(token, account=request.user, kind=kind)
    if upload is None:
        return render(request, "foundation/tables/gone.html", {"kind": table_kind}, status=404)
    if request.method == "POST":
        return _decide(request, table_kind, upload)
    return _show(request, table_kind, upload)


def _decide(request: HttpRequest, kind: TableKind, upload: Upload) -> HttpResponse:
    if "discard" in request.POST:
        upload.discard()
        return redirect("tables:send", kind=kind.name)
    content = upload.content() if upload.state == WAITING else None
    if content is None or request.POST.get("digest") != upload.digest:
        if upload.state == WAITING:
            upload.discard()
            return render(request, "foundation/tables/gone.html", {"kind": kind, "changed": True}, status=409)
        # Sent twice: the first time counts.
        return redirect("tables:table", kind=kind.name, token=upload.token)
    chosen = {need.name: need.find(upload.chosen[need.name], request.user) for need in kind.needs if need.name in upload.chosen}
    if None in chosen.values():
        upload.discard()
        return render(request, "foundation/tables/gone.html", {"kind": kind, "changed": True}, status=409)
    _take(request, kind, upload, content, chosen)
    return redirect("tables:table", kind=kind.name, token=upload.token)


def _take(request: HttpRequest, kind: TableKind, upload: Upload, content: bytes, chosen: dict[str, Any]) -> None:
    """Run the import for good. The table is forgotten before it begins, so that a second click cannot run it again."""
    upload.forget_table()
    upload.state, upload.partial = RUNNING, "partial" in request.POST
    upload.write()
    result = import_file(kind, content, Context(account=request.user, chosen=chosen), partial=upload.partial)
    upload.report, upload.state = uploads.report_of(result), DONE
    upload.write()


def _show(request: HttpRequest, kind: TableKind, upload: Upload) -> HttpResponse:
    report = upload.report
    said = _said_by_row(kind, report)
    rows = [
        {"number": number, "outcome": _OUTCOMES[outcome], "excerpt": excerpt, "said": said.pop(number, [])}
        for number, outcome, excerpt in report["rows"]
        if request.GET.get("show") != "refused" or outcome == "refused"
    ]
    refused = sum(outcome == "refused" for _, outcome, _ in report["rows"])
    context = {
        "kind": kind,
        "upload": upload,
        "report": report,
        "chosen": _chosen(request, kind, upload),
        "good": report["created"] + report["updated"] + report["unchanged"],
        "to_write": report["created"] + report["updated"],
        "refused": refused,
        "about_file": [problem for problems in said.values() for problem in problems] if request.GET.get("show") != "refused" else [],
        "page": page_of(rows, request, size=ROWS_ON_A_PAGE),
        "show": request.GET.get("show", ""),
    }
    name = {WAITING: "preview", RUNNING: "running", DONE: "done"}[upload.state]
    return render(request, f"foundation/tables/{name}.html", context)


def _said_by_row(kind: TableKind, report: dict[str, Any]) -> dict[int, list[dict[str, Any]]]:
    """Return what is said about each row, refusals before notes, with the column's title in the reader's language."""
    title_of = {column.name: column.title(languages.active()) for column in kind.columns}
    said: dict[int, list[dict[str, Any]]] = {}
    for problems, is_note in ((report["errors"], False), (report["notes"], True)):
        for problem in problems:
            shown = {**problem, "title": title_of.get(problem["column"], problem["column"]), "is_note": is_note}
            said.setdefault(problem["row"], []).append(shown)
    return said


def _chosen(request: HttpRequest, kind: TableKind, upload: Upload) -> list[str]:
    return [dict(need.choices(request.user)).get(upload.chosen[need.name], "") for need in kind.needs if need.name in upload.chosen]


# --- titles -------------------------------------------------------------------------------------------------------------
def titles(request: HttpRequest) -> HttpResponse:
    """Which column titles are understood, for every table; open to everybody."""
    kinds = [{"kind": kind, "columns": _titles(kind)} for kind in every_kind()]
    return render(request, "foundation/tables/titles.html", {"kinds": kinds})


def _titles(kind: TableKind) -> list[dict[str, Any]]:
    names = dict(languages.LANGUAGES)
    return [
        {
            "column": column,
            "title": column.title(languages.active()),
            "titles": [(code, names[code], column.titles[code]) for code in languages.CODES if code in column.titles],
        }
        for column in kind.columns
    ]


@login_required
def empty(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty workbook with the titles in the reader's language."""
    table_kind = _kind(request, kind)
    response = HttpResponse(workbook(table_kind), content_type=_XLSX)
    response["Content-Disposition"] = f'attachment; filename="{table_kind.name}.xlsx"'
    return response
