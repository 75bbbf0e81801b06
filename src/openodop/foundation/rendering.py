"""How Django's forms become our markup."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Our templates for forms, fields and error lists; Django's for the widgets that we leave as they are."""

    form_template_name = "foundation/forms/form.html"
    field_template_name = "foundation/forms/field.html"
