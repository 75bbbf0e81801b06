from __future__ import annotations

from typing import Any

from django.db import transaction

from openodop.foundation import audit
from openodop.people.models import Account
from openodop.producers.models import Membership, Producer


@transaction.atomic
def add_member(*, producer: Producer, account: Account, by: Any, is_lead: bool = False) -> Membership:
    """Let `account` act for a producer; adding somebody twice changes nothing."""
    membership, is_new = Membership.objects.get_or_create(producer=producer, account=account, defaults={"is_lead": is_lead})
    if is_new:
        audit.record("producers.producer.member_added", by=by, about=producer, account=account.code)
    return membership
