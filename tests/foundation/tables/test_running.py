import pytest
from django.utils import translation

from openodop.foundation.folding import plain
from openodop.foundation.refusals import Refusal
from openodop.foundation.tables import kinds, messages
from openodop.foundation.tables.kinds import Context, TableKind
from openodop.foundation.tables.running import import_file
from openodop.places.models import Place
from tests.foundation.tables.tea import STARS, TEA

pytestmark = pytest.mark.django_db


def run(text: str, kind: TableKind = TEA, *, partial: bool = False, dry_run: bool = False):
    return import_file(kind, text.encode(), Context(dry_run=dry_run), partial=partial)


def numbers(result) -> tuple[int, int, int]:
    return result.created, result.updated, result.unchanged


def said(problems) -> list[tuple[int, str, str, str]]:
    return [(problem.row, problem.column, problem.value, problem.message) for problem in problems]


def test_rows_are_created_updated_and_left_alone():
    assert numbers(run("code,name\nA,Tea\nB,Rice\n")) == (2, 0, 0)
    result = run("code,name\nA,Tea\nB,Sticky rice\nC,Silk\n")
    assert (numbers(result), result.errors) == ((1, 1, 1), [])
    assert result.outcomes == {2: "unchanged", 3: "updated", 4: "created"}
    assert numbers(run("code,name\nA,Tea\nB,Sticky rice\nC,Silk\n")) == (0, 0, 3)


def test_titles_in_any_language_case_and_coding_are_understood():
    for title_row in ("Code;Name", "ລະຫັດ;ຊື່", "MA;TEN GOI", " mã ;Te\u0302n gọi", "Mã (code);Tên / Name", "code;NAME_EN", "code;name en *"):
        assert run(f"{title_row}\nA;Tea\n").errors == [], title_row


def test_a_refused_row_keeps_the_whole_file_out():
    result = run("code,name,stars\nA,Tea,6\nB,Rice,4\nC,,5 sao\n")
    assert said(result.errors) == [
        (2, "stars", "6", str(messages.STARS_NOT_UNDERSTOOD)),
        (4, "name_en", "", str(messages.CELL_MISSING)),
    ]
    assert numbers(result) == (0, 0, 0)
    assert not Place.objects.exists()


def test_partial_keeps_the_good_rows():
    result = run("code,name,stars\nA,Tea,6\nB,Rice,4\n", partial=True)
    assert numbers(result) == (1, 0, 0)
    assert list(Place.objects.values_list("code", flat=True)) == ["B"]


def test_a_dry_run_says_what_the_good_rows_would_do_and_writes_nothing():
    result = run("code,name,stars\nA,Tea,6\nB,Rice,4\n", dry_run=True)
    assert (numbers(result), len(result.errors)) == ((1, 0, 0), 1)
    assert not Place.objects.exists()


def test_all_reasons_of_a_row_are_told_at_once():
    long = "x" * 41
    result = run(f"code,name,stars\n,{long},0 sao\n")
    assert [(problem.column, problem.value) for problem in result.errors] == [("code", ""), ("name_en", long), ("stars", "0 sao")]


def test_a_row_refused_after_writing_is_undone_also_with_partial():
    run("code,name\nA,Tea\n")
    result = run("code,name,note\nA,Green tea,raise late\nB,Rice,raise\n", partial=True)
    assert [problem.message for problem in result.errors] == ["Refused after writing.", "Refused by hand."]
    assert Place.objects.get().name_en == "Tea"


def test_what_the_database_and_actions_refuse_becomes_a_sentence():
    def break_a_constraint(row, context):
        Place.objects.create(code=row["code"], level=2, path="x", name_en="x", language="en", source="test")

    def refuse(row, context):
        raise Refusal("%(who)s is not at home.", field="name_en", who="Nobody")

    def with_take(take_row):
        return TableKind("tea", "Tea", TEA.columns, take_row, may_import=lambda account: True)

    assert said(run("code,name\nA,Tea\n", with_take(break_a_constraint)).errors) == [(2, "", "", str(messages.ROW_NOT_KEPT))]
    assert said(run("code,name\nA,Tea\n", with_take(refuse)).errors) == [(2, "name_en", "Tea", "Nobody is not at home.")]


def test_missing_and_doubled_columns_are_one_error_each_and_refuse_everything():
    result = run("Name,English name,Colour\nTea,Tea,green\n", partial=True)
    assert said(result.errors) == [
        (1, "name_en", "English name", messages.COLUMN_TWICE % {"title": "English name"}),
        (1, "code", "", messages.COLUMN_MISSING % {"title": "Code"}),
    ]
    assert said(result.notes) == [(1, "", "Colour", str(messages.COLUMN_UNKNOWN))]
    with translation.override("lo"):
        assert "ລະຫັດ" in run("Name\nTea\n").errors[0].message


def test_a_table_of_something_else_is_told_once():
    anything = TableKind("anything", "Anything", (STARS,), TEA.take_row, may_import=lambda account: True)
    result = run("Colour,Size\ngreen,2\nred,3\n", anything)
    assert said(result.errors) == [(1, "", "Colour", messages.COLUMNS_ALL_UNKNOWN % {"titles": "Stars"})]


def test_titles_may_stand_below_a_heading_and_counting_columns_are_left_out_silently():
    result = run("LIST OF TEAS 2026,,\n,,\nSTT,Mã,Tên\n1,A,Tea\n")
    assert (numbers(result), result.notes) == ((1, 0, 0), [])
    assert run("LIST,,\nSTT,Mã,Tên,Hạng sao\n1,A,Tea,7\n").errors[0].row == 3


def test_notes_are_told_for_rows_that_are_taken():
    assert said(run("code,name,note\nA,Tea,say\n").notes) == [(2, "note", "say", "Said about a row.")]
    assert said(run("code,name\n").notes) == [(0, "", "", str(messages.NO_ROWS))]


def test_an_unquoted_comma_is_noticed():
    assert said(run("code,name\nA,Tea, green\n").errors) == [(2, "", "green", str(messages.ROW_TOO_WIDE))]


def test_failed_formulas_are_not_taken_as_texts():
    assert run("code,name\nA,#REF!\n").errors[0].message == messages.CELL_IS_ERROR


def test_no_two_columns_of_a_kind_share_a_title():
    for kind in kinds.every_kind():
        owner: dict[str, str] = {}
        for column in kind.columns:
            for title in {column.name, *(title for titles in column.titles.values() for title in titles)}:
                assert owner.setdefault(plain(title), column.name) == column.name, f"{kind.name}: {title}"
