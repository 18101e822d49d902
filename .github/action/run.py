"""The action: installs the program, runs it once for each form of its report, and puts the reports where people look.

The program decides whether the step fails. A comment that could not be written is told and changes nothing.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import comment
import install
import workflow
from inputs import InputError, Inputs, read

# What the program's exit codes mean: without findings and with them. Others are failures.
FINDINGS = (0, 1)

WHO_MAY_WRITE = (
    "Runs for pull requests from forks may not write; for others give the job `permissions: pull-requests: write`. "
    "The report is in the job's summary."
)


class ToolError(Exception):
    """The program could not do its work."""


def main() -> int:
    # Windows would write the log in a code page that lacks what reports hold.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = act(read(os.environ))
    except (InputError, install.InstallError, ToolError, OSError) as error:
        workflow.tell("error", str(error))
        code = 2
    workflow.output("exit-code", str(code))
    return code


def act(inputs: Inputs) -> int:
    # The token is for the comment alone: neither pip nor the program gets it.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("INPUT_")}
    tool = Tool(install.program(inputs, environment), inputs, environment)
    code = tool.judge()
    for form, path in (("sarif", inputs.sarif), ("json", inputs.json)):
        if path:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            tool.report(form, "--output", path)
    if inputs.summary or inputs.comment:
        publish(inputs, tool.report("markdown"))
    return code


def publish(inputs: Inputs, markdown: str) -> None:
    """The comment and the summary. A report that cannot be a comment stands in the summary, whether asked for or not."""
    commented = inputs.comment and put_comment(inputs, markdown)
    if inputs.summary or not commented:
        workflow.summary(markdown)


class Tool:
    """The program with the inputs that it is run with."""

    def __init__(self, program: Path, inputs: Inputs, environment: dict[str, str]) -> None:
        self.program, self.inputs, self.environment = program, inputs, environment

    def judge(self) -> int:
        """Writes the report to the log; 0 or 1, as the program decides."""
        form = "github" if self.inputs.annotations else "human"
        done = self.start(form, self.inputs.fail_on)
        workflow.show(done.stderr)
        if self.inputs.annotations:
            print(done.stdout, end="", flush=True)
        else:
            workflow.show(done.stdout)
        return done.returncode

    def report(self, form: str, *options: str) -> str:
        """The report in another form. What the program says beside it stands in the log already."""
        return self.start(form, "never", *options).stdout

    def start(self, form: str, fail_on: str, *options: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.program), self.inputs.command, "--fail-on", fail_on, "--format", form]
        done = subprocess.run(
            [*command, *options, *self.inputs.arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode not in FINDINGS:
            workflow.show(done.stderr)
            raise ToolError(f"immich-contract {self.inputs.command} failed ({done.returncode}): {last_line(done.stderr)}")
        return done


def last_line(text: str) -> str:
    return (text.strip().splitlines() or ["it said nothing"])[-1]


def put_comment(inputs: Inputs, markdown: str) -> bool:
    """Whether the comment was written; if not, the log says why."""
    number = pull_request_number()
    api, repository = os.environ.get("GITHUB_API_URL", ""), os.environ.get("GITHUB_REPOSITORY", "")
    try:
        if number is None:
            raise comment.RefusedError("this run is not one of a pull request")
        url = comment.PullRequest(api, repository, number, inputs.token).put(inputs.comment_id, markdown)
    except comment.RefusedError as error:
        workflow.tell("notice", f"no comment: {error}. {WHO_MAY_WRITE}")
    except comment.CommentError as error:
        workflow.tell("warning", f"no comment: {error}. The report is in the job's summary.")
    else:
        workflow.output("comment-url", url)
        return True
    return False


def pull_request_number() -> int | None:
    """The pull request of the event: of its own events, or of a comment on it."""
    try:
        event = json.loads(Path(os.environ.get("GITHUB_EVENT_PATH", "")).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    commented = event.get("issue") or {}
    found = event.get("pull_request") or (commented if "pull_request" in commented else {})
    return found.get("number")


if __name__ == "__main__":
    sys.exit(main())
