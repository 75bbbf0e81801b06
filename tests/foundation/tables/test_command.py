import json

import pytest

from openodop.foundation.tables import kinds
from openodop.foundation.tables.command import run
from openodop.places.models import Place
from tests.foundation.tables.tea import SEASONAL, TEA
from tests.makers import an_account

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def teas(monkeypatch):
    monkeypatch.setattr(kinds, "_kinds", {"tea": TEA, "seasonal": SEASONAL})


@pytest.fixture
def file(tmp_path):
    def write(content: str | bytes, name: str = "table.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


def report(capsys) -> dict:
    return json.loads(capsys.readouterr().out)


def test_all_rows_taken_is_exit_0(file, capsys):
    assert run(["tea", file("code,name\nA,ຊາ\n"), "--json"]) == 0
    assert report(capsys) == {"kind": "tea", "created": 1, "updated": 0, "unchanged": 0, "errors": [], "notes": []}


def test_refused_rows_are_exit_1_and_named(file, capsys):
    assert run(["tea", file("code,name,stars\nA,ຊາ,9\n"), "--json"]) == 1
    found = report(capsys)
    assert found["created"] == 0
    assert [(error["row"], error["column"], error["value"]) for error in found["errors"]] == [(2, "stars", "9")]
    assert not Place.objects.exists()


def test_partial_still_reports_the_refused_rows(file):
    assert run(["tea", file("code,name,stars\nA,Tea,9\nB,Rice,1\n"), "--partial"]) == 1
    assert Place.objects.get().code == "B"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["rice", "table.csv"], "“rice”"),
        (["tea", "no-such-file.csv"], "no-such-file.csv"),
        (["tea"], "cannot be opened"),
        (["seasonal", "table.csv"], "--programme"),
        (["seasonal", "table.csv", "--programme", "wet"], "“wet”"),
        (["tea", "table.csv", "--by", "U999999"], "U999999"),
    ],
)
def test_what_cannot_begin_is_exit_2_with_a_sentence(arguments, word, file, capsys):
    path = file("code,name\nA,Tea\n")
    arguments = [path if argument == "table.csv" else argument for argument in arguments]
    assert run([*arguments, "--json"]) == 2
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert word in printed.err
    assert [error["row"] for error in found["errors"]] == [0]
    assert not Place.objects.exists()


def test_unreadable_files_are_exit_2(file):
    assert run(["tea", file(b"")]) == 2
    assert run(["tea", file(b"%PDF-1.4", "list.xlsx")]) == 2
    assert run(["tea", file(bytes(40 * 2**20), "big.csv")]) == 2


def test_the_programme_reaches_the_rows_and_a_named_account_must_be_allowed(file, monkeypatch):
    path = file("code,name\nA,Tea\n")
    assert run(["seasonal", path, "--programme", "dry"]) == 0
    kinds.register(kinds.TableKind("closed", "Closed", TEA.columns, TEA.take_row, may_import=lambda account: False))
    assert run(["closed", path, "--by", an_account().code]) == 2


def test_words_are_printed_for_people_and_titles_on_request(file, capsys):
    assert run(["tea", file("code,name,stars\nA,Tea,9\n"), "--dry-run"]) == 1
    assert "9" in capsys.readouterr().out
    assert run(["tea", "--titles"]) == 0
    assert "lo: ຊື່" in capsys.readouterr().out
