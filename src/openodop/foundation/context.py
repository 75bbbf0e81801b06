"""What every template may use."""

from django.http import HttpRequest

from openodop.foundation import menus


def frame(request: HttpRequest) -> dict[str, object]:
    """Menus of the page; evaluated only by templates that show them."""
    return {"menu": _Lazy(menus.public, request), "work_menu": _Lazy(menus.work, request)}


class _Lazy:
    """Iterates the shown entries; error pages and fragments that have no menu pay nothing."""

    def __init__(self, menu: list[menus.Entry], request: HttpRequest) -> None:
        self.menu, self.request = menu, request

    def __iter__(self):
        return iter(menus.shown(self.menu, self.request))
