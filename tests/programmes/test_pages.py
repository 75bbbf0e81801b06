"""Pages of programmes and projects: every statement with its source and how certain it is."""

from __future__ import annotations

import re

import pytest
from django.utils.translation import ngettext_lazy

from openodop.foundation import panels
from openodop.programmes.choices import Certainty, Topic
from openodop.programmes.models import Fact, Programme
from openodop.programmes.queries import by_topic, editions_of
from openodop.programmes.templatetags.programmes import when
from tests.makers import a_place, a_programme, a_project, two_languages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_guests(monkeypatch):
    """The pages alone: what higher rooms show there is tested in their rooms."""
    monkeypatch.setitem(panels._counters, "programmes", {})
    for place in ("programmes.programme", "programmes.project"):
        monkeypatch.setitem(panels._panels, place, {})


def read(client, address: str, language: str = "en") -> str:
    answer = client.get(address, headers={"Accept-Language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def section(page: str, name: str) -> str:
    start = page.index(f'aria-labelledby="{name}"')
    return page[start : page.index("</section>", start)]


class TestProgramme:
    def test_a_statement_stands_with_its_date_word_and_source(self, client, loaded):
        legal = section(read(client, "/programmes/la-odop/"), "legal_base")
        item = legal[: legal.index("</li>")]
        assert '<b class="nowrap">1 August 2017</b>: Decision 1225 of the Minister' in item
        assert '<span class="tag" >Reported</span>' in item
        assert '<a href="https://www.idsala.com/2017/08/blog-post_22.html" rel="external noopener" lang="en">' in item

    def test_what_was_not_found_is_said(self, client, loaded):
        page = read(client, "/programmes/la-odop/")
        assert "<strong>Not found:</strong> How long the mark is valid" in section(page, "validity")
        assert "<li" not in section(page, "validity")

    def test_the_words_of_certainty_are_explained(self, client, loaded):
        page = read(client, "/programmes/th-otop/")
        legend = page[page.index('aria-labelledby="certainty"') : page.index("</aside>")]
        assert re.findall(r'<span class="tag[^>]*>([^<]+)</span>', legend) == ["Official", "Reported", "Inferred", "Often repeated", "Not found"]
        assert "Often repeated" in section(page, "stars")

    def test_in_lao(self, client, loaded):
        page = read(client, "/programmes/la-odop/", "lo")
        assert "<h1>ໜຶ່ງເມືອງ ໜຶ່ງຜະລິດຕະພັນ ສປປ ລາວ</h1>" in page
        assert "1 ສິງຫາ 2017" in section(page, "legal_base")
        assert "ບໍ່ພົບ:" in section(page, "validity")
        assert '<p class="second" lang="en">One District One Product, Lao PDR</p>' in page

    def test_both_editions_of_the_groups_the_one_in_force_first(self, client, loaded):
        groups = section(read(client, "/programmes/vn-ocop/"), "groups")
        assert re.findall(r"<h3>([^<]+)</h3>", groups) == ["Rules of 2023, in force", "Rules of 2019, replaced"]
        assert "Processed from vegetables, tubers, fruit, seeds" in groups
        assert "Dịch vụ du lịch nông thôn và bán hàng" in groups

    def test_a_local_name_of_our_own_says_so(self, client, loaded):
        groups = section(read(client, "/programmes/th-otop/"), "groups")
        assert groups.count("our own draft of the local name") == 3

    def test_it_leads_to_country_and_project(self, client, loaded):
        page = read(client, "/programmes/la-odop/")
        assert '<a href="/places/LA/"' in page
        assert '<a href="/projects/mekong-community-2021/">' in page

    @pytest.mark.parametrize("code", ["la-otop", "%00", "ບໍ່ມີ"])
    def test_an_unknown_code_gets_a_sentence(self, client, code):
        answer = client.get(f"/programmes/{code}/")
        assert answer.status_code == 404
        assert "There is no programme with the code" in answer.content.decode()

    @pytest.mark.parametrize("rows", [1, 3])
    def test_as_many_queries_for_one_statement_as_for_three(self, client, django_assert_num_queries, rows):
        programme = a_programme()
        for number in range(rows):
            Fact.objects.create(programme=programme, code=str(number), topic=Topic.IDEA, statement=two_languages("So", "ແນວນັ້ນ"), certainty="unknown")
            programme.categories.create(code=str(number), name=two_languages("Food", "ອາຫານ"), source="test")
            a_project().programmes.add(programme)
        with django_assert_num_queries(4):  # programme, statements, groups, projects
            read(client, "/programmes/la-odop/")


class TestProject:
    def test_who_pays_where_and_when(self, client, loaded):
        page = read(client, "/projects/mekong-community-2021/")
        assert "December 2021 to July 2022" in page
        assert all(text in page for text in ("AMEICC Secretariat", "Mekong Institute", '<a href="/places/KH/">', '<a href="/programmes/vn-ocop/">'))
        assert 'href="https://www.mekonginstitute.org/news-activities/news-details/2021/12/15/thailands-success-i/"' in page
        assert "Not found:</strong> When the course for Cambodia took place." in section(page, "courses")

    def test_in_lao(self, client, loaded):
        page = read(client, "/projects/mekong-community-2021/", "lo")
        assert "ທັນວາ 2021 ຫາ ກໍລະກົດ 2022" in page
        assert "ກອງເລຂາ AMEICC" in page

    def test_higher_rooms_show_theirs(self, client):
        project = a_project()
        panels.register("programmes.project", "courses", lambda request, shown: f"<p>Courses of {shown.code}</p>")
        assert f"<p>Courses of {project.code}</p>" in read(client, project.get_absolute_url())

    def test_a_project_that_goes_on_has_no_end(self, client):
        project = a_project(ends_on=None)
        assert "Since December 2021" in read(client, project.get_absolute_url())

    def test_an_unknown_code_gets_a_sentence(self, client):
        answer = client.get("/projects/none/")
        assert answer.status_code == 404
        assert "There is no project with the code “none”." in answer.content.decode()


class TestLists:
    def test_programmes_with_country_and_owner(self, client, loaded):
        page = read(client, "/programmes/")
        assert re.findall(r'<a href="/programmes/([a-z-]+)/"', page) == ["jp-ovop", "kh-ovop", "la-odop", "th-otop", "vn-ocop"]
        assert "Community Development Department, Ministry of Interior" in page

    def test_they_say_what_higher_rooms_count(self, client, loaded):
        label = ngettext_lazy("%(count)d good", "%(count)d goods", "count")
        panels.register_count(
            "programmes.goods", lambda found: {found[2].pk: 12} if len(found) == 5 else {found[0].pk: 3}, title="Goods", label=label
        )
        assert read(client, "/programmes/").count("12 goods") == 1
        assert "<p>3 goods</p>" in read(client, "/programmes/la-odop/")

    def test_empty_lists_say_so(self, client):
        assert "No programme is written down yet." in read(client, "/programmes/")
        assert "No project is written down yet." in read(client, "/projects/")

    @pytest.mark.parametrize("rows", [1, 3])
    def test_as_many_queries_for_one_programme_as_for_three(self, client, django_assert_num_queries, rows):
        for number in range(rows):
            a_programme(f"la-{number}")
        with django_assert_num_queries(2):  # how many, which
            assert read(client, "/programmes/").count('href="/programmes/la-') == rows

    @pytest.mark.parametrize("rows", [1, 3])
    def test_as_many_queries_for_one_project_as_for_three(self, client, django_assert_num_queries, rows):
        for _ in range(rows):
            a_project().countries.add(a_place("LA"))
        with django_assert_num_queries(3):  # how many, which, countries
            assert read(client, "/projects/").count('href="/projects/project-') == rows


class TestOrder:
    def test_newest_figures_first_and_unknown_apart(self, loaded):
        figures = next(about for about in by_topic(Programme.objects.get(code="la-odop").facts.all()) if about.is_figures)
        assert [fact.as_of for fact in figures.known] == ["2024-03", "2020", "2019-06", "2017-01"]
        levels = next(about for about in by_topic(Programme.objects.get(code="la-odop").facts.all()) if about.topic == Topic.LEVELS)
        assert [fact.certainty for fact in levels.not_found] == [Certainty.UNKNOWN]

    def test_sub_groups_stand_under_their_group(self, loaded, django_assert_num_queries):
        programme = Programme.objects.get(code="vn-ocop")
        with django_assert_num_queries(1):
            present, former = editions_of(programme)
        food = next(group for group in present.groups if group.category.code == "food")
        assert (len(food.parts), len(present.groups), len(former.groups)) == (8, 6, 6)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2017-08-01", "1 August 2017"),
        ("2024-03", "March 2024"),
        ("2012", "2012"),
        ("2008-2012", "2008–2012"),
        ("2006, 2017", "2006, 2017"),
        ("2024-13", "2024–13"),
    ],
)
def test_a_date_is_as_exact_as_its_source(written, shown):
    assert when(written) == shown
