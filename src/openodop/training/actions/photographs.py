"""Photographs of signed sheets, kept beside the list of their session."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from openodop.foundation import pictures
from openodop.foundation.audit import record
from openodop.foundation.refusals import refuse_if
from openodop.people.models import Account
from openodop.training.actions.attendance import locked_for_attendance
from openodop.training.messages import attendance as messages
from openodop.training.models import Session, SheetPhotograph


@transaction.atomic
def add_photograph(*, session: Session, upload: Any, by: Account) -> tuple[SheetPhotograph, bool]:
    """Keep a photograph of the signed sheet; return it, and False when the same one was kept already."""
    refuse_if(upload is None, messages.PHOTOGRAPH_NEEDED, field="photograph")
    session = locked_for_attendance(session, by)
    prepared = pictures.prepare(upload)
    known = session.sheet_photographs.filter(digest=prepared.digest).first()
    if known:
        return known, False
    folder = pictures.new_folder("training")
    photograph = SheetPhotograph.objects.create(
        session=session,
        folder=folder,
        renditions=pictures.keep(prepared, folder=folder),
        digest=prepared.digest,
        width=prepared.width,
        height=prepared.height,
        uploaded_by=by,
    )
    record("training.photograph.added", by=by, about=session, digest=prepared.digest)
    return photograph, True


@transaction.atomic
def remove_photograph(*, photograph: SheetPhotograph, by: Account) -> None:
    session = locked_for_attendance(photograph.session, by)
    record("training.photograph.removed", by=by, about=session, digest=photograph.digest)
    folder, renditions = photograph.folder, photograph.renditions
    photograph.delete()
    transaction.on_commit(lambda: pictures.forget(folder=folder, renditions=renditions))
