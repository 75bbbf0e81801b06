"""What officers answer, and the filters of lists."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from openodop.foundation.registration import State
from openodop.producers import messages
from openodop.producers.choices import STEP_LABELS, Kind
from openodop.producers.forms.fields import Phone


class SendBackForm(forms.Form):
    reason = forms.CharField(
        label=_("What has to change, and why?"),
        help_text=_("The producer reads this word for word. Write one sentence for each thing."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": messages.NO_REASON},
    )
    about = forms.MultipleChoiceField(
        label=_("Which pages does it concern?"),
        help_text=_("Your reason is shown beside these."),
        choices=[(step, label) for step, label in STEP_LABELS.items() if step != "province"],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class InviteForm(forms.Form):
    name = forms.CharField(label=_("Name of the person"), max_length=120)
    phone = Phone(label=_("Phone number"), required=False)


class FilterForm(forms.Form):
    """Filters in the address of a list; what cannot be read is left out, so that an old address still opens a list."""

    q = forms.CharField(required=False, max_length=100)
    place = forms.CharField(required=False, max_length=12)
    kind = forms.ChoiceField(required=False, choices=Kind.choices)

    def chosen(self) -> dict[str, str]:
        """Return the filters that are set and can be read."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class OfficersFilterForm(FilterForm):
    state = forms.ChoiceField(required=False, choices=State.choices)
