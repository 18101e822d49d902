"""The comment of a pull request that later runs update: found by a hidden marker, written by PATCH or POST."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

from limits import cut_characters

# What GitHub takes of a comment.
BODY_CHARACTERS = 65_536
# The comments that are looked at are at most a hundred times this many.
PAGES = 100
SECONDS = 30
# Whose comments can be ours. Anybody can write a comment with our marker; it stays his.
TRUSTED = ("OWNER", "MEMBER", "COLLABORATOR")


class CommentError(Exception):
    """Why no comment was written."""


class RefusedError(CommentError):
    """The token may not write, as in runs for a pull request from a fork."""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """The token goes to the API's address and nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass(frozen=True)
class PullRequest:
    """A pull request, and who comments on it."""

    api: str
    repository: str
    number: int
    token: str

    def put(self, comment_id: str, markdown: str) -> str:
        """Writes the comment of this id, anew or in place of the last one; its address."""
        marker = f"<!-- immich-contract:{comment_id} -->\n"
        body = {"body": marker + cut_characters(markdown, BODY_CHARACTERS - len(marker))}
        found = self.find(marker.strip())
        if found is None:
            written, _ = self.ask("POST", f"issues/{self.number}/comments", body)
        else:
            written, _ = self.ask("PATCH", f"issues/comments/{found}", body)
        return str(written.get("html_url", ""))

    def find(self, marker: str) -> int | None:
        """The id of the comment that begins with the marker."""
        for page in range(1, PAGES + 1):
            comments, more = self.ask("GET", f"issues/{self.number}/comments?per_page=100&page={page}")
            for comment in comments:
                if ours(comment) and str(comment.get("body", "")).startswith(marker):
                    return int(comment["id"])
            if not more:
                return None
        return None

    def ask(self, method: str, path: str, body: Any = None) -> tuple[Any, bool]:
        """What GitHub answers, and whether it has a further page."""
        try:
            opener = urllib.request.build_opener(NoRedirect)
            with opener.open(self.request(method, path, body), timeout=SECONDS) as answer:
                return json.load(answer), 'rel="next"' in answer.headers.get("Link", "")
        except urllib.error.HTTPError as error:
            raise refusal(error) from error
        except (OSError, ValueError) as error:
            raise CommentError(f"{method} {path}: {error}") from error

    def request(self, method: str, path: str, body: Any) -> urllib.request.Request:
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "User-Agent": "immich-contract",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        data = None if body is None else json.dumps(body).encode()
        # The runner says where the API is.
        url = f"{self.api}/repos/{self.repository}/{path}"
        return urllib.request.Request(url, data, headers, method=method)  # noqa: S310


def ours(comment: dict[str, Any]) -> bool:
    return (comment.get("user") or {}).get("type") == "Bot" or comment.get("author_association") in TRUSTED


def refusal(error: urllib.error.HTTPError) -> CommentError:
    """A read-only token gets 403, or 404 where it may not even see; an expired one 401."""
    try:
        said = json.loads(error.read()).get("message", "")
    except (OSError, ValueError, AttributeError):
        said = ""
    kind = RefusedError if error.code in (401, 403, 404) else CommentError
    return kind(f"GitHub answered {error.code} {said or error.reason}")
