"""What people write to take part, and what organisers write about them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.people.choices import Sex
from openodop.places.models import Place
from openodop.producers.models import Producer
from openodop.training.actions.enrolment import Participation
from openodop.training.choices import EnrolmentState, ParticipantKind
from openodop.training.forms.fields import NamedChoice, PhoneField, PlaceChoice, provinces_of
from openodop.training.messages import enrolment as messages
from openodop.training.models import Course


class ParticipationForm(forms.Form):
    """As what somebody takes part; for a signed-in person this is all. The sex is asked where the record does not know it."""

    kind = forms.ChoiceField(
        label=_("You take part as"), choices=ParticipantKind.choices, widget=forms.RadioSelect, error_messages={"required": messages.KIND_NEEDED}
    )
    sex = forms.ChoiceField(label=pgettext_lazy("person", "Sex"), choices=Sex.choices, widget=forms.RadioSelect, required=False)
    organisation_text = forms.CharField(label=_("Organisation or group"), required=False, max_length=200)
    post_text = forms.CharField(label=_("Post or work"), required=False, max_length=200)
    note = forms.CharField(label=_("What the organisers should know"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, course: Course, asks_sex: bool = True, producers: list[Producer] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_sex:
            del self.fields["sex"]
        provinces = provinces_of(course.programme.country)
        self.fields["province"] = PlaceChoice(provinces, required=False, label=pgettext_lazy("place", "Province"))
        if producers:
            self.fields["producer"] = NamedChoice(
                Producer.objects.filter(pk__in=[producer.pk for producer in producers]),
                label=_("For which producer?"),
                required=False,
                empty_label=_("None of them"),
            )
        self.order_fields(["name", "phone", "sex", "email", "kind", "producer", "organisation_text", "post_text", "province", "note"])

    def sex_given(self) -> str:
        """Return the answer; empty when there is none or it was not asked."""
        return self.cleaned_data.get("sex", "")

    def participation(self) -> Participation:
        data = self.cleaned_data
        return Participation(
            kind=data["kind"],
            organisation_text=data["organisation_text"].strip(),
            post_text=data["post_text"].strip(),
            province=data["province"],
            producer=data.get("producer"),
            note=data["note"].strip(),
        )


class VisitorForm(ParticipationForm):
    """The same for somebody without an account, or for somebody else."""

    name = forms.CharField(
        label=_("Name and surname"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": messages.NAME_NEEDED},
    )
    phone = PhoneField(help_text=_("The organisers call this number."), error_messages={"required": messages.PHONE_NEEDED})

    def person(self) -> dict[str, Any]:
        """Return the arguments of find_or_create_person."""
        province: Place | None = self.cleaned_data["province"]
        return {name: self.cleaned_data[name] for name in ("name", "phone", "sex")} | {"place": province}


class ParticipantForm(VisitorForm):
    """An organiser adds somebody: by invitation, or at once."""

    name_latin = forms.CharField(label=_("Name in Latin letters"), help_text=_("For certificates in English."), required=False, max_length=120)
    email = forms.EmailField(label=_("E-mail"), required=False)
    how = forms.ChoiceField(
        label=_("How"),
        choices=[("invite", _("Invite: the person answers with a link")), ("enrol", _("Enrol at once"))],
        initial="invite",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].label = _("Takes part as")
        self.fields["phone"].required = False
        self.fields["phone"].help_text = ""
        del self.fields["note"]
        self.order_fields(["how", "name", "name_latin", "sex", "phone", "email", "kind"])

    def person(self) -> dict[str, Any]:
        return super().person() | {
            "name_latin": self.cleaned_data["name_latin"],
            "email": self.cleaned_data["email"],
            "organisation_text": self.cleaned_data["organisation_text"].strip(),
            "post_title": self.cleaned_data["post_text"].strip() or None,
        }

    def participation(self) -> Participation:
        self.cleaned_data["note"] = ""
        return super().participation()


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The person reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": messages.REASON_NEEDED},
    )


class ParticipantFilter(forms.Form):
    """Filters of the list of participants; what cannot be read is left out."""

    text = forms.CharField(label=_("Name or phone"), required=False, max_length=100)
    state = forms.ChoiceField(label=pgettext_lazy("filter", "State"), required=False, choices=[("", _("All states")), *EnrolmentState.choices])
    kind = forms.ChoiceField(label=pgettext_lazy("filter", "Kind"), required=False, choices=[("", _("All kinds")), *ParticipantKind.choices])

    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
