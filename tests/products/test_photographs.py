"""Photographs of products: kept once, in order, private until their product is public, gone with their files."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from openodop.foundation.refusals import Refusal
from openodop.people.choices import Role
from openodop.products import actions
from openodop.products.actions import photographs
from openodop.products.models import Photograph, Product
from tests import makers
from tests.products.product_makers import a_picture, an_answered_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(producer, member):
    return an_answered_draft(producer, member)


@pytest.fixture
def published(producer, member, officer, draft, django_capture_on_commit_callbacks):
    """A registered product with an orange and a green photograph."""
    with django_capture_on_commit_callbacks(execute=True):
        actions.add_photograph(draft=draft, upload=a_picture("orange"), by=member)
        actions.add_photograph(draft=draft, upload=a_picture("green"), by=member)
        product = actions.submit_draft(draft=draft, by=member)
        return actions.register_product(product=product, by=officer)


def files_of(photograph) -> list[str]:
    return [f"{photograph.folder}/{name}" for kinds in photograph.renditions.values() for name, _size in kinds.values()]


def address(photograph, name="320.webp") -> str:
    return photograph.address(name)


def test_each_size_is_kept_with_its_weight(draft, member):
    photograph = actions.add_photograph(draft=draft, upload=a_picture(width=2000, height=1500), by=member)
    assert (photograph.width, photograph.height) == (1280, 960)
    assert sorted(photograph.renditions) == ["1280", "320", "640"]
    assert sorted(photograph.renditions["1280"]) == ["avif", "jpg", "webp"]
    for file in files_of(photograph):
        width, ending = file.rpartition("/")[2].split(".")
        assert default_storage.size(file) == photograph.renditions[width][ending][1]


def test_the_same_picture_twice_is_kept_once(draft, member):
    first = actions.add_photograph(draft=draft, upload=a_picture(), by=member)
    again = actions.add_photograph(draft=draft, upload=a_picture(name="again.jpg"), by=member)
    assert again == first
    assert Photograph.objects.count() == 1


def test_a_picture_of_the_register_taken_out_and_sent_again_comes_back(published, member):
    draft = actions.begin_changes(product=published, by=member)
    first = draft.pictures[0]
    actions.remove_photograph(draft=draft, photograph=first, by=member)
    draft.refresh_from_db()
    assert actions.add_photograph(draft=draft, upload=a_picture("orange"), by=member) == first
    assert Photograph.objects.count() == 2


@pytest.mark.parametrize("content", [b"%PDF-1.7 not a picture", b"<html><script>alert(1)</script>", a_picture().read()[:500]])
def test_a_refused_file_leaves_nothing(draft, member, content):
    before = (draft.answers, draft.done)
    with pytest.raises(Refusal):
        actions.add_photograph(draft=draft, upload=SimpleUploadedFile("banana.jpg", content), by=member)
    draft.refresh_from_db()
    assert (draft.answers, draft.done) == before
    assert Photograph.objects.count() == 0
    assert not default_storage.exists("products") or default_storage.listdir("products") == ([], [])


def test_files_go_when_the_row_cannot_be_written(draft, member, monkeypatch):
    def broken(**fields):
        raise RuntimeError("no row")

    monkeypatch.setattr(Photograph.objects, "create", broken)
    with pytest.raises(RuntimeError, match="no row"):
        actions.add_photograph(draft=draft, upload=a_picture(), by=member)
    folders = default_storage.listdir("products")[0]
    assert [default_storage.listdir(f"products/{folder}")[1] for folder in folders] == [[]] * len(folders)


def test_there_is_a_most(draft, member, monkeypatch):
    monkeypatch.setattr(photographs, "MOST", 1)
    actions.add_photograph(draft=draft, upload=a_picture("orange"), by=member)
    with pytest.raises(Refusal, match="at most 1 photographs"):
        actions.add_photograph(draft=draft, upload=a_picture("green"), by=member)
    assert Photograph.objects.count() == 1


def test_a_stranger_adds_moves_and_removes_nothing(draft, member):
    photograph = actions.add_photograph(draft=draft, upload=a_picture(), by=member)
    for stranger in (makers.an_account(), makers.an_officer(makers.a_place("LA0605"))):
        for action, more in (
            (actions.add_photograph, {"upload": a_picture("green")}),
            (actions.move_photograph, {"photograph": photograph}),
            (actions.remove_photograph, {"photograph": photograph}),
        ):
            with pytest.raises(Refusal, match="belongs to somebody else"):
                action(draft=draft, by=stranger, **more)
    assert list(Photograph.objects.all()) == [photograph]


def test_the_first_one_becomes_the_cover(draft, member):
    orange = actions.add_photograph(draft=draft, upload=a_picture("orange"), by=member)
    green = actions.add_photograph(draft=draft, upload=a_picture("green"), by=member)
    draft.refresh_from_db()
    actions.move_photograph(draft=draft, photograph=green, by=member)
    product = actions.submit_draft(draft=draft, by=member)
    assert product.cover == green
    assert list(product.photographs.all()) == [green, orange]


def test_a_photograph_of_another_product_cannot_be_named(draft, member, published):
    foreign = published.photographs.first()
    for action in (actions.move_photograph, actions.remove_photograph):
        with pytest.raises(Refusal, match="not there any more"):
            action(draft=draft, photograph=foreign, by=member)
    assert published.photographs.count() == 2


def test_removing_takes_the_files_once_it_is_certain(draft, member, django_capture_on_commit_callbacks):
    photograph = actions.add_photograph(draft=draft, upload=a_picture(), by=member)
    draft.refresh_from_db()
    with django_capture_on_commit_callbacks() as waiting:
        actions.remove_photograph(draft=draft, photograph=photograph, by=member)
        assert all(default_storage.exists(file) for file in files_of(photograph))
    assert len(waiting) == 1
    waiting[0]()
    assert not any(default_storage.exists(file) for file in files_of(photograph))


def test_changes_show_only_after_they_are_accepted(published, member, officer, django_capture_on_commit_callbacks):
    orange, green = published.photographs.all()
    draft = actions.begin_changes(product=published, by=member)
    actions.remove_photograph(draft=draft, photograph=orange, by=member)
    blue = actions.add_photograph(draft=draft, upload=a_picture("blue"), by=member)
    assert list(published.photographs.all()) == [orange, green]
    actions.send_changes(product=published, by=member)
    with django_capture_on_commit_callbacks(execute=True):
        product = actions.accept_changes(product=published, by=officer)
    assert list(product.photographs.all()) == [green, blue]
    assert product.cover == green
    assert not any(default_storage.exists(file) for file in files_of(orange))


def test_a_dropped_draft_takes_its_own_files_and_no_others(published, member, django_capture_on_commit_callbacks):
    draft = actions.begin_changes(product=published, by=member)
    blue = actions.add_photograph(draft=draft, upload=a_picture("blue"), by=member)
    draft.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        actions.drop_draft(draft=draft, by=member)
    assert not any(default_storage.exists(file) for file in files_of(blue))
    assert all(default_storage.exists(file) for photograph in published.photographs.all() for file in files_of(photograph))


# --- who may see them -----------------------------------------------------------------------------------------------------
def test_everyone_sees_those_of_a_public_product_and_browsers_keep_them(client, published):
    photograph = published.photographs.first()
    response = client.get(address(photograph, "320.avif"))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/avif"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert len(b"".join(response.streaming_content)) == photograph.renditions["320"]["avif"][1]


def status(client, photograph, account=None) -> int:
    client.logout()
    if account:
        client.force_login(account)
    return client.get(address(photograph)).status_code


def outsiders():
    return (
        None,
        makers.an_account(),
        makers.a_producer(member=makers.an_account()).members.get(),
        makers.an_account(Role.TRAINER),
        makers.an_officer(makers.a_place("LA0605")),
    )


def test_those_of_a_draft_are_seen_by_its_makers_only(client, draft, member, officer):
    photograph = actions.add_photograph(draft=draft, upload=a_picture(), by=member)
    assert status(client, photograph, member) == 200
    assert [status(client, photograph, account) for account in (*outsiders(), officer)] == [404] * 6
    client.force_login(member)
    assert client.get(address(photograph))["Cache-Control"] == "private, no-store"


def test_those_of_a_waiting_product_are_seen_by_its_makers_and_officers_only(client, draft, member, officer):
    photograph = actions.add_photograph(draft=draft, upload=a_picture(), by=member)
    actions.submit_draft(draft=draft, by=member)
    assert status(client, photograph, member) == 200
    assert status(client, photograph, officer) == 200
    assert [status(client, photograph, account) for account in outsiders()] == [404] * 5


def test_new_ones_of_a_registered_product_wait_unseen(client, published, member, officer):
    draft = actions.begin_changes(product=published, by=member)
    blue = actions.add_photograph(draft=draft, upload=a_picture("blue"), by=member)
    actions.send_changes(product=published, by=member)
    assert status(client, blue, officer) == 200
    assert [status(client, blue, account) for account in outsiders()] == [404] * 5
    text = client.get(published.get_absolute_url()).content.decode()
    assert blue.folder.rpartition("/")[2] not in text


@pytest.mark.parametrize("name", ["640.gif", "../../secret_key", "320.png", "nothing"])
def test_no_other_file_can_be_reached(client, published, name):
    folder = published.photographs.first().folder.rpartition("/")[2]
    assert client.get(f"/pictures/products/{folder}/{name}").status_code == 404


def test_an_unknown_folder_and_a_lost_file_answer_not_found(client, published):
    assert client.get("/pictures/products/00ff/320.webp").status_code == 404
    photograph = published.photographs.first()
    default_storage.delete(f"{photograph.folder}/320.webp")
    assert client.get(address(photograph)).status_code == 404


def test_deleting_a_product_row_forgets_the_cover(published):
    Photograph.objects.filter(pk=published.cover_id).delete()
    assert Product.objects.get(pk=published.pk).cover is None
