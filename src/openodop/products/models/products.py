from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse
from i18nfield.fields import I18nCharField, I18nTextField
from i18nfield.strings import LazyI18nString

from openodop.foundation import registration, search
from openodop.people.choices import OFFICERS
from openodop.people.models import scope_of
from openodop.places.models import Place
from openodop.producers.models import Membership, Producer
from openodop.products import rules
from openodop.products.choices import FOOD_CATEGORIES, SENT_BACK
from openodop.programmes.models import ProductCategory, Programme

if TYPE_CHECKING:
    from openodop.products.models.parts import Pack

NOBODY = Q(pk__in=[])
#: fields of a product that the form asks; packs and photographs are rows of their own
ASKED = ("name", "drawing", "category", "hs_code", "ingredients", "keeps_days", "story_answers")


class ProductQuerySet(models.QuerySet["Product"]):
    def in_public(self) -> ProductQuerySet:
        return self.filter(listed=1)

    def of_member(self, account: Any) -> ProductQuerySet:
        """Products of the producers that `account` acts for."""
        if not getattr(account, "is_authenticated", False):
            return self.none()
        return self.filter(producer__in=Membership.objects.filter(account=account).values("producer"))

    def in_scope_of(self, account: Any) -> ProductQuerySet:
        """Products of the places where `account` is an officer."""
        scope = scope_of(account, *OFFICERS)
        return self.filter(scope.q("place")) if scope else self.none()

    def visible_to(self, account: Any) -> ProductQuerySet:
        """Registered and reported products for everyone; every state for the producer's members and officers of the place."""
        allowed = Q(listed=1)
        if getattr(account, "is_authenticated", False):
            scope = scope_of(account, *OFFICERS)
            allowed |= Q(producer__in=Membership.objects.filter(account=account).values("producer"))
            allowed |= scope.q("place") if scope else NOBODY
        return self.filter(allowed)

    def waiting(self) -> ProductQuerySet:
        """Those an officer has to decide about: new ones, and registered ones whose maker proposes changes."""
        return self.filter(Q(state=registration.State.SUBMITTED) | Q(draft__sent_at__isnull=False))

    def for_cards(self) -> ProductQuerySet:
        """What a list shows of each product and no more: two queries for any number of rows."""
        return (
            self.select_related("place", "place__parent", "cover")
            .prefetch_related("packs")
            .defer("story", "story_answers", "search_text", "ingredients")
        )

    def locked(self, pk: int) -> Product:
        """Return the row as it is now, held until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("place", "programme").get(pk=pk)


class Product(registration.Registrable):
    """One good of one producer; `producer` is empty while the maker is not known yet. It has a code from its first submission on."""

    code = models.CharField(max_length=24, unique=True, help_text="place, year, running number: LA1301-26-0042")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="products")
    producer = models.ForeignKey(Producer, null=True, blank=True, on_delete=models.PROTECT, related_name="products")
    category = models.ForeignKey(ProductCategory, null=True, blank=True, on_delete=models.PROTECT, related_name="products")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="products")
    former_place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    district_text = models.CharField(max_length=120, blank=True)
    commune = models.CharField(max_length=120, blank=True)
    village = models.CharField(max_length=120, blank=True)
    name = I18nCharField(max_length=300)
    drawing = models.CharField(max_length=40, blank=True, help_text="drawing shown while there is no photograph")
    hs_code = models.CharField(max_length=6, blank=True, help_text="proposal of the maker; customs decide")
    ingredients = I18nTextField(blank=True, null=True)
    keeps_days = models.PositiveIntegerField(null=True, blank=True, help_text="shelf life as the producer declares it")
    summary = I18nCharField(max_length=600, blank=True, null=True)
    story = I18nTextField(blank=True, null=True, help_text="put together from story_answers, see rules.story_from")
    story_answers = models.JSONField(default=dict, blank=True, help_text="answers to the guided questions, by question and language")
    cover = models.ForeignKey(
        "Photograph", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+", help_text="the first photograph"
    )
    reason_about = models.JSONField(default=list, blank=True, help_text="pages of the form that the reason for sending back is about")
    # As a publication says; not a recognition given here.
    reported_stars = models.PositiveSmallIntegerField(null=True, blank=True)
    reported_recognition = models.CharField(max_length=300, blank=True)
    reported_on = models.CharField(max_length=10, blank=True, help_text="date as the source gives it: 2020, 2020-11 or 2020-11-28")
    reported_producer = models.CharField(max_length=300, blank=True)
    source_record = models.CharField(max_length=40, blank=True, db_index=True, help_text="row's own number in an imported file")
    search_text = models.TextField(blank=True, editable=False, help_text="folded names, see foundation.search")
    # Kept by the database itself, so that the catalogue's order comes from one index at any size.
    # A number: SQLite takes no index for a bare truth value. Pages ask `is_public`, which is right before saving too.
    listed = models.GeneratedField(
        expression=Case(When(state__in=registration.PUBLIC_STATES, then=Value(1)), default=Value(0)),
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
    )

    objects = ProductQuerySet.as_manager()

    class Meta(registration.Registrable.Meta):
        ordering = ["-created_at", "code"]
        constraints = [
            *registration.Registrable.Meta.constraints,
            models.CheckConstraint(condition=~Q(code=""), name="products_product_code_not_empty"),
            models.CheckConstraint(
                condition=Q(reported_stars=None) | Q(reported_stars__gte=1, reported_stars__lte=5), name="products_product_one_to_five_stars"
            ),
            models.CheckConstraint(condition=Q(keeps_days=None) | Q(keeps_days__gte=1), name="products_product_keeps_at_least_a_day"),
            models.CheckConstraint(condition=Q(producer__isnull=False) | ~Q(state="draft"), name="products_product_sent_back_to_someone"),
            # One row of a publication is one product of its programme, whatever is imported how often.
            models.UniqueConstraint(fields=["programme", "source_record"], condition=~Q(source_record=""), name="products_product_record_once"),
        ]
        indexes = [
            models.Index(fields=["listed", "-created_at", "-id"], name="products_newest"),
            models.Index(fields=["listed", "reported_stars", "id"], name="products_by_stars"),
            models.Index(fields=["listed", "keeps_days", "id"], name="products_by_keeping"),
            models.Index(fields=["producer", "listed"], name="products_of_producer"),
            models.Index(fields=["place", "listed"], name="products_of_place"),
            models.Index(fields=["programme", "listed"], name="products_of_programme"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.story = LazyI18nString(rules.story_from(self.story_answers)) if self.story_answers else self.story
        self.search_text = search.search_text(self.name, self.code, *self._where())
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "search_text", "story"}
        super().save(*args, **kwargs)

    def _where(self) -> list[str]:
        """Every name under which somebody may look for the place, from the village up to the province."""
        places = [place for place in (self.place, self.place.parent, self.former_place) if place and place.parent_id]
        return [self.village, self.commune, self.district_text, *(name for place in places for name in (place.name_en, place.name_local))]

    def get_absolute_url(self) -> str:
        return reverse("products:product", args=[self.code])

    @property
    def state_label(self) -> str:
        """The state in words; what was never sent is no product yet, so a draft here is one that came back."""
        return str(SENT_BACK if self.state == registration.State.DRAFT else self.get_state_display())

    @property
    def is_food(self) -> bool:
        return self.category is not None and self.category.code in FOOD_CATEGORIES

    @property
    def keeps(self) -> tuple[int, str] | None:
        return rules.keeps_in(self.keeps_days) if self.keeps_days else None

    def sizes(self) -> list[Pack]:
        """Return the packs from the smallest to the largest, whatever unit they are told in."""
        return sorted(self.packs.all(), key=lambda pack: rules.compared(pack.net_content, pack.unit))

    def answers(self) -> dict[str, Any]:
        """Return what the form asks as plain values that a draft keeps."""
        values = {name: _plain(getattr(self, self._meta.get_field(name).attname)) for name in ASKED}
        values["packs"] = [pack.answers() for pack in self.sizes()]
        values["photographs"] = [photograph.pk for photograph in self.photographs.all()]
        return values

    def take_answers(self, answers: dict[str, Any]) -> None:
        """Set the fields that a draft kept; the row is not saved, packs and photographs are not touched."""
        for name in ASKED:
            if name in answers:
                field = self._meta.get_field(name)
                setattr(self, field.attname, field.to_python(answers[name]))

    def missing(self, *, packs: int | None = None) -> list[str]:
        """Return the pages of the form that still lack what its maker has to tell before sending."""
        return rules.missing_parts(
            named=bool(self.name),
            has_category=self.category_id is not None,
            is_food=self.is_food,
            has_ingredients=bool(self.ingredients),
            keeps_known=bool(self.keeps_days),
            packs=self.packs.count() if packs is None else packs,
        )

    def missing_to_register(self) -> list[str]:
        """Return what the register cannot do without; lists of offices often hold no more."""
        return [part for part in self.missing(packs=1) if part in ("name", "category")]


def _plain(value: Any) -> Any:
    return {code: text for code, text in value.data.items() if text} if isinstance(value, LazyI18nString) and isinstance(value.data, dict) else value
