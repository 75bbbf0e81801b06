"""The published facts that come with the package: whole, sourced, loaded once."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from i18nfield.strings import LazyI18nString

from openodop.foundation.refusals import Refusal
from openodop.people.models import Organisation
from openodop.places.models import Place
from openodop.programmes import reference
from openodop.programmes.actions import load_reference_programmes
from openodop.programmes.choices import WITH_SOURCE, Certainty, Topic
from openodop.programmes.models import Fact, ProductCategory, Programme, Project
from tests.makers import a_place, a_programme, a_project, two_languages

FACTS = [(record["code"], fact) for record in reference.programmes() + reference.projects() for fact in record["facts"]]


class TestFiles:
    @pytest.mark.parametrize(("owner", "fact"), FACTS, ids=lambda part: part if isinstance(part, str) else part["code"])
    def test_each_statement_has_two_languages_a_topic_and_what_its_certainty_asks(self, owner, fact):
        assert set(fact["statement"]) == {"en", "lo"}
        assert all(text.strip() == text and text for text in fact["statement"].values())
        assert fact["topic"] in Topic.values
        assert fact["certainty"] in Certainty.values
        assert bool(fact["source_title"]) or fact["certainty"] not in WITH_SOURCE
        assert not fact["source_title"] or fact["certainty"] not in (Certainty.UNKNOWN, Certainty.REPEATED)

    def test_sentences_are_short(self):
        sentences = [sentence for _, fact in FACTS for sentence in fact["statement"]["en"].split(". ")]
        assert max(len(sentence.split()) for sentence in sentences) <= 30

    def test_each_programme_says_what_was_not_found(self):
        for record in reference.programmes():
            if record["code"] != "jp-ovop":  # a movement that ended; nothing waits to be found
                assert any(fact["certainty"] == Certainty.UNKNOWN for fact in record["facts"]), record["code"]

    def test_viet_nam_has_both_editions_of_its_groups(self):
        groups = [row for row in reference.categories() if row["programme"] == "vn-ocop" and not row["parent"]]
        assert {row["edition"]: sum(other["edition"] == row["edition"] for other in groups) for row in groups} == {"2019": 6, "2023": 6}
        assert {row["edition"] for row in groups if row["is_in_force"]} == {"2023"}


class TestLoading:
    def test_everything_comes_in(self, loaded):
        assert set(Programme.objects.values_list("code", flat=True)) == {"la-odop", "th-otop", "vn-ocop", "kh-ovop", "jp-ovop"}
        assert Fact.objects.count() == len(FACTS)
        assert ProductCategory.objects.count() == 28
        assert ProductCategory.objects.get(code="fruit-vegetable").parent.code == "food"
        assert Programme.objects.get(code="jp-ovop").country.code == "JP"

    def test_the_project_has_donor_partner_countries_and_eight_months(self, loaded):
        project = Project.objects.get(code="mekong-community-2021")
        assert project.donor.code == "ameicc-secretariat"
        assert [partner.code for partner in project.partners.all()] == ["mekong-institute"]
        assert [place.code for place in project.countries.order_by("code")] == ["KH", "LA", "VN"]
        assert (str(project.starts_on), str(project.ends_on)) == ("2021-12-01", "2022-07-31")
        assert project.source_url.startswith("https://www.mekonginstitute.org/")

    def test_loading_again_changes_nothing(self, loaded):
        before = _everything()
        again = load_reference_programmes()
        assert (again["created"], again["updated"], again["removed"]) == (0, 0, 0)
        assert again["unchanged"] == loaded["created"]
        assert _everything() == before

    def test_a_changed_file_replaces_the_words_and_drops_what_it_no_longer_says(self, loaded):
        Fact.objects.filter(programme__code="la-odop", code="size").update(statement=LazyI18nString({"en": "Old words"}))
        Fact.objects.create(
            programme=Programme.objects.get(code="la-odop"), code="gone", topic=Topic.IDEA, statement="Gone", certainty=Certainty.UNKNOWN
        )
        again = load_reference_programmes()
        assert (again["created"], again["updated"], again["removed"]) == (0, 1, 1)
        assert "fewer than 50 workers" in str(Fact.objects.get(programme__code="la-odop", code="size"))

    def test_without_places_nothing_is_loaded(self, db):
        a_place("JP", language="ja")
        a_place("KH", language="km")
        with pytest.raises(Refusal, match="“LA” is not there yet"):
            load_reference_programmes()
        assert not Programme.objects.exists()
        assert not Organisation.objects.exists()

    def test_the_command_says_what_it_did(self, countries, capsys):
        call_command("load_programmes")
        assert capsys.readouterr().out.endswith("created, 0 updated, 0 unchanged, 0 removed\n")

    def test_the_command_says_what_is_missing(self, db):
        with pytest.raises(CommandError, match="Load the places first"):
            call_command("load_programmes")


def _everything() -> list:
    tables = (Programme, ProductCategory, Project, Fact, Organisation, Place)
    return [list(table.objects.order_by("pk").values()) for table in tables] + [list(Project.countries.through.objects.order_by("pk").values())]


class TestTheDatabaseRefuses:
    def fact(self, **fields) -> Fact:
        fields = {"code": "a", "topic": Topic.IDEA, "statement": two_languages("It is so.", "ເປັນແນວນັ້ນ."), "certainty": Certainty.UNKNOWN, **fields}
        with transaction.atomic():
            return Fact.objects.create(**fields)

    @pytest.mark.parametrize("certainty", WITH_SOURCE)
    def test_a_statement_without_its_source(self, db, certainty):
        programme = a_programme()
        with pytest.raises(IntegrityError):
            self.fact(programme=programme, certainty=certainty)
        assert self.fact(programme=programme, certainty=certainty, source_title="Decision 1225").pk

    def test_a_certainty_or_topic_that_nobody_knows(self, db):
        programme = a_programme()
        with pytest.raises(IntegrityError):
            self.fact(programme=programme, certainty="rumour")
        with pytest.raises(IntegrityError):
            self.fact(programme=programme, topic="gossip")

    def test_a_statement_about_nothing_or_about_two_things(self, db):
        with pytest.raises(IntegrityError):
            self.fact()
        with pytest.raises(IntegrityError):
            self.fact(programme=a_programme(), project=a_project())

    def test_a_second_statement_under_one_code(self, db):
        programme = a_programme()
        self.fact(programme=programme)
        with pytest.raises(IntegrityError):
            self.fact(programme=programme)
