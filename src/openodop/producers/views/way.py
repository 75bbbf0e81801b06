"""The pages of one registration in their order, and what is kept between them."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from openodop.people.choices import OFFICERS
from openodop.people.models import Scope, scope_of
from openodop.producers import access, actions, rules
from openodop.producers.forms import EVERYWHERE
from openodop.producers.models import Draft, Producer


@dataclass
class Way:
    """The pages of one registration: of a new producer (by its draft's key), or of changes to one (by its code)."""

    account: Any
    draft: Draft | None = None
    producer: Producer | None = None

    @cached_property
    def is_own(self) -> bool:
        return self.draft.is_own if self.draft and not self.producer else access.is_member(self.account, self.producer)

    @cached_property
    def scope(self) -> Scope:
        """Members may choose any place; an officer chooses among theirs."""
        return EVERYWHERE if self.is_own else scope_of(self.account, *OFFICERS)

    @cached_property
    def steps(self) -> list[str]:
        """An officer of one province or district is not asked for the province."""
        one_province = len({path.split("/")[1] for path in self.scope.paths}) == 1 and all(path.count("/") > 1 for path in self.scope.paths)
        return [step for step in rules.STEPS if step != "province" or not one_province]

    def edited(self) -> Producer:
        return self.draft.edited() if self.draft else copy.copy(self.producer)

    @property
    def done(self) -> list[str]:
        return list(rules.STEPS) if self.producer else self.draft.done

    def url(self, step: str) -> str:
        if self.producer:
            return reverse("producers:change", args=[self.producer.code, step])
        return reverse("producers:step", args=[self.draft.key, step])

    @property
    def check_url(self) -> str:
        if self.producer:
            return reverse("producers:changes", args=[self.producer.code])
        return reverse("producers:check", args=[self.draft.key])

    @property
    def reason(self) -> str:
        """What the officer wrote when it was sent back last."""
        return (self.draft and self.draft.reason) or (self.producer and self.producer.state_reason) or ""

    @property
    def reason_about(self) -> list[str]:
        return (self.draft and self.draft.reason and self.draft.reason_about) or (self.producer and self.producer.reason_about) or []

    def keep(self, step: str, edited: Producer) -> None:
        if self.draft is None:
            self.draft = actions.begin_changes(producer=self.producer, by=self.account)
        self.draft = actions.keep_answers(draft=self.draft, step=step, edited=edited, by=self.account)

    def after(self, step: str) -> str:
        """Return the address that follows a page: the next question, or the check page once all were answered."""
        if step == "province":
            return self.url("district")
        open_step = None if self.producer else rules.first_open_step(self.steps, self.done)
        if open_step is None:
            return self.check_url
        return self.url(rules.next_step(self.steps, step) or open_step)
