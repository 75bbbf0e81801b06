"""The import as people start it: exit codes and output of a real process."""

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("installation")
    environment = {**os.environ, "OPENODOP_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "openodop.config.settings", "PYTHONIOENCODING": "utf-8"}

    def started(*arguments: str, **options):
        command = [sys.executable, "-m", "django", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, cwd=folder, check=False, **options)

    assert started("migrate", "-v0").returncode == 0
    return started


def test_exit_codes_and_json_of_a_real_process(run, tmp_path):
    good, bad, broken = tmp_path / "good.csv", tmp_path / "bad.csv", tmp_path / "broken.xlsx"
    good.write_text("ລະຫັດ;ຂັ້ນ;ຊື່ພາສາອັງກິດ;ຊື່ພາສາລາວ\r\nLA;0;Lao PDR;ລາວ\r\n", encoding="utf-8-sig")
    bad.write_text("code,level,parent_code,name_en\nLA13,1,TH,Savannakhet\n")
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    first = run("import_table", "places", str(good), "--json")
    assert (first.returncode, json.loads(first.stdout)) == (
        0,
        {"kind": "places", "created": 1, "updated": 0, "unchanged": 0, "errors": [], "notes": []},
    )
    assert json.loads(run("import_table", "places", "-", "--json", input=good.read_bytes()).stdout)["unchanged"] == 1
    refused = run("import_table", "places", str(bad), "--json")
    assert refused.returncode == 1
    assert [(error["row"], error["column"], error["value"]) for error in json.loads(refused.stdout)["errors"]] == [(2, "parent_code", "TH")]
    unreadable = run("import_table", "places", str(broken))
    assert (unreadable.returncode, unreadable.stdout) == (2, b"")
    assert b"damaged" in unreadable.stderr
    assert run("import_table", "villages", str(good)).returncode == 2
    assert run("import_table").returncode == 2
    assert run("import_table", "--no-such-option").returncode == 2
