"""Who may write news."""

from __future__ import annotations

from typing import Any

from openodop.people.choices import OFFICERS


def may_write(account: Any) -> bool:
    """Officers and programme managers write news of their places."""
    return getattr(account, "is_authenticated", False) and bool(account.scope(*OFFICERS))


def may_change(account: Any, article: Any) -> bool:
    """Own articles and those of one's places; `Article.objects.written_by` answers the same for lists."""
    if not may_write(account):
        return False
    where = article.place or article.programme.country
    return article.created_by_id == account.pk or account.scope(*OFFICERS).covers(where)
