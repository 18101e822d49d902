"""Makes a wheel `immich-contract` of a program, as maturin lays one out: the program becomes a script on the PATH."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from pathlib import Path

# A stand-in for the program: it notes what it is called with, and answers as the environment says.
STUB = b"""#!python
import json, os, sys
with open(os.environ["STUB_CALLS"], "a", encoding="utf-8") as calls:
    calls.write(json.dumps({"arguments": sys.argv[1:], "environment": dict(os.environ)}) + "\\n")
form = sys.argv[sys.argv.index("--format") + 1]
report = open(os.environ["STUB_REPORT"], encoding="utf-8").read() if form == "markdown" else f"{form} report\\n"
if "--output" in sys.argv:
    open(sys.argv[sys.argv.index("--output") + 1], "w").write(report)
else:
    sys.stdout.reconfigure(encoding="utf-8")
    print(report, end="")
print("a word beside the report", file=sys.stderr)
sys.exit(0 if "never" in sys.argv else int(os.environ["STUB_CODE"]))
"""


def make(folder: Path, program: bytes, version: str = "0.2.0") -> Path:
    """The wheel, below `folder`."""
    name = f"immich_contract-{version}"
    files = {
        f"{name}.data/scripts/immich-contract": program,
        f"{name}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: immich-contract\nVersion: {version}\n".encode(),
        f"{name}.dist-info/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},sha256={digest(data)},{len(data)}\n" for path, data in files.items())
    files[f"{name}.dist-info/RECORD"] = f"{record}{name}.dist-info/RECORD,,\n".encode()
    wheel = folder / f"{name}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", compresslevel=1) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path)
            entry.external_attr = (0o100755 if "/scripts/" in path else 0o100644) << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return wheel


def digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
