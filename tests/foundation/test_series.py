import pytest
from django.db import transaction

from openodop.foundation.series import next_number


@pytest.mark.django_db
def test_numbers_of_a_series_follow_each_other_and_series_are_apart():
    assert [next_number("product:LA1301:26") for _ in range(3)] == [1, 2, 3]
    assert next_number("product:LA1302:26") == 1


@pytest.mark.django_db
def test_a_rolled_back_use_gives_its_number_back():
    assert next_number("certificate") == 1
    with pytest.raises(RuntimeError), transaction.atomic():
        next_number("certificate")
        raise RuntimeError
    assert next_number("certificate") == 2


@pytest.mark.django_db(transaction=True)
def test_a_number_is_only_given_inside_a_transaction():
    with pytest.raises(transaction.TransactionManagementError):
        next_number("certificate")
