"""Posts, invitations and organisations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from openodop.foundation.translated import text_of
from openodop.people import rules
from openodop.people.choices import OFFICERS, STAFF, OrganisationKind, Role
from openodop.people.forms.fields import EmailField, PhoneField, language_field, text_fields
from openodop.people.forms.places import place_field, places_of
from openodop.people.models import Account, Organisation
from openodop.places.models import Place


def _roles_of(account: Account) -> list[tuple[str, Any]]:
    """The roles that the account may give, in the order of the table."""
    givable = rules.givable_roles(account.held)
    return [(role.value, role.label) for role in Role if role.value in givable]


def organisation_field() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(Organisation.objects.all(), label=_("Organisation"), required=False, to_field_name="code", empty_label="—")


def date_field(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=False, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class StaffSearchForm(forms.Form):
    q = forms.CharField(label=_("Name, code, phone number or e-mail address"), required=False, max_length=120)
    role = forms.ChoiceField(label=_("Role"), required=False)
    past = forms.BooleanField(label=_("Show posts that ended too"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", _("All roles")), *((role.value, role.label) for role in STAFF)]


class _RoleForm(forms.Form):
    """A role, where, for which organisation, with which title."""

    role = forms.ChoiceField(label=_("Role"))
    organisation = organisation_field()

    def __init__(self, *args: Any, by: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["role"].choices = [("", "—"), *_roles_of(by)]
        self.fields["place"] = place_field(
            places_of(by, *OFFICERS), label=_("Place"), help_text=_("The role holds for this place and everything in it.")
        )
        text_fields(self, "title", label=_("Title of the post"))


class PostForm(_RoleForm):
    starts_on = date_field(_("First day"), _("Empty: from now on."))
    ends_on = date_field(_("Last day"), _("Empty: until you end it."))
    field_order = ("role", "place", "organisation", "starts_on", "ends_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)
        self.fields["starts_on"].initial = timezone.localdate

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {name: data[name] for name in ("role", "place", "organisation", "starts_on", "ends_on")} | {"title": text_of(self, "title")}


class EndPostForm(forms.Form):
    last_day = date_field(_("Last day"), _("Empty: the role ends at once."))


class InvitationForm(_RoleForm):
    name = forms.CharField(label=_("Name"), max_length=120)
    phone = PhoneField(required=False)
    email = EmailField(required=False)
    language = language_field()
    field_order = ("name", "phone", "email", "language", "role", "place", "organisation")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].required = False
        self.fields["role"].choices = [("", _("No role: an account only")), *_roles_of(self.by)]
        self.order_fields(self.field_order)

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        names = ("name", "phone", "email", "language", "role", "place", "organisation")
        return {name: data[name] for name in names} | {"title": text_of(self, "title")}


class OrganisationForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=OrganisationKind)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    code = forms.CharField(
        label=_("Code"), required=False, max_length=30, help_text=_("Part of its address. Empty: the record gives one. It cannot be changed later.")
    )

    def __init__(self, *args: Any, organisation: Organisation | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        text_fields(self, "name", label=_("Name"), value=organisation.name if organisation else None)
        self.fields["place"] = place_field(Place.objects.present())
        self.order_fields((*(name for name in self.fields if name.startswith("name_")), "kind", "place", "website", "code"))
        if organisation:
            del self.fields["code"]
            self.initial |= {"kind": organisation.kind, "place": organisation.place, "website": organisation.website}

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        name = text_of(self, "name", kept=getattr(self.organisation, "name", None))
        return {field: data[field] for field in ("kind", "place", "website", "code") if field in self.fields} | {"name": name}
