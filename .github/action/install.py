"""Brings the wheel, and with it the program, into an environment of its own below the runner's temporary folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from inputs import Inputs


class InstallError(Exception):
    """Why the program could not be installed."""


def program(inputs: Inputs, environment: dict[str, str]) -> Path:
    """Installs the program; its path."""
    folder = Path(os.environ.get("RUNNER_TEMP") or ".").resolve() / "immich-contract"
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    # -I: a pip.py in the repository that is checked must not take pip's place.
    if not binaries.is_dir():
        run([sys.executable, "-I", "-m", "venv", str(folder)], environment, "no environment could be made")
    pip = [str(binaries / "python"), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    wanted = requirement(inputs)
    # Wheels only: a source package would be built here, with a compiler that may not be there.
    run([*pip, "--force-reinstall", "--only-binary", ":all:", *wanted], environment, f"pip cannot install {wanted[-1]}")
    return binaries / ("immich-contract.exe" if os.name == "nt" else "immich-contract")


def requirement(inputs: Inputs) -> list[str]:
    """What pip is asked for."""
    if inputs.wheel and Path(inputs.wheel).is_dir():
        return ["--no-index", "--find-links", inputs.wheel, "immich-contract"]
    if inputs.wheel:
        if not re.fullmatch(r"(https://|(?![\w.+-]+:)(?!-)).+\.whl", inputs.wheel) and not Path(inputs.wheel).is_file():
            raise InstallError(f"`wheel` is {inputs.wheel!r}; it must be a .whl file, its https address, or a folder")
        return [inputs.wheel]
    if inputs.version == "latest":
        return ["immich-contract"]
    return [f"immich-contract=={inputs.version or own_version()}"]


def own_version() -> str:
    """The version of the checkout that this action is part of, so that a pinned action runs a pinned program."""
    manifest = Path(__file__).parents[2] / "Cargo.toml"
    found = re.search(r'^\[workspace\.package\]\n(?:[^\[\n].*\n)*?version = "([^"]+)"', manifest.read_text("utf-8"), re.M)
    if not found:
        raise InstallError(f"{manifest.name} of this action names no version; give the input `version`")
    return found[1]


def run(command: list[str], environment: dict[str, str], failed: str) -> None:
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).decode(errors="replace").strip()
        raise InstallError(f"{failed}:\n{said}")
