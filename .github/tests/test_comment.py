"""The comment of a pull request: who writes where, and what happens where nobody may write."""

from __future__ import annotations

from tests.github_stub import TOKEN, GitHub
from tests.step import StepTest

MARKER = "<!-- immich-contract:check -->\n"


class Comment(StepTest):
    def test_the_first_run_posts_and_the_second_changes_the_same_comment(self) -> None:
        first = self.step()
        self.report = "### immich-contract\n\nchecked 6 exchanges\n"
        second = self.step()
        self.assertEqual((first.code, second.code), (0, 0), first.log + second.log)
        self.assertEqual(self.github.methods(), ["GET", "POST", "GET", "PATCH"])
        self.assertEqual([comment["body"] for comment in self.github.comments], [MARKER + self.report])
        self.assertIn(self.github.comments[0]["html_url"], second.outputs)

    def test_comments_of_others_stay_as_they_are(self) -> None:
        strangers = [
            self.github.add("I quote: " + MARKER, "Bot"),
            self.github.add("<!-- immich-contract:checked -->\nanother id", "Bot"),
            self.github.add(MARKER + "by somebody who may not write here", "User", "CONTRIBUTOR"),
        ]
        before = [comment["body"] for comment in strangers]
        self.step()
        self.assertEqual([comment["body"] for comment in strangers], before)
        self.assertEqual(self.github.comments[3]["body"], MARKER + self.report)

    def test_our_comment_is_found_behind_a_hundred_others(self) -> None:
        for number in range(230):
            self.github.add(f"comment {number}")
        # A token of a person writes in his name.
        ours = self.github.add(MARKER + "old", "User", "MEMBER")
        self.step()
        self.assertEqual(self.github.methods(), ["GET", "GET", "GET", "PATCH"])
        self.assertEqual(ours["body"], MARKER + self.report)

    def test_two_ids_are_two_comments(self) -> None:
        self.step(COMMENT_ID="old-server")
        self.step(COMMENT_ID="new-server")
        bodies = [comment["body"].splitlines()[0] for comment in self.github.comments]
        self.assertEqual(bodies, ["<!-- immich-contract:old-server -->", "<!-- immich-contract:new-server -->"])

    def test_a_refusal_is_told_and_fails_nothing(self) -> None:
        for method, status in (("GET", 403), ("GET", 404), ("POST", 403), ("POST", 404)):
            self.github.refuses = {method: status}
            step = self.step(SUMMARY="false")
            self.assertEqual(step.code, 0, step.log)
            self.assertRegex(step.log, f"::notice [^\n]*no comment: GitHub answered {status} Resource not accessible")
            self.assertIn("forks", step.log)
            self.assertEqual(step.summary, self.report)

    def test_a_fault_of_github_is_a_warning(self) -> None:
        self.github.refuses = {"POST": 502}
        self.tool_code = 1
        step = self.step()
        self.assertEqual(step.code, 1)
        self.assertIn("::warning title=immich-contract::no comment: GitHub answered 502", step.log)

    def test_github_that_cannot_be_reached_is_a_warning(self) -> None:
        self.github.close()
        step = self.step()
        self.assertEqual(step.code, 0, step.log)
        self.assertIn("::warning title=immich-contract::no comment: GET", step.log)

    def test_a_runner_that_does_not_name_the_api_is_a_warning(self) -> None:
        self.github.url = ""
        step = self.step()
        self.assertEqual(step.code, 0, step.log)
        self.assertIn("::warning title=immich-contract::no comment: GET", step.log)

    def test_the_token_follows_no_redirection(self) -> None:
        elsewhere = GitHub()
        self.addCleanup(elsewhere.close)
        self.github.moved_to = elsewhere.url
        step = self.step()
        self.assertEqual((step.code, elsewhere.asked), (0, []))
        self.assertIn("::warning title=immich-contract::no comment: GitHub answered 302", step.log)

    def test_a_run_without_a_pull_request_writes_no_comment(self) -> None:
        self.event = {"issue": {"number": 3}}
        step = self.step()
        self.assertEqual((step.code, self.github.asked), (0, []))
        self.assertIn("this run is not one of a pull request", step.log)

    def test_a_comment_on_a_pull_request_is_a_run_of_it(self) -> None:
        self.event = {"issue": {"number": 7, "pull_request": {}}}
        self.step()
        self.assertEqual(self.github.methods(), ["GET", "POST"])

    def test_what_is_longer_than_github_takes_is_cut_with_a_note(self) -> None:
        line = "<details><summary>é 😀</summary>\n\n```json\n" + "{}\n" * 40 + "```\n\n</details>\n"
        self.report = line * 1000
        step = self.step()
        body = self.github.comments[0]["body"]
        self.assertEqual(step.code, 0, step.log)
        self.assertLessEqual(len(body), 65_536)
        self.assertGreater(len(body), 65_000)
        self.assertIn("was cut", body.splitlines()[-1])
        self.assertIn("https://github.example/octo/client/actions/runs/42", body)
        self.assertEqual(body.count("<details>"), body.count("</details>"))
        self.assertEqual(body.count("```") % 2, 0)

    def test_the_token_is_seen_by_github_alone(self) -> None:
        self.github.refuses = {"POST": 403}
        step = self.step()
        seen = step.log + step.summary + step.outputs + str(step.calls)
        self.assertNotIn(TOKEN, seen)
        self.assertNotIn("a-token", str(self.github.asked))
