"""Django has no Lao; ours fills the gap for what people meet."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.utils import translation
from django.utils.formats import date_format, number_format


@pytest.fixture(autouse=True)
def in_lao():
    with translation.override("lo"):
        yield


def test_dates_are_written_the_lao_way():
    assert date_format(date(2022, 3, 14)) == "14 ມີນາ 2022"
    assert date_format(date(2022, 3, 14), "l") == "ວັນຈັນ"


def test_numbers_are_grouped_by_points():
    assert number_format(Decimal("25000"), use_l10n=True) == "25.000"


def test_form_errors_are_in_lao():
    field = forms.IntegerField(min_value=1)
    with pytest.raises(forms.ValidationError) as empty:
        field.clean("")
    with pytest.raises(forms.ValidationError) as low:
        field.clean("0")
    assert empty.value.messages == ["ຕ້ອງຕື່ມຊ່ອງນີ້."]
    assert low.value.messages == ["ຄ່ານີ້ຕ້ອງແຕ່ 1 ຂຶ້ນໄປ."]
