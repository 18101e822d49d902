"""Packs the built program for a target, with licences and pages beside it, and writes its SHA-256.

Usage: archive.py TARGET PROGRAM FOLDER

FOLDER gets `immich-contract-VERSION-TARGET.tar.gz` (`.zip` for Windows) and the same name with `.sha256`, whose form is
that of `sha256sum --check`. The same files give the same archive: it holds no times and no owners.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
BESIDE = ("CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md")


def main(target: str, program: Path, folder: Path) -> None:
    name = f"immich-contract-{version()}-{target}"
    files = {f"{name}/{path.name}": path.read_bytes() for path in (program, *(ROOT / beside for beside in BESIDE))}
    windows = "-windows-" in target
    archive = folder / (name + (".zip" if windows else ".tar.gz"))
    folder.mkdir(parents=True, exist_ok=True)
    archive.write_bytes(zipped(files) if windows else tarred(files, f"{name}/{program.name}"))
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_name(archive.name + ".sha256").write_bytes(f"{digest}  {archive.name}\n".encode())
    print(f"{digest}  {archive}")


def version() -> str:
    found = re.search(r'^version = "(.+)"$', (ROOT / "Cargo.toml").read_text("utf-8"), re.M)
    if not found:
        sys.exit("error: Cargo.toml names no version")
    return found[1]


def tarred(files: dict[str, bytes], program: str) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for path, data in files.items():
            entry = tarfile.TarInfo(path)
            entry.size, entry.mode = len(data), 0o755 if path == program else 0o644
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: archive.py TARGET PROGRAM FOLDER")
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
