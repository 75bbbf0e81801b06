"""A form that arrives twice makes one thing."""

import threading

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse, HttpResponseRedirect

from openodop.foundation.sending import sent_once
from tests.makers import a_manager
from tests.training.course_makers import a_course


class Counting:
    """A view that makes a thing at every call."""

    def __init__(self, *, refuses: bool = False, breaks: bool = False) -> None:
        self.made, self.refuses, self.breaks, self.gate = 0, refuses, breaks, None

    def __call__(self, request):
        self.made += 1
        number = self.made
        if self.gate:
            self.gate.wait(5)
        if self.breaks:
            raise OSError
        return HttpResponse(status=422) if self.refuses else HttpResponseRedirect(f"/things/{number}/")


@pytest.fixture
def send(rf):
    def sending(view, method="post", path="/things/new/", **words):
        request = getattr(rf, method)(path, words)
        request.user = AnonymousUser()
        return sent_once(view)(request)

    return sending


@pytest.fixture
def view():
    return Counting()


def test_the_second_sending_gets_the_answer_of_the_first(send, view):
    assert [send(view, name="tea", csrfmiddlewaretoken=token).url for token in "ab"] == ["/things/1/", "/things/1/"]
    assert view.made == 1


def test_other_words_or_another_address_are_another_sending(send, view):
    send(view, name="tea"), send(view, name="coffee"), send(view, path="/others/new/", name="tea")
    assert view.made == 3


def test_a_refused_form_may_be_sent_again(send):
    view = Counting(refuses=True)
    assert [send(view, name="tea").status_code for _ in range(2)] == [422, 422]
    assert view.made == 2


def test_a_broken_sending_may_be_sent_again(send):
    view = Counting(breaks=True)
    for _ in range(2):
        with pytest.raises(OSError):  # noqa: PT011  the view's own
            send(view, name="tea")
    assert view.made == 2


def test_looking_is_never_held_back(send, view):
    send(view, method="get"), send(view, method="get")
    assert view.made == 2


def test_two_at_once_make_one_thing(send, view):
    view.gate = threading.Event()
    answers: list[str] = []
    presses = [threading.Thread(target=lambda: answers.append(send(view, name="tea").url)) for _ in range(2)]
    for press in presses:
        press.start()
    view.gate.set()
    for press in presses:
        press.join()
    assert (answers, view.made) == (["/things/1/", "/things/1/"], 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/organisations/new/", {"name_en": "Tea house", "name_lo": "ໂຮງຊາ", "kind": "firm"}),
        ("/courses/{course}/agenda/topics/new/", {"title_en": "Drying", "title_lo": "ການຕາກ"}),
    ],
)
def test_pages_that_make_something_make_it_once(client, address, words):
    client.force_login(a_manager())
    address = address.format(course=a_course().code)
    first, second = (client.post(address, words) for _ in range(2))
    assert (first.status_code, second.status_code, first.url) == (302, 302, second.url)
