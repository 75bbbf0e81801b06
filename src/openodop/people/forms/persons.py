"""Persons in the record, and one's own data."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openodop.foundation.translated import text_of
from openodop.people.choices import OFFICERS, Sex
from openodop.people.forms.fields import EmailField, NewPasswordField, PhoneField, language_field, refuse_weak, text_fields
from openodop.people.forms.places import place_field, places_of
from openodop.people.forms.staff import organisation_field
from openodop.people.models import Account, Invitation, Person

SHOWN = (
    ("name", _("My name and what I wrote about myself")),
    ("organisation", _("My post and organisation")),
    ("contact", _("My phone number and e-mail address")),
)


class PersonSearchForm(forms.Form):
    q = forms.CharField(label=_("Name"), required=False, max_length=120)


class PersonForm(forms.Form):
    """What the record knows about a person. Officers see all fields; for oneself the place is left to the office."""

    texts = ("post_title", "biography")
    own = ("name", "name_latin", "sex", "phone", "email", "organisation", "organisation_text")

    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("As the person writes it."))
    name_latin = forms.CharField(label=_("Name in Latin letters"), required=False, max_length=120)
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=[("", "—"), *Sex.choices])
    phone = PhoneField(required=False)
    email = EmailField(required=False)
    organisation = organisation_field()
    organisation_text = forms.CharField(label=_("Organisation, if it is not in the list"), required=False, max_length=200)

    def __init__(self, *args: Any, by: Account, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if by.is_officer:
            self.fields["place"] = place_field(places_of(by, *OFFICERS))
        text_fields(self, "post_title", label=_("Post"), value=person.post_title if person else None)
        text_fields(self, "biography", label=_("About the person"), rows=5, longest=3000, value=person.biography if person else None)
        if person:
            self.initial |= {name: getattr(person, name) for name in (*self.own, "place") if name in self.fields}
            self.initial["organisation"] = person.organisation.code if person.organisation else None

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """Fields that most entries leave empty; the page folds them away."""
        return [field for field in self if field.name.startswith(self.texts)]

    @property
    def first_fields(self) -> list[forms.BoundField]:
        return [field for field in self if not field.name.startswith(self.texts)]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("organisation"):
            data["organisation_text"] = ""
        return data

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        values = {name: data[name] for name in (*self.own, "place") if name in self.fields}
        return values | {name: text_of(self, name, kept=getattr(self.person, name, None)) for name in self.texts}


class OwnNameForm(forms.Form):
    """How the platform speaks to somebody."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    language = language_field()


class OwnSignInForm(forms.Form):
    phone = PhoneField(required=False)
    email = EmailField(required=False)


class PublicProfileForm(forms.Form):
    """One tick for each thing, and one for the words below."""

    shows = forms.MultipleChoiceField(label=_("What everybody may see"), choices=SHOWN, required=False, widget=forms.CheckboxSelectMultiple)
    agree = forms.BooleanField(label=_("I agree to these words"), required=False)


class PaperConsentForm(PublicProfileForm):
    agree = forms.BooleanField(label=_("The person signed these words on paper, and the paper is kept in the office"), required=False)


class AcceptForm(forms.Form):
    """Somebody accepts an invitation by making an account."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = PhoneField(required=False)
    email = EmailField(required=False)
    password = NewPasswordField(label=_("Choose a password"))

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial |= {"name": invitation.name, "phone": invitation.phone, "email": invitation.email}

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        refuse_weak(self, "password", Account(name=data.get("name", ""), phone=data.get("phone") or None, email=data.get("email") or None))
        return data
