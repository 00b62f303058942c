"""The list of what built the site is true, complete and always the same."""

import json
from pathlib import Path

import sbom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from locked import ROOT, Licences, Pin, pins

LOCK = ROOT / "requirements.lock"


def written(folder: Path) -> bytes:
    assert sbom.main(LOCK, folder / "made" / "sbom.cdx.json") == 0
    return (folder / "made" / "sbom.cdx.json").read_bytes()


def test_it_is_what_cyclonedx_asks_for(tmp_path: Path):
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(written(tmp_path).decode()) is None
    assert validator.validate_str('{"bomFormat": "CycloneDX", "specVersion": "1.6", "x": 1}')


def test_it_names_every_package_of_the_lock_with_its_version_and_licence(tmp_path: Path):
    made = json.loads(written(tmp_path))
    listed = {(each["name"], each["version"]) for each in made["components"] if "purl" in each}
    assert listed == {(pin.name, pin.version) for pin in pins(LOCK.read_text("utf-8"))}
    assert all(each["licenses"] for each in made["components"] if "purl" in each)


def test_it_tells_who_needs_whom(tmp_path: Path):
    needs = {each["ref"]: each["dependsOn"] for each in json.loads(written(tmp_path))["dependencies"]}
    assert "markupsafe" in needs["jinja2"]
    assert {"mkdocs", "python"} <= set(needs["yaoan"])
    assert not needs["markupsafe"]


def test_two_lists_of_one_lock_are_the_same_bytes_and_of_two_locks_are_not(tmp_path: Path):
    assert written(tmp_path / "a") == written(tmp_path / "b")
    text, licences = LOCK.read_text("utf-8"), Licences.read()
    one, other = (sbom.bom(each, "0.1.0", licences) for each in (text, text + "\n"))
    assert one["serialNumber"] != other["serialNumber"]


def test_a_list_that_would_not_be_true_is_not_written(tmp_path: Path, capsys):
    lock = tmp_path / "requirements.lock"
    lock.write_text(f"click==0.1 --hash=sha256:{'0' * 64}\n")
    assert sbom.main(lock, tmp_path / "out.json") == 1
    assert not (tmp_path / "out.json").exists()
    assert "click: 0.1 is pinned" in capsys.readouterr().err
    assert sbom.untrue((Pin("no-such-package", "1", ()),)) == [
        "no-such-package: 1 is pinned, nothing is installed"
    ]
