"""Cuts Markdown to what GitHub takes, and says that something was cut."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

FENCE = re.compile(r"`{3,}")


def cut_characters(markdown: str, limit: int) -> str:
    """The text with at most `limit` characters."""
    return cut(markdown, limit, len)


def cut_bytes(markdown: str, limit: int) -> str:
    """The text with at most `limit` bytes as UTF-8."""
    return cut(markdown, limit, lambda text: len(text.encode()))


def cut(markdown: str, limit: int, size: Callable[[str], int]) -> str:
    """Whole lines from the beginning, what they leave open closed, and a note."""
    if size(markdown) <= limit:
        return markdown
    lines = markdown.splitlines(keepends=True)
    while lines and size(ended(lines)) > limit:
        # What is beyond the limit goes at once; what the note needs, line by line.
        beyond = size("".join(lines)) - limit
        lines.pop()
        while lines and beyond > size(lines[-1]):
            beyond -= size(lines.pop())
    return ended(lines)


def ended(lines: list[str]) -> str:
    return "".join([*lines, *closing(lines), note()])


def closing(lines: list[str]) -> list[str]:
    """What ends the code and the folded parts that are open after these lines."""
    fence, folded = "", 0
    for line in lines:
        mark = FENCE.match(line)
        if fence:
            fence = "" if mark and len(mark[0]) >= len(fence) else fence
        elif mark:
            fence = mark[0]
        else:
            folded += line.count("<details") - line.count("</details>")
    return [f"{fence}\n"] * bool(fence) + ["\n</details>\n"] * folded


def note() -> str:
    where = "the log of the run"
    server, repository, run = (os.environ.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "RUN_ID"))
    if server and repository and run:
        where = f"[{where}]({server}/{repository}/actions/runs/{run})"
    return f"\n> The report is longer than GitHub takes here and was cut. The rest stands in {where}.\n"
