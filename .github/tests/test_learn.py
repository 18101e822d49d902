"""Learning releases each night: which are learnt, in what order, and what is proposed. `gh` and `cargo` are stand-ins."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from tests.step import ROOT

TABLE = """\
    ("2.7.5", "2026-04-13", Document),
    ("3.0.0-rc.1", "", Document),
    ("3.1.0", "2026-07-28", Clients),
"""
# Newest first, as GitHub lists them.
RELEASES = """\
v3.2.0 2026-09-01
v3.10.0 2026-10-01
v3.1.1 2026-08-01
v3.1.0 2026-07-28
v3.0.9 2026-07-01
nightly 2026-07-02
v2.7.5 2026-04-13
v1.99.0 2024-03-20
"""
GH = """#!/bin/bash
echo "gh $*" >>"$CALLS"
case "$1 $2" in
    "release list") printf '%s' "$RELEASES" ;;
    "api "*) case "$*" in *ref=v3.0.9) echo "Not Found (HTTP 404)" >&2; exit 1 ;; *) echo '{"openapi": "3.0.0"}' ;; esac ;;
    "pr create") while (($#)); do [[ $1 != --body-file ]] || cp "$2" "$BODY"; shift; done ;;
esac
"""
CARGO = """#!/bin/bash
[[ $1/$2/$3 = xtask/upstream/learn && -s $6 ]] || exit 2
tag=$(basename "$6" .json)
echo "learn $tag of $5" >>"$CALLS"
echo "$tag" >>learnt-models
echo "new in $tag"
[[ $UNDECIDED != "$tag" ]]
"""


class Learn(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.work, self.out = self.folder / "work", self.folder / "out"
        shutil.copytree(ROOT / ".github" / "learn", self.work / ".github" / "learn")
        table = self.work / "crates" / "contract" / "src" / "release_table.rs"
        table.parent.mkdir(parents=True)
        table.write_text(TABLE)
        for name, text in (("gh", GH), ("cargo", CARGO)):
            path = self.folder / "bin" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
            path.chmod(0o755)
        self.git("init", "--quiet", "--bare", "--initial-branch", "main", str(self.folder / "origin"))
        self.git("init", "--quiet", "--initial-branch", "main", str(self.work))
        self.git("remote", "add", "origin", str(self.folder / "origin"))
        self.git("add", "--all")
        self.git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "all")

    def git(self, *arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=self.work, check=True, capture_output=True, text=True).stdout

    def script(self, name: str, releases: str = RELEASES, undecided: str = "") -> subprocess.CompletedProcess[str]:
        names = {
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "CALLS": str(self.folder / "calls"),
            "BODY": str(self.folder / "body"),
            "RELEASES": releases,
            "UNDECIDED": undecided,
        }
        command = ["bash", str(self.work / ".github" / "learn" / name), str(self.out)]
        return subprocess.run(command, env={**os.environ, **names}, capture_output=True, text=True, check=False)

    def learnt(self) -> list[str]:
        return [call for call in (self.folder / "calls").read_text().splitlines() if call.startswith("learn ")]

    def test_what_the_table_has_from_clients_or_not_at_all_is_learnt_oldest_first(self) -> None:
        done = self.script("learn.sh")
        self.assertEqual(done.returncode, 0, done.stderr)
        expected = ["v3.1.0 of 2026-07-28", "v3.1.1 of 2026-08-01", "v3.2.0 of 2026-09-01", "v3.10.0 of 2026-10-01"]
        self.assertEqual(self.learnt(), [f"learn {release}" for release in expected])
        self.assertIn("v3.0.9 has no document that can be had: Not Found (HTTP 404)", done.stderr)
        self.assertEqual((self.out / "title").read_text(), "Learn Immich 3.1.0, 3.1.1, 3.2.0, 3.10.0\n")
        self.assertIn("## Immich v3.10.0\n\nnew in v3.10.0\n", (self.out / "review.md").read_text())
        self.assertFalse((self.out / "draft").exists())

    def test_what_is_undecided_stops_there_and_is_a_draft(self) -> None:
        done = self.script("learn.sh", undecided="v3.1.1")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.learnt()), 2)
        self.assertTrue((self.out / "draft").exists())

    def test_with_nothing_new_nothing_is_proposed(self) -> None:
        done = self.script("learn.sh", releases="v2.7.5 2026-04-13\n")
        self.assertEqual((done.returncode, list(self.out.iterdir())), (0, []), done.stderr)
        self.assertIn("nothing to learn", done.stdout)

    def test_a_chore_that_fails_fails(self) -> None:
        (self.folder / "bin" / "cargo").write_text("#!/bin/bash\nexit 2\n")
        self.assertEqual(self.script("learn.sh").returncode, 2)
        self.assertFalse((self.out / "title").exists())

    def test_the_patch_becomes_a_branch_and_a_pull_request(self) -> None:
        self.script("learn.sh", undecided="v3.1.1")
        self.git("reset", "--quiet", "--hard")
        done = self.script("propose.sh")
        self.assertEqual(done.returncode, 0, done.stderr)
        changed = self.git("--git-dir", str(self.folder / "origin"), "diff", "--name-only", "learn-releases^!")
        self.assertEqual(changed, "learnt-models\n")
        calls = (self.folder / "calls").read_text()
        self.assertRegex(calls, r"gh pr create --head learn-releases --title Learn Immich 3\.1\.0, 3\.1\.1 .* --draft\n")
        self.assertIn("new in v3.1.1", (self.folder / "body").read_text())
