"""The command `openodop` from outside."""

import json

import pytest

from openodop import __version__
from openodop.config import command


def test_version(capsys):
    with pytest.raises(SystemExit) as left:
        command.main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"openodop {__version__}\n"


def test_an_unknown_command_is_explained(capsys):
    with pytest.raises(SystemExit) as left:
        command.main(["bananas"])
    assert left.value.code == 2
    assert "demo" in capsys.readouterr().err


@pytest.mark.django_db
def test_check_says_that_all_is_well(capsys):
    assert command.main(["check"]) == 0
    assert '"status": "ok"' in capsys.readouterr().out


@pytest.mark.django_db
def test_health_is_told_to_monitors(client):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    told = json.loads(answer.content)
    assert (told["status"], told["version"], set(told)) == ("ok", __version__, {"status", "version", "database", "storage", "jobs"})
    assert answer.headers["Cache-Control"].startswith("max-age=0")


@pytest.mark.django_db
def test_an_installation_whose_storage_fails_says_so(client, monkeypatch):
    def full(*_: object) -> str:
        raise OSError("no space left")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage.save", full)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["storage"] == {"ok": False}
