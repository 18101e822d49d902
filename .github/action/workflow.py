"""How a step talks to its workflow: commands in the log, outputs, and the job's summary."""

from __future__ import annotations

import os
import secrets

from limits import cut_bytes

# What GitHub takes of a step's summary.
SUMMARY_BYTES = 1024 * 1024


def tell(severity: str, message: str) -> None:
    """An annotation of the run: `notice`, `warning` or `error`."""
    escaped = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    print(f"::{severity} title=immich-contract::{escaped}", flush=True)


def show(text: str) -> None:
    """Text for the log. It can hold what somebody sent to a server, so no line of it may count as a command."""
    if text:
        pause = secrets.token_hex(16)
        print(f"::stop-commands::{pause}\n{text.rstrip()}\n::{pause}::", flush=True)


def output(name: str, value: str) -> None:
    """An output of the step."""
    end = secrets.token_hex(16)
    append("GITHUB_OUTPUT", f"{name}<<{end}\n{value}\n{end}\n")


def summary(markdown: str) -> None:
    """The step's part of the job's summary."""
    append("GITHUB_STEP_SUMMARY", cut_bytes(markdown, SUMMARY_BYTES))


def append(variable: str, text: str) -> None:
    path = os.environ.get(variable)
    if path:
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.write(text)
