"""What organisers write about a course and its agenda."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.foundation.translated import add_language_fields, text_of
from openodop.people.choices import COURSE_ORGANISERS
from openodop.people.models import Account, Organisation, Person, scope_of
from openodop.places.models import Place
from openodop.programmes.models import Programme, Project
from openodop.training.choices import Mode, ParticipantKind
from openodop.training.forms.fields import NamedChoice, NamedChoices, PlaceChoice, language_choices, places_for_courses, time_zone_choices
from openodop.training.messages import courses as messages
from openodop.training.models import Course, Session, Topic

#: translated fields with label, help and rows of the text box (0: one line)
TEXTS: tuple[tuple[str, Any, Any, int], ...] = (
    ("title", pgettext_lazy("course", "Title"), _("In at least one language."), 0),
    ("summary", _("In one or two sentences"), _("Stands under the title."), 2),
    ("aims", pgettext_lazy("course", "Aims"), _("What participants can do afterwards."), 4),
    ("audience", _("For whom"), "", 2),
    ("bring", _("What to bring"), "", 2),
    ("venue", _("Venue"), _("For example: meeting hall of the district office."), 0),
    ("certificate_text", _("Text of the certificate"), _("Stands under the name. Empty: the usual text."), 3),
)
DATE = {"type": "date"}
TIME = {"type": "time"}


def a_date(**kwargs: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs=DATE, format="%Y-%m-%d"), **kwargs)


def a_time(**kwargs: Any) -> forms.TimeField:
    return forms.TimeField(widget=forms.TimeInput(attrs=TIME, format="%H:%M"), **kwargs)


class CourseForm(forms.Form):
    """A whole course. `changes()` gives the action's arguments."""

    #: headings of the page and the fields under each
    GROUPS: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (_("What it is about"), ("title", "summary", "aims", "audience", "bring", "languages")),
        (_("When and where"), ("starts_on", "ends_on", "time_zone", "mode", "place", "venue", "online_link")),
        (_("Seats and applications"), ("seats", "quotas", "applications_open_until", "decides_applications")),
        (_("Who runs it"), ("programme", "project", "organisers", "code")),
        (_("Certificate"), ("attendance_percent", "certificate_text")),
        (_("Source"), ("source_title", "source_url")),
    )

    languages = forms.MultipleChoiceField(label=_("Languages of teaching"), choices=language_choices, widget=forms.CheckboxSelectMultiple)
    starts_on = a_date(label=_("First day"))
    ends_on = a_date(label=_("Last day"))
    time_zone = forms.ChoiceField(label=_("Time zone"), help_text=_("All times of the course are meant in this zone."), choices=time_zone_choices)
    mode = forms.ChoiceField(label=_("How it is held"), choices=Mode.choices, widget=forms.RadioSelect)
    online_link = forms.URLField(
        label=_("Link to the online room"), help_text=_("For those who hold a seat."), required=False, max_length=500, assume_scheme="https"
    )
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=10_000, error_messages={"min_value": messages.SEATS_NEEDED})
    applications_open_until = a_date(label=_("Last day for applications"), help_text=_("Empty: until the course ends."), required=False)
    decides_applications = forms.BooleanField(
        label=_("We decide on each application"), help_text=_("Otherwise who applies gets a seat at once, while there are seats."), required=False
    )
    programme = NamedChoice(Programme.objects.select_related("country"), label=_("Programme"), empty_label=None)
    project = NamedChoice(Project.objects.all(), label=_("Project"), required=False, empty_label=_("No project"))
    organisers = NamedChoices(Organisation.objects.all(), label=_("Organisers"), required=False)
    code = forms.CharField(
        label=_("Code of the course"), help_text=_("For example LA-2022-01. Empty: the next number of the year."), required=False, max_length=30
    )
    attendance_percent = forms.IntegerField(
        label=_("Share of sessions for the certificate, in percent"),
        min_value=1,
        max_value=100,
        initial=80,
        error_messages={"min_value": messages.SHARE_RANGE, "max_value": messages.SHARE_RANGE},
    )
    source_title = forms.CharField(label=_("Title of the source"), help_text=_("If a published course is the model."), required=False, max_length=300)
    source_url = forms.URLField(label=_("Address of the source"), required=False, max_length=500, assume_scheme="https")

    def __init__(self, *args: Any, account: Account, course: Course | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.course = course
        self.fields["place"] = PlaceChoice(self._places(account), required=False)
        for name, label, help_text, rows in TEXTS:
            add_language_fields(self, name, label=label, help_text=help_text, rows=rows, value=getattr(course, name, None))
        for kind, label in ParticipantKind.choices:
            self.fields[f"quota_{kind}"] = forms.IntegerField(label=label, min_value=0, max_value=10_000, required=False)
        self.fields["time_zone"].choices = time_zone_choices(course.time_zone if course else "")
        if course is not None:
            self.initial = {**_values_of(course), **self.initial}
            if course.state != "draft":
                del self.fields["code"]

    def _places(self, account: Account) -> QuerySet[Place]:
        """The account's places in the country of the programme that is chosen; the course's own place while the programme stays."""
        known = self.course.programme if self.course else None
        programme = self._programme_sent() or known
        kept = self.course.place if self.course and programme == known else None
        return places_for_courses(scope_of(account, *COURSE_ORGANISERS), programme=programme, kept=kept)

    def _programme_sent(self) -> Programme | None:
        if not self.is_bound:
            return None
        try:
            return self.fields["programme"].clean(self.data.get(self.add_prefix("programme")))
        except forms.ValidationError:
            return None  # said beside the field, when the form is checked

    def groups(self) -> list[dict[str, Any]]:
        """Return each heading with its fields; the seats by kind stand apart, open where some are written."""
        groups = []
        for heading, names in self.GROUPS:
            fields = [self[name] for field in names for name in self._names_of(field)]
            quotas = [self[name] for name in self.fields if name.startswith("quota_")] if "quotas" in names else []
            is_open = any(field.value() not in (None, "") or field.errors for field in quotas)
            groups.append({"heading": heading, "fields": fields, "quotas": quotas, "quotas_are_open": is_open})
        return groups

    def _names_of(self, field: str) -> list[str]:
        if field == "quotas":
            return []
        if field in self.fields:
            return [field]
        return [name for name in self.fields if name.startswith(f"{field}_") and name.removeprefix(f"{field}_") in dict(language_choices())]

    def changes(self) -> dict[str, Any]:
        """Return the arguments of create_course and edit_course."""
        kept = {"attendance_percent", "code"}
        plain = {name: value for name, value in self.cleaned_data.items() if name in type(self).base_fields and name not in kept}
        plain["place"] = self.cleaned_data["place"]
        plain["attendance_share_required"] = Decimal(self.cleaned_data["attendance_percent"]) / 100
        for name, *_rest in TEXTS:
            plain[name] = text_of(self, name, kept=getattr(self.course, name, None))
        if "code" in self.fields:
            plain["code"] = self.cleaned_data["code"].strip()
        plain["quotas"] = {kind: seats for kind in ParticipantKind.values if (seats := self.cleaned_data.get(f"quota_{kind}")) is not None}
        return plain


def _values_of(course: Course) -> dict[str, Any]:
    values = {name: getattr(course, name) for name in CourseForm.base_fields if hasattr(course, name) and name != "organisers"}
    values |= {"programme": course.programme_id, "project": course.project_id, "place": course.place_id}
    values |= {f"quota_{kind}": seats for kind, seats in course.quotas.values_list("kind", "seats")}
    values["organisers"] = list(course.organisers.values_list("pk", flat=True))
    values["attendance_percent"] = round(course.attendance_share_required * 100)
    return values


class SessionForm(forms.Form):
    date = forms.ChoiceField(label=_("Day"))
    starts_at = a_time(label=_("Starts at"))
    ends_at = a_time(label=_("Ends at"))
    topic = NamedChoice(Topic.objects.none(), label=_("Topic"), required=False, empty_label=_("No topic"))
    online_link = forms.URLField(
        label=_("Link to the online room"), help_text=_("If it is another one."), required=False, max_length=500, assume_scheme="https"
    )

    def __init__(self, *args: Any, course: Course, session: Session | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session = session
        self.fields["date"] = a_date(label=_("Day"))
        self.fields["topic"].queryset = course.topics.all()
        add_language_fields(self, "title", label=_("Title of the session"), value=getattr(session, "title", None))
        add_language_fields(self, "venue", label=_("Venue"), help_text=_("If it is another one."), value=getattr(session, "venue", None))
        first = [name for name in self.fields if name.startswith("title_")]
        self.order_fields([*first, "date", "starts_at", "ends_at", "topic"])
        if session is not None:
            known = {name: getattr(session, name) for name in ("date", "starts_at", "ends_at", "online_link")}
            self.initial = {**known, "topic": session.topic_id, **self.initial}

    def changes(self) -> dict[str, Any]:
        plain = {name: self.cleaned_data[name] for name in ("date", "starts_at", "ends_at", "topic", "online_link")}
        for name in ("title", "venue"):
            plain[name] = text_of(self, name, kept=getattr(self.session, name, None))
        return plain


class SpeakerForm(forms.Form):
    """A resource person known to the record, an organisation, or both."""

    person = forms.CharField(
        label=_("Person"), help_text=_("The code, for example P000012, or the name exactly as in the record."), required=False, max_length=120
    )
    organisation = NamedChoice(Organisation.objects.all(), label=_("Organisation"), required=False, empty_label=_("None"))

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account
        add_language_fields(self, "role", label=_("As what"), help_text=_("For example: food technologist."))

    def clean_person(self) -> Person | None:
        text = self.cleaned_data["person"].strip()
        if not text:
            return None
        people = Person.objects.visible_to(self.account)
        found = list(people.filter(code__iexact=text)[:1]) or list(people.filter(name=text)[:2]) or list(people.filter(name_latin__iexact=text)[:2])
        if len(found) != 1:
            raise forms.ValidationError(messages.PERSON_SEVERAL if found else messages.PERSON_UNKNOWN)
        return found[0]

    def changes(self) -> dict[str, Any]:
        return {"person": self.cleaned_data["person"], "organisation": self.cleaned_data["organisation"], "role": text_of(self, "role")}


class TextForm(forms.Form):
    """One translated title: of a topic or of a day."""

    def __init__(self, *args: Any, label: Any, value: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept = value
        add_language_fields(self, "title", label=label, value=value)

    def text(self) -> Any:
        return text_of(self, "title", kept=self.kept)


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is it cancelled?"),
        help_text=_("Everybody who looks at the course reads this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": messages.CANCEL_REASON},
    )
