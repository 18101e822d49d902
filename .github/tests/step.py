"""Runs the action as a runner runs its step: inputs and files in the environment, the log on standard output."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests import wheel
from tests.github_stub import NUMBER, REPOSITORY, TOKEN, GitHub

ROOT = Path(__file__).parents[2]
RUN = ROOT / ".github" / "action" / "run.py"
INPUTS = {
    "COMMAND": "check", "ARGUMENTS": "app.har", "FAIL_ON": "error", "ANNOTATIONS": "true", "SUMMARY": "true",
    "SARIF": "", "JSON": "", "COMMENT": "true", "COMMENT_ID": "", "TOKEN": TOKEN, "VERSION": "",
}  # fmt: skip

# One for all tests, as for the steps of one job: to make an environment takes seconds.
RUNNER_TEMP = tempfile.mkdtemp()
atexit.register(shutil.rmtree, RUNNER_TEMP)


@dataclass
class Step:
    """What a step left behind."""

    code: int
    log: str
    summary: str
    outputs: str
    calls: list[dict[str, Any]]


class StepTest(unittest.TestCase):
    """A runner with one pull request, and the program's stand-in as a wheel."""

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.github = GitHub()
        self.addCleanup(self.github.close)
        self.wheel = wheel.make(self.folder, wheel.STUB)
        self.report = "### immich-contract\n\nchecked 5 exchanges\n"
        self.tool_code = 0
        self.event: dict[str, Any] = {"pull_request": {"number": NUMBER}}

    def step(self, **inputs: str) -> Step:
        """Runs the action once."""
        for name in ("summary", "outputs", "calls"):
            (self.folder / name).write_text("")
        (self.folder / "event.json").write_text(json.dumps(self.event))
        (self.folder / "report.md").write_text(self.report, "utf-8")
        given = {"WHEEL": str(self.wheel), **INPUTS, **inputs}
        done = subprocess.run(
            [sys.executable, str(RUN)],
            cwd=self.folder,
            env={**os.environ, **self.runner(), **{f"INPUT_{name}": value for name, value in given.items()}},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        calls = [json.loads(line) for line in self.text("calls").splitlines()]
        return Step(done.returncode, done.stdout, self.text("summary"), self.text("outputs"), calls)

    def runner(self) -> dict[str, str]:
        return {
            "RUNNER_TEMP": RUNNER_TEMP,
            "GITHUB_API_URL": self.github.url,
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_RUN_ID": "42",
            "GITHUB_EVENT_PATH": str(self.folder / "event.json"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "GITHUB_OUTPUT": str(self.folder / "outputs"),
            "STUB_CALLS": str(self.folder / "calls"),
            "STUB_REPORT": str(self.folder / "report.md"),
            "STUB_CODE": str(self.tool_code),
            "PIP_NO_INDEX": "1",
            "no_proxy": "127.0.0.1",
        }

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")
