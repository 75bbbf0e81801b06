from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from openodop.foundation import pictures
from openodop.foundation.refusals import Refusal
from openodop.foundation.translated import add_language_fields, put_texts
from openodop.news.models import Article
from openodop.people.choices import OFFICERS
from openodop.people.models import Scope
from openodop.places.choices import Level
from openodop.places.models import Place
from openodop.products.models import Product
from openodop.programmes.models import Programme, Project
from openodop.training.models import Course


def places_within(scope: Scope) -> QuerySet[Place]:
    """Return the present places of a scope, provinces before their districts."""
    rows = Place.objects.present()
    if scope.everything:
        return rows.filter(level__lte=Level.PROVINCE)
    allowed = Q(pk__in=[])
    for path in scope.paths:
        allowed |= Q(path__startswith=path)
    return rows.filter(allowed)


class ArticleForm(forms.ModelForm):
    photograph = forms.FileField(
        label=_("Photograph"),
        help_text=_("People who can be recognised have agreed to be shown."),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
    )

    class Meta:
        model = Article
        fields = ["programme", "project", "course", "place", "product"]
        labels = {
            "programme": _("Programme"),
            "project": _("Project"),
            "course": _("Course"),
            "place": _("Place"),
            "product": _("Product code"),
        }

    #: a programme has too many products for a list
    product = forms.CharField(label=_("Product code"), required=False, help_text=_("For example LA1301-26-0042."))
    field_order = ["programme", "project", "course", "place", "product", "photograph"]

    def __init__(self, *args: Any, account: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account
        scope = account.scope(*OFFICERS)
        self.fields["programme"].queryset = Programme.objects.all()
        self.fields["project"].queryset = Project.objects.all()
        self.fields["course"].queryset = Course.objects.visible_to(account)
        self.fields["place"].queryset = places_within(scope)
        self.initial["product"] = self.instance.product.code if self.instance.product_id else ""
        for name, label, rows in (("title", _("Title"), 0), ("lead", _("First sentence"), 3), ("body", _("Text"), 12)):
            add_language_fields(self, name, label=label, rows=rows, value=getattr(self.instance, name))
        self.order_fields([name for name in self.fields if name not in self.field_order] + self.field_order)

    def clean_product(self) -> Product | None:
        code = self.cleaned_data["product"].strip()
        if not code:
            return None
        product = Product.objects.visible_to(self.account).filter(code__iexact=code).first()
        if not product:
            raise forms.ValidationError(_("There is no product with the code %(code)s."), params={"code": code})
        return product

    def clean_photograph(self) -> pictures.Prepared | None:
        upload = self.cleaned_data["photograph"]
        if not upload:
            return None
        try:
            return pictures.prepare(upload)
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def filled(self) -> Article:
        """Return the article as typed, not saved; a new photograph is kept in storage."""
        put_texts(self, self.instance, "title", "lead", "body")
        prepared = self.cleaned_data["photograph"]
        if prepared:
            folder = pictures.new_folder("news")
            renditions = pictures.keep(prepared, folder=folder)
            self.instance.picture_folder = folder
            self.instance.picture = {"width": prepared.width, "height": prepared.height, "renditions": renditions}
        return self.instance
