"""What people type about producers."""

from openodop.producers.forms.lists import FilterForm, InviteForm, OfficersFilterForm, SendBackForm
from openodop.producers.forms.registration import FORMS, StepForm

__all__ = ["FORMS", "FilterForm", "InviteForm", "OfficersFilterForm", "SendBackForm", "StepForm"]
