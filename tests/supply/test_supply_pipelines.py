"""The pipelines have the least rights, run only what was reviewed, and rebuild every day."""

import datetime as dt
import re
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from locked import ROOT

CHINA = ZoneInfo("Asia/Shanghai")
PATH = ROOT / ".github" / "workflows" / "site.yml"
TEXT = PATH.read_text("utf-8")
GITHUB: dict[Any, Any] = yaml.safe_load(TEXT)
GITLAB: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
WHEN: dict[str, Any] = GITHUB[True]  # `on:` is a truth value in YAML 1.1
JOBS: dict[str, dict[str, Any]] = GITHUB["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]


def test_there_is_one_workflow_and_these_tests_read_it():
    assert sorted(PATH.parent.iterdir()) == [PATH]


def test_every_action_is_pinned_to_a_commit_and_names_its_version():
    used = re.findall(r"^ *(?:- )?uses: (.*)$", TEXT, re.MULTILINE)
    assert len(used) == len([step for step in STEPS if "uses" in step]) > 3
    for each in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each), each


def test_one_action_has_one_commit():
    used = {step["uses"] for step in STEPS if "uses" in step}
    assert len(used) == len({each.partition("@")[0] for each in used})


def test_a_job_may_only_read_and_only_the_last_may_publish():
    assert GITHUB["permissions"] == {}
    rights = {name: job["permissions"] for name, job in JOBS.items()}
    assert rights.pop("deploy") == {"pages": "write", "id-token": "write"}
    assert set(map(str, rights.values())) == {"{'contents': 'read'}"}


def test_the_job_that_may_publish_runs_nothing_of_ours():
    assert not any("run" in step or "checkout" in step["uses"] for step in JOBS["deploy"]["steps"])


def test_a_submission_is_tested_and_never_published():
    assert "test" in JOBS["build"]["needs"]
    assert JOBS["deploy"]["needs"] == "build"
    assert "github.ref_name == github.event.repository.default_branch" in JOBS["build"]["if"]
    assert "pull_request" in WHEN
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(WHEN)


def test_no_secret_is_used_and_nothing_from_outside_reaches_a_shell():
    assert "secrets." not in TEXT
    assert not [step for step in STEPS if "${{" in step.get("run", "")]
    checkouts = [step for step in STEPS if "checkout" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_every_job_ends_in_time():
    assert all(0 < job["timeout-minutes"] <= 30 for job in JOBS.values())
    assert GITLAB["default"]["timeout"] == "30 minutes"


def test_the_site_is_built_every_day_shortly_after_midnight_in_china():
    [each] = WHEN["schedule"]
    minute, hour, *rest = each["cron"].split()
    assert rest == ["*", "*", "*"]
    moment = dt.datetime(2026, 11, 22, int(hour), int(minute), tzinfo=dt.UTC).astimezone(CHINA)
    assert dt.time(0, 1) <= moment.time() <= dt.time(0, 45)


@pytest.mark.parametrize("target", ["", " engines", " site sbom"])
def test_both_pipelines_run_what_a_person_can_run(target: str):
    command = f".ci/run{target}"
    assert command in [step.get("run") for step in STEPS]
    assert command in [line for job in GITLAB.values() if "script" in job for line in job["script"]]


def test_gitlab_publishes_the_default_branch_only_from_a_pinned_image():
    assert re.fullmatch(r"debian:[a-z-]+@sha256:[0-9a-f]{64}", GITLAB["default"]["image"])
    assert GITLAB["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert GITLAB["pages"]["resource_group"]
    assert "public" in GITLAB["pages"]["artifacts"]["paths"]
