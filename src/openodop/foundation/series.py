"""Running numbers without gaps or doubles: product codes, producer codes, certificate numbers."""

from __future__ import annotations

from django.db import connection, transaction

from openodop.foundation.models import Series


def next_number(key: str) -> int:
    """Take the next number of the series `key`, starting at 1.

    Must be called inside the transaction that uses the number: the row stays locked until then, so a
    rolled-back use gives its number back and no number is skipped or given twice.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("next_number needs an open transaction")
    Series.objects.bulk_create([Series(key=key, last=0)], ignore_conflicts=True)
    series = Series.objects.select_for_update().get(key=key)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last
