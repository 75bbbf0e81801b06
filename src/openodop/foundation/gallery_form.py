from django import forms
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """Fields of each kind, for the gallery."""

    net_weight = forms.DecimalField(
        label=_("Net weight"), help_text=_("Without the pouch."), error_messages={"required": _("Write the net weight, for example 120")}
    )
    pouch = forms.ChoiceField(label=_("Pouch"), choices=[("opp", "OPP"), ("alu", "PET/Al/PE")], required=False)
    kind = forms.ChoiceField(label=_("Product"), widget=forms.RadioSelect, choices=[("dried", _("Sun-dried banana")), ("chips", _("Banana chips"))])
    agrees = forms.BooleanField(label=_("Show the phone number in public"), required=False)
    note = forms.CharField(label=_("Note"), widget=forms.Textarea, required=False)
    photograph = forms.FileField(label=_("Photograph"), required=False, widget=forms.ClearableFileInput(attrs={"accept": "image/*"}))
