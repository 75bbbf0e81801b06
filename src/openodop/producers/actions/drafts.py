from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from openodop.foundation.refusals import refuse_if
from openodop.people.choices import OFFICERS
from openodop.people.models import scope_of
from openodop.producers import access, messages, rules
from openodop.producers.models import Draft, Producer
from openodop.programmes.models import Programme


@transaction.atomic
def begin_registration(*, programme: Programme, by: Any) -> Draft:
    """Begin the registration of a new producer; somebody who is not an officer goes on with the one already begun."""
    if access.is_officer(by):
        return Draft.objects.create(programme=programme, created_by=by, is_own=False, answers=_known_place(programme, by))
    draft, _ = Draft.objects.new().get_or_create(created_by=by, is_own=True, producer=None, sent_as=None, defaults={"programme": programme})
    if draft.programme_id != programme.pk:
        # Another country's form: the places answered so far are not in it.
        draft.programme, draft.answers = programme, {name: answer for name, answer in draft.answers.items() if name != "place"}
        draft.done = [step for step in draft.done if "place" not in rules.STEPS[step]]
        draft.save()
    return draft


def _known_place(programme: Programme, by: Any) -> dict[str, Any]:
    """The province or district of an officer who has just one, so that nobody has to choose it."""
    paths = scope_of(by, *OFFICERS).paths
    post = next((post for post in by.active_posts if post.place and [post.place.path] == list(paths)), None)
    return {"place": post.place_id} if post and post.place.level and post.place.path.startswith(programme.country.path) else {}


@transaction.atomic
def begin_changes(*, producer: Producer, by: Any) -> Draft:
    """Begin changes of a producer in the register, or go on with those begun by another member."""
    producer = Producer.objects.locked(producer.pk)
    refuse_if(not access.may_edit(by, producer), messages.NOT_YOUR_PRODUCER)
    is_own = access.is_member(by, producer)
    draft, _ = Draft.objects.get_or_create(producer=producer, defaults={"programme": producer.programme, "created_by": by, "is_own": is_own})
    return draft


@transaction.atomic
def keep_answers(*, draft: Draft, step: str, edited: Producer, by: Any) -> Draft:
    """Keep the answers of one page of the form; changes that waited for the officer come back to be sent again."""
    draft = Draft.objects.locked(draft.pk)
    refuse_if(not access.may_edit_draft(by, draft), messages.NOT_YOUR_DRAFT)
    edited.settle_consent(timezone.now())
    draft.answers |= edited.answers((*rules.STEPS[step], "contact_consent_at"))
    draft.done = [*dict.fromkeys([*draft.done, step])]
    draft.sent_at = None
    draft.save()
    return draft


@transaction.atomic
def drop_draft(*, draft: Draft, by: Any) -> None:
    """Forget answers that are not in the register."""
    draft = Draft.objects.locked(draft.pk)
    refuse_if(not access.may_edit_draft(by, draft), messages.NOT_YOUR_DRAFT)
    draft.delete()
