"""What officers type: the reason for sending back, who makes a product, the filter of their list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.foundation.registration import State
from openodop.products import messages
from openodop.products.choices import STEP_LABELS
from openodop.products.models import Product
from openodop.products.queries import makers_near


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
        choices=list(STEP_LABELS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class MakerForm(forms.Form):
    """The officer says who makes a product whose maker was not known."""

    def __init__(self, *args: Any, product: Product, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["producer"] = forms.ModelChoiceField(
            makers_near(product),
            to_field_name="code",
            label=_("Who makes it?"),
            empty_label=_("Choose"),
            error_messages={"required": messages.MAKER_NEEDED, "invalid_choice": messages.MAKER_NEEDED},
        )


class OfficersFilterForm(forms.Form):
    """Filter of the officers' list; what cannot be read is left out, so that an old address still opens a list."""

    q = forms.CharField(label=pgettext_lazy("filter", "Name or code"), required=False, max_length=100)
    state = forms.ChoiceField(label=pgettext_lazy("filter", "State"), required=False, choices=[("", _("All states")), *State.choices])

    def chosen(self) -> dict[str, str]:
        self.is_valid()
        return {name: value.replace("\x00", "") for name, value in self.cleaned_data.items() if value}
