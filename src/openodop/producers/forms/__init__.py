"""What people type about producers."""

from openodop.producers.forms.lists import FilterForm, InviteForm, OfficersFilterForm, SendBackForm
from openodop.producers.forms.pages import EVERYWHERE, StepForm
from openodop.producers.forms.where import DistrictForm, PositionForm, ProvinceForm
from openodop.producers.forms.who import ContactForm, KindForm, MaterialForm, NameForm, PeopleForm

#: page of the registration -> its form
FORMS: dict[str, type[StepForm]] = {
    "kind": KindForm,
    "province": ProvinceForm,
    "district": DistrictForm,
    "name": NameForm,
    "people": PeopleForm,
    "material": MaterialForm,
    "contact": ContactForm,
    "position": PositionForm,
}

__all__ = ["EVERYWHERE", "FORMS", "FilterForm", "InviteForm", "OfficersFilterForm", "SendBackForm", "StepForm"]
