"""The real program, for what is tested end to end: `$IMMICH_CONTRACT`, or what cargo built last."""

from __future__ import annotations

import functools
import os
from pathlib import Path

from tests import wheel
from tests.step import ROOT, RUNNER_TEMP


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


@functools.cache
def program_wheel(version: str) -> Path:
    """The program as a wheel, made once."""
    folder = Path(RUNNER_TEMP) / "wheels" / version
    folder.mkdir(parents=True, exist_ok=True)
    return wheel.make(folder, PROGRAM.read_bytes(), version)
