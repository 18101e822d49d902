"""What the action makes of its inputs: calls of the program, its reports, and how the step ends."""

from __future__ import annotations

import re
import shutil
import sys

from tests.step import INPUTS, ROOT, RUN, StepTest

sys.path.insert(0, str(RUN.parent))
import install


class Run(StepTest):
    def test_the_program_is_called_once_for_each_form(self) -> None:
        step = self.step(ARGUMENTS="--server-version 2.7.5\n'my app.har' $(id) *", SARIF="out/a.sarif", JSON="a.json")
        own = ["--server-version", "2.7.5", "my app.har", "$(id)", "*"]
        self.assertEqual(
            [call["arguments"] for call in step.calls],
            [
                ["check", "--fail-on", "error", "--format", "github", *own],
                ["check", "--fail-on", "never", "--format", "sarif", "--output", "out/a.sarif", *own],
                ["check", "--fail-on", "never", "--format", "json", "--output", "a.json", *own],
                ["check", "--fail-on", "never", "--format", "markdown", *own],
            ],
        )
        self.assertEqual(self.text("out/a.sarif") + self.text("a.json"), "sarif report\njson report\n")
        self.assertEqual(step.summary, self.report)

    def test_the_program_decides_how_the_step_ends(self) -> None:
        for code in (0, 1):
            self.tool_code = code
            step = self.step(COMMENT="false")
            self.assertEqual(step.code, code)
            self.assertRegex(step.outputs, rf"exit-code<<\w+\n{code}\n")
            self.assertEqual(step.summary, self.report)

    def test_a_failure_of_the_program_fails_the_step_and_reports_nothing(self) -> None:
        self.tool_code = 2
        step = self.step()
        self.assertEqual((step.code, step.summary, self.github.asked), (2, "", []))
        self.assertIn("::error title=immich-contract::immich-contract check failed (2): a word beside the report", step.log)

    def test_without_annotations_no_line_of_the_report_is_a_command(self) -> None:
        step = self.step(ANNOTATIONS="false", COMMENT="false")
        self.assertEqual(step.calls[0]["arguments"][4], "human")
        self.assertRegex(step.log, r"::stop-commands::(\w+)\nhuman report\n::\1::\n")

    def test_a_summary_over_a_mebibyte_is_cut_with_a_note(self) -> None:
        self.report = "ein Gerät – 相机\n" * 60_000
        step = self.step(COMMENT="false")
        self.assertLessEqual(len(step.summary.encode()), 1024 * 1024)
        self.assertGreater(len(step.summary.encode()), 1024 * 1024 - 400)
        self.assertIn("was cut", step.summary.splitlines()[-1])

    def test_an_input_that_is_wrong_is_named(self) -> None:
        cases = {
            "COMMAND": ("audit", "`command` is 'audit'; it must be one of check, diff, compat, accepts, news"),
            "FAIL_ON": ("note", "`fail-on` is 'note'"),
            "SUMMARY": ("yes", "`summary` is 'yes'"),
            "COMMENT_ID": ("a --> b", "`comment-id` is 'a --> b'"),
            "VERSION": ("0.2.0; id", "`version` is '0.2.0; id'"),
            "ARGUMENTS": ("'app.har", "`arguments` cannot be split into words"),
            "SARIF": ("a\nb", "`sarif` has several lines"),
            "WHEEL": ("git+https://example.org/a", "`wheel` is 'git+https://example.org/a'"),
        }
        for name, (value, message) in cases.items():
            step = self.step(**{name: value})
            self.assertEqual((step.code, step.calls), (2, []), step.log)
            self.assertIn(f"::error title=immich-contract::{message}", step.log)

    def test_options_that_are_inputs_are_not_arguments(self) -> None:
        for option in ("--format json", "--format=json", "-o x", "-ox", "--output=x", "--fail-on never"):
            step = self.step(ARGUMENTS=f"app.har {option}")
            self.assertEqual((step.code, step.calls), (2, []), step.log)
            self.assertIn(f"`arguments` has {option.split()[0]}; use", step.log)

    def test_a_folder_of_wheels_and_a_wheel_that_is_not_there(self) -> None:
        folder = self.folder / "wheels"
        folder.mkdir()
        shutil.copy(self.wheel, folder)
        self.assertEqual(self.step(WHEEL=str(folder)).code, 0)
        step = self.step(WHEEL="missing.whl")
        self.assertEqual(step.code, 2)
        self.assertIn("::error title=immich-contract::pip cannot install missing.whl", step.log)

    def test_modules_of_the_repository_that_is_checked_are_not_run(self) -> None:
        for module in ("pip", "json", "subprocess"):
            (self.folder / f"{module}.py").write_text(f"open({str(self.folder / 'ran')!r}, 'a').write({module!r})")
        self.assertEqual(self.step().code, 0)
        self.assertFalse((self.folder / "ran").exists())

    def test_the_version_of_the_action_is_the_version_of_the_program(self) -> None:
        manifest = (ROOT / "Cargo.toml").read_text("utf-8")
        version = re.findall(r'^version = "(.*)"$', manifest, re.M)
        self.assertEqual([install.own_version()], version[:1])
        # From an index that has nothing: what is asked for is what the message names.
        step = self.step(WHEEL="")
        self.assertIn(f"pip cannot install immich-contract=={version[0]}", step.log)

    def test_action_yml_hands_over_each_input(self) -> None:
        text = (ROOT / "action.yml").read_text("utf-8")
        inputs, rest = text.split("\noutputs:\n")
        names = re.findall(r"^  ([\w-]+):$", inputs.partition("inputs:\n")[2], re.M)
        handed = re.findall(r"^        INPUT_(\w+): \$\{\{ inputs\.([\w-]+) \}\}$", rest, re.M)
        self.assertEqual([name for _, name in handed], names)
        self.assertEqual([variable for variable, _ in handed], [name.upper().replace("-", "_") for name in names])
        self.assertEqual({variable for variable, _ in handed}, {*INPUTS, "WHEEL"})
        page = (ROOT / "docs" / "ci.md").read_text("utf-8")
        rows = "".join(re.findall(r"^\| (`.*?) \|", page, re.M))
        self.assertEqual(set(re.findall(r"`([\w-]+)`", rows)), set(names))
