from django import forms
from django.utils.translation import gettext_lazy as _

from openodop.foundation.widgets import ChoiceRows, PhotoInput, ThreePartDate


class SampleForm(forms.Form):
    """Fields of each kind, for the gallery."""

    net_weight = forms.DecimalField(
        label=_("Net weight"), help_text=_("Without the pouch."), error_messages={"required": _("Write the net weight, for example 120")}
    )
    pouch = forms.ChoiceField(label=_("Pouch"), choices=[("opp", "OPP"), ("alu", "PET/Al/PE")], required=False)
    kind = forms.ChoiceField(label=_("Product"), widget=ChoiceRows, choices=[("dried", _("Sun-dried banana")), ("chips", _("Banana chips"))])
    agrees = forms.BooleanField(label=_("Show the phone number in public"), required=False)
    made_on = forms.DateField(label=_("Made on"), help_text=_("As printed on the pouch."), widget=ThreePartDate, required=False)
    note = forms.CharField(label=_("Note"), widget=forms.Textarea, required=False)
    photograph = forms.FileField(label=_("Photograph"), required=False, widget=PhotoInput)
