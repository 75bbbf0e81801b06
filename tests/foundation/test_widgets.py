"""A date in three boxes: what people type, what comes of it."""

from datetime import date

import pytest
from django import forms

from openodop.foundation.widgets import PhotoInput, ThreePartDate


class Batch(forms.Form):
    made_on = forms.DateField(label="Made on", widget=ThreePartDate)


def boxes(day="", month="", year=""):
    return {"made_on_day": day, "made_on_month": month, "made_on_year": year}


@pytest.mark.parametrize(
    "data",
    [boxes("8", "3", "2026"), boxes("08", "03", "2026"), boxes(" 8 ", "3", "2026"), boxes("8/3/2026"), boxes("8.3.2026"), {"made_on": "2026-03-08"}],
)
def test_a_date_is_understood(data):
    form = Batch(data)
    assert form.is_valid()
    assert form.cleaned_data["made_on"] == date(2026, 3, 8)


@pytest.mark.parametrize(
    "data", [boxes("31", "2", "2026"), boxes("8", "", "2026"), boxes("x", "3", "2026"), boxes("8", "3", "26 B.E."), boxes("8/3", "", "")]
)
def test_what_is_no_date_is_refused_and_shown_again(data):
    form = Batch(data)
    assert not form.is_valid()
    assert f'value="{data["made_on_day"]}"' in str(form["made_on"])


def test_empty_boxes_are_no_answer():
    assert Batch(boxes()).errors == {"made_on": ["This field is required."]}
    assert forms.DateField(widget=ThreePartDate, required=False).clean(ThreePartDate().value_from_datadict(boxes(), {}, "made_on")) is None


def test_a_known_date_fills_the_boxes():
    shown = str(Batch(initial={"made_on": date(2026, 3, 8)})["made_on"])
    assert [f'value="{value}"' in shown for value in ("8", "3", "2026")] == [True] * 3


def test_each_box_has_its_own_label_and_the_question_is_a_legend():
    shown = Batch()["made_on"].as_field_group()
    assert shown.count("<label for=") == 3
    assert "<legend>Made on</legend>" in shown


def test_nothing_sent_is_told_from_empty_boxes():
    assert ThreePartDate().value_omitted_from_data({}, {}, "made_on")
    assert not ThreePartDate().value_omitted_from_data(boxes(), {}, "made_on")


def test_a_photograph_asks_for_pictures():
    assert 'accept="image/*"' in str(PhotoInput().render("photograph", None))
