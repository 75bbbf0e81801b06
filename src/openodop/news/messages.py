"""Sentences that the room says to people."""

from django.utils.translation import gettext_lazy as _

NOT_YOURS = _("This article belongs to other places. Ask the officer who wrote it.")
NEEDS_TITLE_AND_TEXT = _("Write a title and a text in one language at least.")
ALREADY_PUBLISHED = _("This article is published already.")
NOT_PUBLISHED = _("This article is not published.")
COURSE_HAS_NOT_ENDED = _("The course has not ended yet. A draft can be made from %(date)s.")
SAVED = _("Saved. Only officers see it until you publish it.")
PUBLISHED = _("Published. Everyone can read it now.")
WITHDRAWN = _("Taken back. Only officers see it now.")
DRAFT_MADE = _("A first draft was made from the course's record. Read it, add what people said, then publish it.")
