"""An officer writes, publishes and takes back; a first draft comes from a course's record."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction

from openodop.foundation.audit import trail
from openodop.foundation.refusals import Refusal
from openodop.news import actions, queries
from openodop.news.models import Article
from openodop.training.models import Course, Enrolment
from tests.makers import a_manager, a_person, a_place, a_programme, an_account, an_officer, two_languages

pytestmark = pytest.mark.django_db


def an_article(*, by, published=True, **fields):
    fields = {"programme": a_programme(), "title": two_languages("Banana fair", "ງານກ້ວຍ"), "body": two_languages("It was good.", "ດີຫຼາຍ."), **fields}
    article = actions.save_article(article=Article(**fields), by=by)
    return actions.publish_article(article=article, by=by) if published else article


def a_held_course(**fields):
    course = Course.objects.create(
        code="LA-ODOP-2022-01", programme=a_programme(), title=two_languages("ODOP course", "ຫຼັກສູດ ໂອດອບ"), starts_on=date(2022, 3, 14),
        ends_on=date(2022, 3, 18), seats=25, state="finished", place=a_place("LA01"), **fields,
    )  # fmt: skip
    for sex, kind, province in (("female", "official", "LA01"), ("female", "firm", "LA13"), ("male", "official", "LA13")):
        person = a_person(sex=sex)
        Enrolment.objects.create(course=course, person=person, kind=kind, way="import", state="enrolled", province=a_place(province))
    return course


def test_a_new_article_is_a_draft_with_a_code_and_a_trail():
    officer = an_officer(a_place("LA01"))
    with time_machine.travel(date(2026, 11, 23)):
        first, second = (an_article(by=officer, place=a_place("LA01"), published=False) for _ in range(2))
    assert (first.code, second.code, first.state) == ("N2026-0001", "N2026-0002", "draft")
    assert trail(first).first().additional_data["event"] == "news.article.saved"


def test_drafts_are_seen_by_their_officers_only():
    officer, elsewhere = an_officer(a_place("LA01")), an_officer(a_place("LA13"))
    draft = an_article(by=officer, place=a_place("LA0101"), published=False)
    assert list(Article.objects.visible_to(officer)) == [draft]
    assert not Article.objects.visible_to(elsewhere).exists()
    assert not Article.objects.visible_to(an_account()).exists()


def test_publishing_twice_is_refused_and_changes_nothing():
    officer = an_officer(a_place("LA01"))
    article = an_article(by=officer, place=a_place("LA01"))
    with pytest.raises(Refusal, match="published already"):
        actions.publish_article(article=article, by=officer)
    assert Article.objects.get().published_at == article.published_at


def test_an_officer_elsewhere_can_neither_change_nor_publish():
    article = an_article(by=an_officer(a_place("LA01")), place=a_place("LA01"), published=False)
    elsewhere = an_officer(a_place("LA13"))
    article.title = two_languages("Other", "ອື່ນ")
    for attempt in (actions.save_article, actions.publish_article):
        with pytest.raises(Refusal, match="other places"):
            attempt(article=article, by=elsewhere)
    kept = Article.objects.get()
    assert (kept.title.data["en"], kept.state) == ("Banana fair", "draft")


def test_an_article_needs_a_title_and_a_text():
    with pytest.raises(Refusal, match="title and a text"):
        actions.save_article(article=Article(programme=a_programme(), title=two_languages("", ""), body=two_languages("x", "")), by=a_manager())
    assert not Article.objects.exists()


def test_the_database_refuses_published_by_nobody():
    article = an_article(by=a_manager(), published=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(state="published")


def test_taking_back_hides_it_again():
    manager = a_manager()
    article = an_article(by=manager)
    actions.withdraw_article(article=article, by=manager)
    assert not Article.objects.in_public().exists()
    with pytest.raises(Refusal, match="not published"):
        actions.withdraw_article(article=article, by=manager)


def test_a_first_draft_tells_what_the_record_knows_in_two_languages():
    article = actions.draft_from_course(course=a_held_course(), by=a_manager())
    assert "3 people took part" in article.lead.data["en"]
    assert "14 March 2022" in article.lead.data["en"]
    assert "Women among them: 2." in article.body.data["en"]
    assert "14 ມີນາ 2022" in article.lead.data["lo"]
    assert article.state == "draft"


def test_no_draft_before_the_course_has_ended():
    course = a_held_course()
    with time_machine.travel(date(2022, 3, 16)), pytest.raises(Refusal, match="has not ended"):
        actions.draft_from_course(course=course, by=a_manager())
    assert not Article.objects.exists()


def test_related_news_of_the_same_course_comes_first():
    manager, course = a_manager(), a_held_course()
    by_place = an_article(by=manager, place=a_place("LA01"))
    by_course = an_article(by=manager, course=course)
    other = an_article(by=manager)
    article = an_article(by=manager, course=course, place=a_place("LA01"))
    assert queries.related_to(article) == [by_course, by_place, other]


def test_news_of_a_district_stands_on_its_province_too():
    article = an_article(by=a_manager(), place=a_place("LA0101"))
    assert queries.about(a_place("LA01"), None) == [article]
    assert queries.about(a_place("LA13"), None) == []
