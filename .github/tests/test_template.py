"""The workflow that users copy, run as a runner runs its steps: with the real program, and a stand-in for `gh`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import textwrap
import unittest
from pathlib import Path

from tests.program import MISSING, PROGRAM
from tests.step import ROOT

TEMPLATE = (ROOT / "examples" / "workflows" / "new-immich-release.yml").read_text("utf-8")
GH = """#!/bin/bash
echo "gh $*" >>"$CALLS"
case "$1 $2" in
    "release view") echo "$TAG" ;;
    "api "*) cat "$DOCUMENT" ;;
    "issue list") echo "$ISSUE" ;;
esac
"""


def block(name: str) -> str:
    """The script of the step of this name."""
    step = TEMPLATE.split(f"- name: {name}\n")[1].split("\n      - ")[0]
    return textwrap.dedent(re.findall(r"        run: \|\n((?: {10}.*\n?)+)", step)[0])


@unittest.skipIf(PROGRAM is None, MISSING)
class Template(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "immich-contract").symlink_to(PROGRAM.resolve())
        (self.folder / "bin" / "gh").write_text(GH)
        (self.folder / "bin" / "gh").chmod(0o755)
        shutil.copy(ROOT / "examples" / "random-assets.har", self.folder / "app.har")
        # A release of tomorrow: 2.7.5 without `GET /assets/random`.
        document = self.program("openapi", "--at", "2.7.5").replace('"/assets/random"', '"/assets/gone"')
        (self.folder / "next.json").write_text(document, "utf-8")

    def program(self, *arguments: str) -> str:
        command = [str(PROGRAM), *arguments]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    def run_step(self, name: str, **environment: str) -> subprocess.CompletedProcess[str]:
        names = {
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.folder),
            "GITHUB_OUTPUT": str(self.folder / "outputs"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "CALLS": str(self.folder / "calls"),
            "DOCUMENT": str(self.folder / "next.json"),
            "SINCE": "2.7.5",
            "USED_BY": "app.har",
            "RELEASE": "99.0.0",
            **environment,
        }
        command = ["bash", "-e", "-c", block(name)]
        env = {**os.environ, **names}
        return subprocess.run(command, cwd=self.folder, env=env, capture_output=True, encoding="utf-8", check=False)

    def text(self, name: str) -> str:
        path = self.folder / name
        return path.read_text("utf-8") if path.exists() else ""

    def test_a_new_release_that_hits_the_client_becomes_an_issue(self) -> None:
        for name in ("Take the newest release's document", "Hold it against the client", "Open the issue, or update it"):
            done = self.run_step(name, TAG="v99.0.0", ISSUE="")
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.text("outputs"), "release=99.0.0\ncode=1\n")
        self.assertIn("<code>called-operation-gone</code>", self.text("summary"))
        self.assertIn(
            f"gh issue create --title Immich 99.0.0: what hits us --body-file {self.folder}/news.md", self.text("calls")
        )

    def test_an_issue_that_is_there_is_updated_or_left_closed(self) -> None:
        for issue, expected in (("12 OPEN", "gh issue edit 12 --body-file"), ("12 CLOSED", "")):
            (self.folder / "calls").unlink(missing_ok=True)
            self.run_step("Open the issue, or update it", ISSUE=issue)
            written = [call for call in self.text("calls").splitlines() if not call.startswith("gh issue list")]
            self.assertEqual(len(written), 1 if expected else 0)
            self.assertTrue("".join(written).startswith(expected))

    def test_a_tag_of_another_form_is_refused(self) -> None:
        done = self.run_step("Take the newest release's document", TAG="v1$(id)")
        self.assertEqual(done.returncode, 1)
        self.assertIn("::error::the newest release of Immich has the tag v1$(id)", done.stdout)

    def test_a_capture_that_is_not_there_fails(self) -> None:
        self.run_step("Take the newest release's document", TAG="v99.0.0")
        done = self.run_step("Hold it against the client", USED_BY="missing.har")
        self.assertEqual(done.returncode, 2)
        self.assertIn("missing.har", done.stderr)
