"""The hooks of `.pre-commit-hooks.yaml`, and the one of docs/ci.md that brings the wheel, as pre-commit runs them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from tests.program import MISSING, PROGRAM, program_wheel
from tests.step import ROOT

# Both are of a server of 1.132.3; `PHOTO` is not a type of assets there.
WRONG = (ROOT / "examples" / "random-assets.har").read_text("utf-8")
RIGHT = """\
{"request": {"method": "GET", "url": "https://photos.example/api/server/version", "headers": []}, "response": {"status": \
200, "headers": [{"name": "Content-Type", "value": "application/json"}], "bodyText": "{\\"major\\":1,\\"minor\\":132,\\"patch\\":3}"}}
{"request": {"method": "GET", "url": "https://photos.example/api/server/ping", "headers": []}, "response": {"status": \
200, "headers": [{"name": "Content-Type", "value": "application/json"}], "bodyText": "{\\"res\\":\\"pong\\"}"}}
"""


@unittest.skipIf(PROGRAM is None, MISSING)
@unittest.skipIf(shutil.which("pre-commit") is None, "pre-commit is not installed here")
class PreCommit(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.repository = self.folder / "client"
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "immich-contract").symlink_to(PROGRAM.resolve())
        self.git("init", "--quiet", str(self.repository))

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", "-C", str(self.folder), *arguments], check=True)

    def add(self, name: str, text: str) -> None:
        path = self.repository / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        self.git("-C", str(self.repository), "add", name)

    def pre_commit(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        names = {"PATH": path, "PRE_COMMIT_HOME": str(self.folder / "home"), **environment}
        return subprocess.run(
            ["pre-commit", *arguments, "--color", "never"],
            cwd=self.repository,
            env={**os.environ, **names},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    def test_a_wrong_capture_fails_and_a_right_one_passes(self) -> None:
        hook = ("try-repo", str(ROOT), "immich-contract-check", "--all-files", "--verbose")
        self.add("README.md", "not a capture\n")
        self.assertIn("Skipped", self.pre_commit(*hook).stdout)
        self.add("right.ndjson", RIGHT)
        right = self.pre_commit(*hook)
        self.assertEqual(right.returncode, 0, right.stdout)
        self.assertRegex(right.stdout, "Passed[\\s\\S]*checked 2 exchanges")
        self.add("wrong.har", WRONG)
        wrong = self.pre_commit(*hook)
        self.assertEqual(wrong.returncode, 1, wrong.stdout)
        self.assertRegex(wrong.stdout, r"Failed[\s\S]*error\[enum-value-unknown\][\s\S]*wrong\.har")

    def test_models_are_held_against_their_releases(self) -> None:
        hook = ("try-repo", str(ROOT), "immich-contract-accepts", "--all-files")
        client = '[[client]]\nschema = "ping.schema.json"\nas = "ServerPingResponse"\nrequired = "latest"\n'
        self.add("immich-contract.toml", client)
        self.add("ping.schema.json", '{"type": "object", "required": ["res"], "properties": {"res": {"type": "string"}}}')
        right = self.pre_commit(*hook)
        self.assertEqual(right.returncode, 0, right.stdout)
        self.add("ping.schema.json", '{"type": "object", "properties": {"res": {"type": "integer"}}}')
        wrong = self.pre_commit(*hook)
        self.assertEqual(wrong.returncode, 1, wrong.stdout)

    def test_the_recipe_of_the_page_brings_the_wheel(self) -> None:
        recipes = re.findall(r"```yaml\n(repos:\n.*?)```", (ROOT / "docs" / "ci.md").read_text("utf-8"), re.S)
        self.assertEqual(len(recipes), 1)
        version = re.findall(r"immich-contract==([\d.]+)", recipes[0])[0]
        (self.folder / "bin" / "immich-contract").unlink()
        self.add(".pre-commit-config.yaml", recipes[0])
        self.add("wrong.har", WRONG)
        done = self.pre_commit("run", "--all-files", PIP_FIND_LINKS=str(program_wheel(version).parent))
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("error[enum-value-unknown]", done.stdout)
