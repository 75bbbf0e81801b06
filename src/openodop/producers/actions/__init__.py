"""What happens to producers: a draft is begun, answered and sent; the officer decides; rows are taken from a table."""

from openodop.producers.actions.decisions import accept_changes, register_producer, send_back_changes, send_back_producer
from openodop.producers.actions.drafts import begin_changes, begin_registration, drop_draft, keep_answers
from openodop.producers.actions.members import GIFT, add_member, invite_member, receive_membership
from openodop.producers.actions.privacy import forget_person
from openodop.producers.actions.sending import new_code, send_changes, submit_draft, submit_producer
from openodop.producers.actions.tables import record_producer

__all__ = [
    "GIFT",
    "accept_changes",
    "add_member",
    "begin_changes",
    "begin_registration",
    "drop_draft",
    "forget_person",
    "invite_member",
    "keep_answers",
    "new_code",
    "receive_membership",
    "record_producer",
    "register_producer",
    "send_back_changes",
    "send_back_producer",
    "send_changes",
    "submit_draft",
    "submit_producer",
]
