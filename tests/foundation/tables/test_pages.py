import io
import json
from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from openodop.foundation.tables import kinds, messages, uploads
from openodop.places.models import Place
from tests.foundation.tables.tea import SEASONAL, TEA
from tests.makers import an_account

pytestmark = pytest.mark.django_db
GOOD = "code,name\nA,Tea\nB,Rice\n"
BAD = "code,name,stars\nA,Tea,9\nB,Rice,4\n"


@pytest.fixture(autouse=True)
def teas(monkeypatch):
    closed = kinds.TableKind("closed", "Closed", TEA.columns, TEA.take_row, may_import=lambda account: False)
    monkeypatch.setattr(kinds, "_kinds", {"tea": TEA, "seasonal": SEASONAL, "closed": closed})


@pytest.fixture
def officer(client):
    account = an_account()
    client.force_login(account)
    return account


def send(client, text: str | bytes, kind: str = "tea", **fields):
    content = text if isinstance(text, bytes) else text.encode()
    return client.post(reverse("tables:send", args=[kind]), {"file": SimpleUploadedFile("list.csv", content), **fields})


def preview(client, text: str, **fields) -> tuple[str, object]:
    address = send(client, text, **fields).url
    return address, client.get(address)


def digest(response) -> str:
    return response.context["upload"].digest


def kept_files() -> list[str]:
    try:
        return [token for token in default_storage.listdir(uploads.FOLDER)[0] if default_storage.exists(f"{uploads.FOLDER}/{token}/table")]
    except FileNotFoundError:
        return []


def test_visitors_sign_in_and_others_are_told_in_words(client, officer):
    assert b"officer of your place" in client.get(reverse("tables:send", args=["closed"])).content
    assert client.get(reverse("tables:send", args=["closed"])).status_code == 403
    assert client.post(reverse("tables:send", args=["closed"])).status_code == 403
    assert client.get(reverse("tables:send", args=["unknown"])).status_code == 404
    client.logout()
    for name, arguments in (("start", []), ("send", ["tea"]), ("empty", ["tea"]), ("table", ["tea", "x"])):
        assert client.get(reverse(f"tables:{name}", args=arguments)).status_code == 302


def test_nobody_who_may_import_nothing_sees_the_list_of_tables(client, officer, monkeypatch):
    assert client.get(reverse("tables:start")).status_code == 200
    monkeypatch.setattr(kinds, "_kinds", {"closed": kinds.find_kind("closed")})
    response = client.get(reverse("tables:start"))
    assert (response.status_code, str(messages.MAY_NOT_IMPORT_HERE) in response.content.decode()) == (403, True)


def test_only_tables_that_one_may_import_are_offered(client, officer):
    page = client.get(reverse("tables:start")).content.decode()
    assert reverse("tables:send", args=["tea"]) in page
    assert reverse("tables:send", args=["closed"]) not in page


def test_a_table_is_previewed_confirmed_and_taken(client, officer):
    address, shown = preview(client, GOOD)
    assert shown.context["report"]["created"] == 2
    assert not Place.objects.exists()
    assert len(kept_files()) == 1
    done = client.post(address, {"digest": digest(shown)}, follow=True)
    assert done.templates[0].name == "foundation/tables/done.html"
    assert Place.objects.count() == 2
    assert kept_files() == []


def test_confirming_twice_takes_it_once(client, officer):
    address, shown = preview(client, GOOD)
    for _ in range(2):
        done = client.post(address, {"digest": digest(shown)}, follow=True)
    assert (done.context["report"]["created"], Place.objects.count()) == (2, 2)


def test_refused_rows_are_shown_with_their_sentence_and_taken_only_partly_on_request(client, officer):
    address, shown = preview(client, BAD)
    page = shown.content.decode()
    assert str(messages.STARS_NOT_UNDERSTOOD) in page
    assert [(row["number"], row["outcome"][1]) for row in shown.context["page"]] == [(2, "bad"), (3, "info")]
    assert [row["number"] for row in client.get(address, {"show": "refused"}).context["page"]] == [2]
    client.post(address, {"digest": digest(shown), "partial": "yes"})
    assert list(Place.objects.values_list("code", flat=True)) == ["B"]


def test_without_the_wish_for_a_part_nothing_of_a_refused_table_is_taken(client, officer):
    address, shown = preview(client, BAD)
    done = client.post(address, {"digest": digest(shown)}, follow=True)
    assert not Place.objects.exists()
    assert b"Nothing was written" in done.content


def test_a_table_that_changed_after_the_preview_is_not_taken(client, officer):
    address, shown = preview(client, GOOD)
    name = f"{uploads.FOLDER}/{kept_files()[0]}/table"
    default_storage.delete(name)
    default_storage.save(name, ContentFile(b"code,name\nX,Evil\n"))
    assert client.post(address, {"digest": digest(shown)}).status_code == 409
    assert not Place.objects.exists()
    address, shown = preview(client, GOOD)
    assert client.post(address, {"digest": "0" * 64}).status_code == 409
    assert not Place.objects.exists()
    assert kept_files() == []


def test_a_kept_table_is_for_its_account_alone_and_for_some_hours(client, officer):
    address, _ = preview(client, GOOD)
    client.force_login(an_account())
    assert client.get(address).status_code == 404
    client.force_login(officer)
    assert client.get(address).status_code == 200
    with time_machine.travel(timezone.now() + uploads.KEPT_FOR + timedelta(minutes=1)):
        client.force_login(officer)
        assert client.get(address).status_code == 404
    assert kept_files() == []


def test_the_next_upload_deletes_what_nobody_confirmed(client, officer):
    preview(client, GOOD)
    old = kept_files()
    with time_machine.travel(timezone.now() + uploads.KEPT_FOR + timedelta(minutes=1)):
        client.force_login(officer)
        preview(client, GOOD)
    assert len(kept_files()) == 1
    assert kept_files() != old


def test_a_table_can_be_thrown_away(client, officer):
    address, _ = preview(client, GOOD)
    client.post(address, {"discard": "yes"})
    assert kept_files() == []
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", messages.FILE_EMPTY), (b"%PDF-1.7", messages.FILE_IS_PDF), (bytes(40 * 2**20), None), (b"\xd0\xcf\x11\xe0", messages.FILE_IS_OLD_EXCEL)],
    ids=["empty", "pdf", "large", "old"],
)
def test_files_that_cannot_be_read_get_a_sentence_at_the_field(client, officer, content, sentence):
    response = send(client, content)
    assert response.status_code == 422
    assert str(sentence or "The file has 40 MB.") in response.context["form"].errors["file"][0]
    assert kept_files() == []
    assert client.post(reverse("tables:send", args=["tea"])).context["form"].errors["file"] == [str(messages.FILE_MISSING)]


def test_what_a_table_is_for_is_chosen_with_it(client, officer):
    assert "programme" in send(client, GOOD, "seasonal", programme="wet").context["form"].errors
    address = send(client, GOOD, "seasonal", programme="dry").url
    shown = client.get(address)
    assert shown.context["chosen"] == ["Dry season"]
    client.post(address, {"digest": digest(shown)})
    assert Place.objects.count() == 2


def test_missing_columns_are_told_without_rows(client, officer):
    _, shown = preview(client, "name\nTea\n")
    assert [problem["message"] for problem in shown.context["about_file"]] == [messages.COLUMN_MISSING % {"title": "Code"}]
    assert b"cannot be taken" in shown.content


def test_many_rows_come_on_pages(client, officer, django_assert_num_queries):
    _, shown = preview(client, "code,name\n" + "".join(f"C{number},Tea\n" for number in range(120)))
    assert (len(shown.context["page"]), shown.context["page"].pages) == (50, 3)


def test_titles_are_open_to_everybody_in_every_language(client):
    page = client.get(reverse("tables:titles")).content.decode()
    assert "ຊື່" in page
    assert "Tên gọi" in page
    assert 'lang="th">ชื่อ' in page


def test_the_empty_table_has_the_readers_titles_and_is_taken_back(client, officer):
    content = client.get(reverse("tables:empty", args=["tea"]), {"lang": "lo"}).content
    sheet = load_workbook(io.BytesIO(content)).active
    assert [cell.value for cell in sheet[1]] == ["ລະຫັດ", "ຊື່", "ດາວ", "Note"]


def test_what_is_kept_tells_no_other_storage_name(client, officer):
    address, _ = preview(client, GOOD)
    assert client.get(address.rstrip("/") + "x/").status_code == 404
    about = json.loads(default_storage.open(f"{uploads.FOLDER}/{kept_files()[0]}/about.json").read())
    assert (about["account"], about["kind"], about["state"]) == (str(officer.pk), "tea", "waiting")
