"""The action with the real program: what a pull request gets to see of the example."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from tests.program import MISSING, PROGRAM, program_wheel
from tests.step import ROOT, StepTest


@unittest.skipIf(PROGRAM is None, MISSING)
class EndToEnd(StepTest):
    def test_the_example_in_every_form(self) -> None:
        self.wheel = program_wheel("0.2.0")
        shutil.copy(ROOT / "examples" / "random-assets.har", self.folder / "app.har")
        step = self.step(SARIF="a.sarif", JSON="a.json")
        self.assertEqual(step.code, 1, step.log)
        self.assertIn("::error file=app.har,title=enum-value-unknown::", step.log)
        self.assertIn("<code>enum-value-unknown</code>", step.summary)
        self.assertIn("<code>enum-value-unknown</code>", self.github.comments[0]["body"])
        self.assertEqual(json.loads(self.text("a.sarif"))["version"], "2.1.0")
        self.assertEqual(json.loads(self.text("a.json"))["summary"]["errors"], 5)

    def test_each_command_takes_the_forms(self) -> None:
        self.wheel = program_wheel("0.2.0")
        shutil.copy(ROOT / "examples" / "random-assets.har", self.folder / "app.har")
        (self.folder / "ping.schema.json").write_text('{"type": "object", "properties": {"res": {"type": "string"}}}')
        cases = {
            "diff": ("3.0.1 3.0.2 --operations getServerVersion", 0),
            "compat": ("app.har --to 3.0.2", 1),
            "accepts": ("ping.schema.json --as ServerPingResponse", 0),
            "news": ("--since 2.7.5 --to 3.0.2 --used-by app.har", 1),
        }
        for command, (arguments, code) in cases.items():
            step = self.step(COMMAND=command, ARGUMENTS=arguments, SARIF="a.sarif", JSON="a.json")
            self.assertEqual(step.code, code, step.log)
            self.assertIn(f"<!-- immich-contract:{command} -->", self.github.comments[-1]["body"])


class Shell(unittest.TestCase):
    """The lines of shell in action.yml, which look for Python."""

    def run_block(self, python: str) -> subprocess.CompletedProcess[str]:
        block = re.findall(r"      run: \|\n((?:        .*\n)+)", (ROOT / "action.yml").read_text("utf-8"))[0]
        folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        (folder / "python").write_text(f"#!/bin/sh\n{python}\n")
        (folder / "python").chmod(0o755)
        bash = shutil.which("bash") or "bash"
        environment = {"PATH": str(folder), "GITHUB_ACTION_PATH": "a folder"}
        return subprocess.run([bash, "-e", "-c", block], env=environment, capture_output=True, text=True, check=False)

    def test_a_python_that_is_new_enough_runs_the_action(self) -> None:
        done = self.run_block('[ "$1" = -c ] || echo "$1"')
        self.assertEqual((done.returncode, done.stdout), (0, "a folder/.github/action/run.py\n"))

    def test_without_python_the_step_says_what_it_needs(self) -> None:
        done = self.run_block("exit 1")
        self.assertEqual(done.returncode, 2)
        self.assertIn("::error::immich-contract needs Python 3.10 or newer", done.stdout)
