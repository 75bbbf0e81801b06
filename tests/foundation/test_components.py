"""Each component: what it shows, what it says to those who do not see it, and that nothing typed becomes markup."""

from datetime import date
from pathlib import Path

import pytest
from django import forms
from django.utils import translation

from openodop.foundation import drawings, icons
from openodop.foundation.gallery_form import SampleForm
from openodop.foundation.paging import page_of
from tests.foundation.cotton_makers import show

COTTON = Path(__file__).resolve().parents[2] / "src" / "openodop" / "foundation" / "templates" / "cotton"
FORM = SampleForm({"kind": "chips"})
FORM.is_valid()
#: one use of every component, and words that must stand in what it shows
USES = {
    "band": ('<c-band code="LA0108" />', 'class="weave"'),
    "bar": ('<c-bar percent="84" label="84 of 100" tick="90" />', 'aria-label="84 of 100"'),
    "breadcrumbs": ('<c-breadcrumbs><c-crumb href="/">Home</c-crumb></c-breadcrumbs>', "<nav"),
    "button": ("<c-button>Send message</c-button>", "Send message</button>"),
    "card": ('<c-card href="/products/1/" title="Tea" drawing="tea" />', "drawings/tea"),
    "chip": ('<c-chip href="?q=" on="yes">Silk</c-chip>', "chip--on"),
    "crumb": ("<c-crumb>Sangthong</c-crumb>", 'aria-current="page"'),
    "date_block": ('<c-date-block :start="start" :end="end" />', "16–20"),
    "empty": ('<c-empty title="No products yet" href="/x/" button="Register">First one.</c-empty>', "drawings/empty"),
    "fact": ('<c-fact term="Keeps" change="/x/">6 months</c-fact>', '<span class="vh"> Keeps</span>'),
    "facts": ("<c-facts></c-facts>", "<dl"),
    "field": ('<c-field :field="form.net_weight" affix="g" />', "<span>g</span>"),
    "figure": ('<c-figure value="94 %" label="attendance" />', "<b>94 %</b>"),
    "figures": ("<c-figures></c-figures>", "figs"),
    "fold": ('<c-fold title="Day one" number="1" open="yes">Content</c-fold>', "<details"),
    "form_errors": ('<c-form-errors :form="form" />', 'role="alert"'),
    "help": ('<c-help href="/x/">Lesson</c-help>', 'class="help"'),
    "icon": ('<c-icon name="pin" />', 'aria-hidden="true"'),
    "item": ('<c-item title="Course" href="/x/" detail="Five days" />', "item--link"),
    "items": ("<c-items></c-items>", "<ul"),
    "knots": ('<c-knots done="2" total="6" />', "Step 2 of 6"),
    "more": ('<c-more href="/x/">All courses</c-more>', 'href="/x/"'),
    "next_step": ('<c-next-step title="Choose a pouch" href="/x/" button="Open" band="LA0108" minutes="10" />', "About 10 minutes"),
    "notice": ('<c-notice kind="warn" title="Due.">Soon.</c-notice>', "notice--warn"),
    "pagination": ('<c-pagination :page="page" />', 'aria-current="page"'),
    "person": ('<c-person initials="FT" name="Food technologist" detail="University" />', "Food technologist"),
    "qr": ('<c-qr text="https://odop.example.org/" label="Address" />', "<title>Address</title>"),
    "save_state": ('<c-save-state key="x" />', 'role="status"'),
    "stars": ('<c-stars value="4" />', 'aria-label="4 of 5 stars"'),
    "steps_across": ("<c-steps-across><li>Needs</li></c-steps-across>", "<ol"),
    "table": ('<c-table caption="Groups"><tbody></tbody></c-table>', "<caption>Groups</caption>"),
    "tag": ('<c-tag kind="ok">Registered</c-tag>', "tag--ok"),
    "thread": ("<c-thread></c-thread>", "<ol"),
    "thread/step": ('<c-thread.step state="now" title="Dried" />', "is-now"),
    "tray": ('<c-tray drawing="silk" ground="lac" />', "art--lac"),
}
CONTEXT = {"form": FORM, "start": date(2026, 3, 16), "end": date(2026, 3, 20)}


def test_every_component_is_used_here():
    assert set(USES) == {str(file.relative_to(COTTON).with_suffix("")) for file in COTTON.glob("**/*.html")}


@pytest.mark.parametrize("name", USES)
def test_a_component_shows_what_it_is_given(name, rf):
    source, expected = USES[name]
    assert expected in show(source, **CONTEXT, page=page_of(list(range(100)), rf.get("/products/")))


@pytest.mark.parametrize("source", [
    '<c-button href="/x/">{{ typed }}</c-button>',
    '<c-button aria-label="{{ typed }}">x</c-button>',
    '<c-card href="/x/" title="{{ typed }}" place="{{ typed }}" note="{{ typed }}" />',
    '<c-item title="{{ typed }}" detail="{{ typed }}" />',
    '<c-person name="{{ typed }}" />',
    '<c-notice title="{{ typed }}">{{ typed }}</c-notice>',
    '<c-next-step title="{{ typed }}" why="{{ typed }}" href="/x/" />',
    '<c-qr text="x" label="{{ typed }}" />',
    '<c-bar percent="1" label="{{ typed }}" />',
    '<c-item :title="typed" />',
    '<c-card href="/x/" :title="typed" />',
])  # fmt: skip
def test_nothing_typed_becomes_markup(source):
    shown = show(source, typed='"><script>alert(1)</script>')
    assert "<script" not in shown
    assert "&lt;script" in shown


def test_a_button_is_a_link_where_it_leads_somewhere():
    assert show('<c-button href="/x/" variant="secondary" small="yes">Open</c-button>').startswith('<a class="btn btn--2 btn--s" href="/x/"')
    assert 'type="submit" name="way" value="later"' in show('<c-button name="way" value="later">Later</c-button>')


def test_further_attributes_reach_the_element():
    assert 'aria-label="Close"' in show('<c-button aria-label="Close">x</c-button>')
    assert 'hx-get="/x/"' in show('<c-items hx-get="/x/"></c-items>')


@pytest.mark.parametrize(("value", "on"), [("0", 0), ("3", 3), ("5", 5), ("9", 5), ("-1", 0), ("", 0)])
def test_stars_are_said_in_words(value, on):
    shown = show(f'<c-stars value="{value}" />')
    assert f'role="img" aria-label="{on} of 5 stars"' in shown
    assert (shown.count("<svg"), shown.count('class="off"')) == (5, 5 - on)


def test_a_card_marks_both_languages():
    shown = show('<c-card href="/x/" title="ກ້ວຍຕາກ" lang="lo" second="Sun-dried banana" second_lang="en" />')
    assert '<a href="/x/" lang="lo">ກ້ວຍຕາກ</a>' in shown
    assert 'lang="en">Sun-dried banana' in shown


def test_a_card_shows_its_photograph_instead_of_a_drawing():
    shown = show('<c-card href="/x/" title="Tea" picture_url="/p/1.avif" />')
    assert 'src="/p/1.avif"' in shown
    assert "drawings/" not in shown


def test_a_qr_code_holds_the_address_as_it_is():
    address = "https://odop.example.org/?a=1&b=2"
    assert show('<c-qr text="{{ address }}" />', address=address) == show("{% qr address %}", address=address)


def test_an_unknown_drawing_is_a_parcel_of_food_and_an_unknown_icon_a_mistake():
    assert "generic-food" in show('<c-tray drawing="moon" />')
    with pytest.raises(KeyError):
        show('<c-icon name="moon" />')


def test_the_band_of_a_place_never_changes():
    assert show('<c-band code="LA0108" />') == show('<c-band code="LA0108" />')
    assert 'fill="url(#band-lozenge-2-2)"' in show('<c-band code="LA0108" />')


@pytest.mark.parametrize(("start", "end", "days", "month"), [
    (date(2026, 3, 16), date(2026, 3, 20), "16–20", "Mar 2026"),
    (date(2026, 3, 16), date(2026, 3, 16), "16", "Mar 2026"),
    (date(2026, 3, 30), date(2026, 4, 2), "30 Mar –", "2 Apr 2026"),
    (date(2025, 12, 30), date(2026, 1, 2), "30 Dec –", "2 Jan 2026"),
])  # fmt: skip
def test_days_are_written_as_people_say_them(start, end, days, month):
    assert f"<b>{days}</b><small>{month}</small>" in show('<c-date-block :start="start" :end="end" />', start=start, end=end)


def test_a_list_of_one_page_has_no_page_numbers(rf):
    assert show('<c-pagination :page="page" />', page=page_of([1, 2], rf.get("/products/"))) == ""


def test_page_numbers_keep_the_filters(rf):
    assert 'href="/products/?q=tea&amp;page=2"' in show('<c-pagination :page="page" />', page=page_of(list(range(100)), rf.get("/products/?q=tea")))


def test_a_run_in_another_language_says_so():
    with translation.override("en"):
        assert show("{% run text %}", text="Sangthong") == "Sangthong"
        assert show('{% run text "strong" %}', text=_localised({"lo": "ສັງທອງ"})) == "<strong lang='lo'>ສັງທອງ</strong>"


def _localised(data):
    # only here, so that the rest of the module reads without it
    from i18nfield.strings import LazyI18nString  # noqa: PLC0415

    return LazyI18nString(data)


def test_form_errors_lead_to_boxes_that_are_there():
    form = SampleForm({"made_on_day": "31", "made_on_month": "2", "made_on_year": "2026"})
    shown = show('<c-form-errors :form="form" />{{ form }}', form=form)
    for target in ("id_net_weight", "id_kind_0", "id_made_on_day"):
        assert f'href="#{target}"' in shown
        assert f'id="{target}"' in shown
    assert "There are 3 things to fix" in shown
    assert show('<c-form-errors :form="form" />', form=SampleForm()) == ""


def test_a_field_says_its_hint_and_error_to_screen_readers():
    shown = show('<c-field :field="form.net_weight" />', form=FORM)
    label, hint, error, box = (shown.index(part) for part in ("<label", 'id="id_net_weight_helptext"', 'id="id_net_weight_error"', "<input"))
    assert label < hint < error < box
    assert 'aria-describedby="id_net_weight_helptext id_net_weight_error"' in shown
    assert 'aria-invalid="true"' in shown


def test_choices_are_rows_with_one_legend():
    shown = show('<c-field :field="form.kind" />', form=SampleForm())
    assert shown.count("<legend>") == 1
    assert shown.count('<label class="choice"') == 2


def test_a_kept_file_can_be_taken_away():
    class Kept:
        url, name = "/files/1.jpg", "1.jpg"

        def __str__(self):
            return self.name

    class WithFile(forms.Form):
        picture = forms.FileField(required=False)

    shown = show("{{ form }}", form=WithFile(initial={"picture": Kept()}))
    assert 'name="picture-clear"' in shown
    assert 'href="/files/1.jpg"' in shown


def test_there_are_enough_icons_and_drawings():
    assert len(icons.PATHS) >= 45
    assert {"banana-dried", "silk", "pouch", "dryer-house", "empty"} <= set(drawings.DRAWN)
