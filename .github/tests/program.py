"""The real program, for what is tested end to end: `$IMMICH_CONTRACT`, or what cargo built last."""

from __future__ import annotations

import os
from pathlib import Path

from tests.step import ROOT


def built() -> Path | None:
    """The program, if it is there."""
    named = os.environ.get("IMMICH_CONTRACT")
    if named:
        return Path(named)
    target = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
    found = [path for profile in ("release", "debug") if (path := target / profile / "immich-contract").is_file()]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


PROGRAM = built()
MISSING = "the program is not built here (cargo build, or name it in $IMMICH_CONTRACT)"
