"""The base pages: their frame without a menu, with one, when signed in, and when everything is broken."""

from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from openodop.foundation import error_pages
from openodop.foundation.gallery_form import SampleForm


def page(template, rf, path="/products/", user=None, **context):
    request = rf.get(path)
    request.user = user or SimpleNamespace(is_authenticated=False)
    return render_to_string(template, context, request=request)


def test_a_page_says_its_language(rf):
    with translation.override("lo"):
        assert '<html lang="lo">' in page("404.html", rf)


def test_the_language_switch_keeps_the_page_and_drops_the_language_of_the_address(rf):
    shown = page("404.html", rf, "/products/?q=tea&lang=th")
    assert 'name="next" value="/products/?q=tea"' in shown
    assert [f'value="{code}" lang="{code}"' in shown for code in ("lo", "en", "th", "km", "vi")] == [True] * 5


def test_a_stranger_is_offered_to_sign_in_and_an_account_its_page(rf):
    assert "Sign in" in page("404.html", rf)
    shown = page("404.html", rf, user=SimpleNamespace(is_authenticated=True, name="Bouakham", is_programme_staff=False, has_perm=lambda *a: False))
    assert "Sign in" not in shown
    assert "Bouakham" in shown


@pytest.mark.parametrize(
    "template", ["400.html", "403.html", "404.html", "429.html", "500.html", "form_page.html", "print.html", "work.html", "centred.html"]
)
def test_a_page_has_one_main_part_and_one_heading_at_most(template, rf):
    shown = page(template, rf, form=SampleForm())
    assert shown.count('<main id="main"') == 1
    assert shown.count("<h1") <= 1
    assert 'href="#main"' in shown


def test_no_page_loads_htmx_unasked(rf):
    assert "htmx" not in page("form_page.html", rf, form=SampleForm())


def test_a_form_page_shows_the_way_back_the_step_and_where_the_draft_is(rf):
    shown = page("form_page.html", rf, form=SampleForm(), back="/before/", step=2, steps=6, draft_key="product-1")
    assert 'href="/before/"' in shown
    assert "Step 2 of 6" in shown
    assert 'data-draft="product-1"' in shown
    assert 'data-save-state="product-1"' in shown
    assert 'enctype="multipart/form-data"' in shown


class Broken:
    """A request nothing of which can be read, as when the database is gone."""

    def __getattr__(self, name):
        raise RuntimeError(name)


def test_the_page_of_a_failure_needs_nothing_of_the_request():
    response = error_pages.broken(Broken())
    assert response.status_code == 500
    assert b"Something broke on our side" in response.content
    assert b"data-failed" in response.content


def test_the_gallery_is_for_staff(client, rf, django_user_model, db):
    assert client.get("/gallery/").status_code == 302
    stranger = django_user_model.objects.create_user(name="Account", phone="+8562055000001", password="banana-leaf-42")
    client.force_login(stranger)
    assert client.get("/gallery/").status_code == 403
