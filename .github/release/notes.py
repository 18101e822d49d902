"""Prints what CHANGELOG.md says of a tag, for the release's page; fails where tag, Cargo.toml and CHANGELOG.md disagree.

Usage: notes.py vVERSION
"""

from __future__ import annotations

import re
import sys

from archive import ROOT, version


def notes(tag: str, changelog: str, built: str) -> str:
    """The section of the tag's version, without its heading."""
    if tag != f"v{built}":
        sys.exit(f"error: the tag is {tag}, but Cargo.toml's version is {built}; one of them is wrong")
    section = re.search(rf"^## \[{re.escape(built)}\] - \d{{4}}-\d\d-\d\d\n(.*?)(?=^## \[|\Z)", changelog, re.M | re.S)
    if not section or not section[1].strip():
        sys.exit(f"error: CHANGELOG.md has no section `## [{built}] - YYYY-MM-DD`; write it before the release")
    return section[1].strip()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: notes.py vVERSION")
    print(notes(sys.argv[1], (ROOT / "CHANGELOG.md").read_text("utf-8"), version()))
