"""What the workflow asks for: the action's inputs, read from the environment and held against what they may be."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass

COMMANDS = ("check", "diff", "compat", "accepts", "news")
SEVERITIES = ("error", "warning", "never")

# Options that the action gives itself, and what to use in their place.
TAKEN = {
    "--format": "the inputs `annotations`, `summary`, `sarif` and `json`",
    "--output": "the inputs `sarif` and `json`",
    "--fail-on": "the input `fail-on`",
}


class InputError(Exception):
    """An input that is not what it may be."""


@dataclass(frozen=True)
class Inputs:
    """The inputs of `action.yml`."""

    command: str
    arguments: list[str]
    fail_on: str
    annotations: bool
    summary: bool
    sarif: str
    json: str
    comment: bool
    comment_id: str
    token: str
    version: str
    wheel: str


def read(environment: Mapping[str, str]) -> Inputs:
    """The inputs; raises InputError with the name of the first that is wrong."""

    def text(name: str) -> str:
        return environment.get(f"INPUT_{name.upper().replace('-', '_')}", "").strip()

    command = one_of("command", text("command"), COMMANDS)
    return Inputs(
        command=command,
        arguments=words(text("arguments")),
        fail_on=one_of("fail-on", text("fail-on"), SEVERITIES),
        annotations=flag("annotations", text("annotations")),
        summary=flag("summary", text("summary")),
        sarif=one_line("sarif", text("sarif")),
        json=one_line("json", text("json")),
        comment=flag("comment", text("comment")),
        # It stands in an HTML comment, which it must not end.
        comment_id=matching("comment-id", text("comment-id") or command, r"[\w.-]{1,64}", "letters, digits, `.`, `_`, `-`"),
        token=text("token"),
        version=matching("version", text("version"), r"[\w.+!-]*", "a version as in 0.2.0, or `latest`"),
        wheel=one_line("wheel", text("wheel")),
    )


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise InputError(f"`{name}` is {value!r}; it must be one of {', '.join(allowed)}")
    return value


def flag(name: str, value: str) -> bool:
    return one_of(name, value.lower(), ("true", "false")) == "true"


def one_line(name: str, value: str) -> str:
    if "\n" in value:
        raise InputError(f"`{name}` has several lines; it must be one path")
    return value


def matching(name: str, value: str, pattern: str, expected: str) -> str:
    if not re.fullmatch(pattern, value, re.ASCII):
        raise InputError(f"`{name}` is {value!r}; it must be {expected}")
    return value


def words(text: str) -> list[str]:
    """The arguments, split as a shell splits words; nothing is expanded."""
    try:
        arguments = shlex.split(text)
    except ValueError as error:
        raise InputError(f"`arguments` cannot be split into words: {error}; a quote may be missing") from error
    for argument in arguments:
        if argument == "--":
            break
        option = "--output" if re.match(r"-o(?!-)", argument) else argument.partition("=")[0]
        if option in TAKEN:
            raise InputError(f"`arguments` has {argument}; use {TAKEN[option]} in its place")
    return arguments
