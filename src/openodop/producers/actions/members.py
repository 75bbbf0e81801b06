from __future__ import annotations

from typing import Any

from django.db import transaction

from openodop.foundation import audit
from openodop.foundation.refusals import refuse_if
from openodop.people import actions as people
from openodop.people.models import Account, Invitation
from openodop.producers import access, messages
from openodop.producers.models import Membership, Producer

#: name under which an invitation carries the membership, see people.gifts
GIFT = "producers.membership"


@transaction.atomic
def add_member(*, producer: Producer, account: Account, by: Any, is_lead: bool = False) -> Membership:
    """Let `account` act for a producer; adding somebody twice changes nothing."""
    membership, is_new = Membership.objects.get_or_create(producer=producer, account=account, defaults={"is_lead": is_lead})
    if is_new:
        audit.record("producers.producer.member_added", by=by, about=producer, account=account.code)
    return membership


@transaction.atomic
def invite_member(*, producer: Producer, name: str, phone: str, by: Any) -> tuple[Invitation, str]:
    """Invite somebody to act for a producer; return the invitation and the secret of its link, which is shown once."""
    refuse_if(not access.may_edit(by, producer), messages.NOT_YOUR_PRODUCER)
    return people.invite(name=name, phone=phone, by=by, gift=GIFT, gift_details={"producer": producer.code})


def receive_membership(*, account: Account, details: dict[str, Any], by: Account) -> None:
    """Make who accepts an invitation a member, as long as its giver still may; the first member leads."""
    producer = Producer.objects.locked_by_code(details["producer"])
    refuse_if(producer is None or not access.may_edit(by, producer), messages.INVITATION_LOST)
    add_member(producer=producer, account=account, by=by, is_lead=not producer.memberships.exists())
