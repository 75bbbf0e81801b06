"""Renders small pieces of template with components, as a page would."""

from typing import Any

from django.template import RequestContext, Template
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler


def show(source: str, **context: Any) -> str:
    """Return the HTML of a piece of template that may hold <c-…> components."""
    template = Template("{% load i18n foundation %}" + CottonCompiler().process(source))
    return template.render(RequestContext(RequestFactory().get("/products/?q=tea&lang=lo"), context)).strip()
