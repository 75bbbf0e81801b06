"""What people type about products: one small form for each page of the registration, and the officers' forms.

A page's form is given the draft and turns into `answers`, which the draft keeps; nothing is written here.
"""

from openodop.products.forms.identity import CategoryForm, IngredientsForm, KindForm, NameForm
from openodop.products.forms.officers import MakerForm, OfficersFilterForm, SendBackForm
from openodop.products.forms.packs import PacksForm
from openodop.products.forms.steps import StepForm
from openodop.products.forms.telling import PhotographsForm, StoryForm

FORMS: dict[str, type[StepForm]] = {
    "kind": KindForm,
    "name": NameForm,
    "category": CategoryForm,
    "ingredients": IngredientsForm,
    "packs": PacksForm,
    "photographs": PhotographsForm,
    "story": StoryForm,
}

__all__ = ["FORMS", "MakerForm", "OfficersFilterForm", "SendBackForm", "StepForm"]
