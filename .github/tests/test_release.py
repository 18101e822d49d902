"""What a release is made of: archives with checksums, and the words of CHANGELOG.md."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile
from pathlib import Path

from tests.step import ROOT

RELEASE = ROOT / ".github" / "release"
sys.path.insert(0, str(RELEASE))
import notes

BESIDE = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md"]


class Archive(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def pack(self, target: str, program: str) -> Path:
        built = self.folder / program
        built.write_bytes(b"the program")
        command = [sys.executable, str(RELEASE / "archive.py"), target, str(built), str(self.folder / "out")]
        subprocess.run(command, check=True, capture_output=True)
        return next(path for path in (self.folder / "out").iterdir() if path.suffix != ".sha256")

    def test_unix_gets_a_tarball_whose_program_can_be_run(self) -> None:
        path = self.pack("x86_64-unknown-linux-musl", "immich-contract")
        self.assertRegex(path.name, r"^immich-contract-[\d.]+-x86_64-unknown-linux-musl\.tar\.gz$")
        with tarfile.open(path) as archive:
            modes = {Path(entry.name).name: entry.mode for entry in archive}
        self.assertEqual(sorted(modes), [*BESIDE, "immich-contract"])
        self.assertEqual((modes["immich-contract"], modes["README.md"]), (0o755, 0o644))

    def test_windows_gets_a_zip(self) -> None:
        path = self.pack("x86_64-pc-windows-msvc", "immich-contract.exe")
        with zipfile.ZipFile(path) as archive:
            self.assertEqual(sorted(Path(name).name for name in archive.namelist()), [*BESIDE, "immich-contract.exe"])

    @unittest.skipIf(shutil.which("sha256sum") is None, "sha256sum is not here")
    def test_the_checksum_is_what_sha256sum_checks(self) -> None:
        path = self.pack("x86_64-unknown-linux-musl", "immich-contract")
        command = ["sha256sum", "--check", "--strict", f"{path.name}.sha256"]
        done = subprocess.run(command, cwd=path.parent, capture_output=True, env={**os.environ, "LC_ALL": "C"}, check=False)
        self.assertEqual((done.returncode, done.stdout), (0, f"{path.name}: OK\n".encode()))

    def test_the_same_files_give_the_same_archive(self) -> None:
        first = self.pack("aarch64-apple-darwin", "immich-contract").read_bytes()
        self.assertEqual(first, self.pack("aarch64-apple-darwin", "immich-contract").read_bytes())


class Notes(unittest.TestCase):
    CHANGELOG = "# Changelog\n\n## [0.2.0] - 2026-11-30\n\n### Added\n\n- A thing.\n\n## [0.1.0] - 2026-11-23\n\n- All.\n"

    def test_the_section_of_the_tag(self) -> None:
        self.assertEqual(notes.notes("v0.2.0", self.CHANGELOG, "0.2.0"), "### Added\n\n- A thing.")
        self.assertEqual(notes.notes("v0.1.0", self.CHANGELOG, "0.1.0"), "- All.")

    def test_what_disagrees_is_refused(self) -> None:
        cases = {("v0.3.0", "0.2.0"): "the tag is v0.3.0", ("v0.3.0", "0.3.0"): "has no section"}
        for (tag, built), message in cases.items():
            with self.assertRaisesRegex(SystemExit, re.escape(message)):
                notes.notes(tag, self.CHANGELOG, built)


class Pages(unittest.TestCase):
    def test_what_users_copy_names_the_newest_version(self) -> None:
        newest = re.findall(r"^## \[(\d.*?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)[0]
        page = (ROOT / "docs" / "ci.md").read_text("utf-8")
        template = (ROOT / "examples" / "workflows" / "new-immich-release.yml").read_text("utf-8")
        named = re.findall(r"(?:COMMIT # v|immich-contract==)([\d.]+)", page) + re.findall(r"VERSION: (.+)", template)
        self.assertEqual(set(named), {newest})

    def test_recipes_use_the_actions_that_the_workflows_use(self) -> None:
        pinned = re.compile(r"uses: (actions/\S+@[0-9a-f]{40} # v\S+)")
        own = {
            use for path in (ROOT / ".github" / "workflows").iterdir() for use in pinned.findall(path.read_text("utf-8"))
        }
        copied = [ROOT / "docs" / "ci.md", *(ROOT / "examples" / "workflows").iterdir()]
        for path in copied:
            uses = set(pinned.findall(path.read_text("utf-8")))
            self.assertTrue(uses and uses <= own, f"{path}: {uses - own}")
