"""What an officer gives with a table: the file, and what it is for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from openodop.foundation.tables import messages, reading
from openodop.foundation.tables.kinds import Need, TableKind
from openodop.foundation.tables.raw import FileRefused


class TableForm(forms.Form):
    """A field for each need of the kind, then the file. A valid form gives `chosen` (records) and `codes`."""

    file = forms.FileField(
        label=_("Table"),
        help_text=_("Excel workbook (.xlsx) or CSV. At most 10 MB and 20,000 rows."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt,text/csv"}),
        error_messages={"required": messages.FILE_MISSING, "empty": messages.FILE_EMPTY},
    )

    def __init__(self, *args: Any, kind: TableKind, account: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.account = kind, account
        self.chosen: dict[str, Any] = {}
        for need in kind.needs:
            self.fields[need.name] = self._field(need)
        self.order_fields([*(need.name for need in kind.needs), "file"])

    def _field(self, need: Need) -> forms.ChoiceField:
        choices = list(need.choices(self.account))
        # One choice that must be made is no question.
        first = [] if need.required and len(choices) == 1 else [("", "–")]
        label = str(need.label)
        return forms.ChoiceField(label=label[:1].upper() + label[1:], choices=[*first, *choices], required=need.required)

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        try:
            reading.refuse_size(file.size)
        except FileRefused as refused:
            raise forms.ValidationError(str(refused)) from refused
        return file

    def clean(self) -> dict[str, Any]:
        for need in self.kind.needs:
            if code := self.cleaned_data.get(need.name):
                found = need.find(code, self.account)
                if found is None:
                    self.add_error(need.name, messages.CHOICE_IS_GONE)
                self.chosen[need.name] = found
        return self.cleaned_data

    @property
    def codes(self) -> dict[str, str]:
        return {need.name: code for need in self.kind.needs if (code := self.cleaned_data.get(need.name))}
