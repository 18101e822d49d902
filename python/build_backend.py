"""Builds wheels with maturin, and puts the binary into them.

Maturin packs a module or a binary, not both; what lies in the folder ``scripts`` of its data comes onto the PATH.
"""

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import maturin
from maturin import get_requires_for_build_sdist, get_requires_for_build_wheel  # noqa: F401, a backend offers them

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "python" / "immich_contract.data"
BINARY = "immich-contract"


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    """Names and versions."""
    with _scripts():
        return maturin.prepare_metadata_for_build_wheel(metadata_directory, config_settings)


def build_sdist(sdist_directory, config_settings=None):
    """The sources, without a binary."""
    with _scripts():
        return maturin.build_sdist(sdist_directory, config_settings)


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Builds the binary, then the wheel around it."""
    with _scripts() as scripts:
        shutil.copy2(_built_binary(), scripts)
        return maturin.build_wheel(wheel_directory, config_settings, metadata_directory)


@contextmanager
def _scripts():
    """The folder of what comes onto the PATH, while maturin looks."""
    scripts = DATA / "scripts"
    shutil.rmtree(DATA, ignore_errors=True)
    scripts.mkdir(parents=True)
    try:
        yield scripts
    finally:
        shutil.rmtree(DATA)


def _built_binary():
    """The binary that ``IMMICH_CONTRACT_BINARY`` names, or the one that cargo builds."""
    if ready := os.environ.get("IMMICH_CONTRACT_BINARY"):
        return Path(ready)
    # Not `--locked`: in a source package some members are left out, and their packages leave Cargo.lock when it is read.
    command = ["cargo", "build", "--bin", BINARY, "--message-format", "json-render-diagnostics"]
    command += ["--profile", _profile()]
    built = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    messages = [json.loads(line) for line in built.stdout.splitlines()]
    return Path(next(message["executable"] for message in messages if message.get("executable")))


def _profile():
    """The profile that maturin is asked for, so that both halves share what they build."""
    arguments = os.environ.get("MATURIN_PEP517_ARGS", "").split()
    return arguments[arguments.index("--profile") + 1] if "--profile" in arguments else "dist"
