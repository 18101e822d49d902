"""A stand-in for GitHub's REST API on loopback: the comments of one pull request, as GitHub documents them."""

from __future__ import annotations

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "octo/client"
NUMBER = 7
TOKEN = "ghs_a-token-that-must-not-be-seen"
BODY_CHARACTERS = 65_536


class GitHub:
    """What the stand-in holds and what it was asked."""

    def __init__(self) -> None:
        self.comments: list[dict[str, Any]] = []
        self.asked: list[tuple[str, str]] = []
        # Refuses these methods with this status.
        self.refuses: dict[str, int] = {}
        # Sends whoever asks to this address.
        self.moved_to = ""
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler(self))
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def add(self, body: str, kind: str = "User", association: str = "NONE") -> dict[str, Any]:
        """A comment by somebody."""
        number = 1000 + len(self.comments)
        comment = {
            "id": number,
            "body": body,
            "user": {"login": "github-actions[bot]" if kind == "Bot" else "somebody", "type": kind},
            "author_association": association,
            "html_url": f"{self.url}/{REPOSITORY}/pull/{NUMBER}#issuecomment-{number}",
        }
        self.comments.append(comment)
        return comment

    def methods(self) -> list[str]:
        return [method for method, _ in self.asked]

    def answer(self, method: str, target: str, token: str, sent: Any) -> tuple[int, Any, dict[str, str]]:
        self.asked.append((method, target))
        if token != f"Bearer {TOKEN}":
            return 401, {"message": "Bad credentials"}, {}
        if self.moved_to:
            return 302, {"message": "Moved"}, {"Location": self.moved_to + target}
        if method in self.refuses:
            return self.refuses[method], {"message": "Resource not accessible by integration"}, {}
        if sent is not None and len(sent["body"]) > BODY_CHARACTERS:
            return 422, {"message": "Validation Failed"}, {}
        path = urlsplit(target)
        if path.path == f"/repos/{REPOSITORY}/issues/{NUMBER}/comments":
            return (201, self.add(sent["body"], "Bot"), {}) if method == "POST" else self.page(path.query)
        return self.change(path.path, sent)

    def page(self, query: str) -> tuple[int, Any, dict[str, str]]:
        asked = {name: int(values[0]) for name, values in parse_qs(query).items()}
        size, page = min(asked.get("per_page", 30), 100), asked.get("page", 1)
        more = page * size < len(self.comments)
        link = {"Link": f'<{self.url}/elsewhere?page={page + 1}>; rel="next"'} if more else {}
        return 200, self.comments[(page - 1) * size : page * size], link

    def change(self, path: str, sent: Any) -> tuple[int, Any, dict[str, str]]:
        found = re.fullmatch(rf"/repos/{REPOSITORY}/issues/comments/(\d+)", path)
        for comment in self.comments:
            if found and comment["id"] == int(found[1]):
                comment["body"] = sent["body"]
                return 200, comment, {}
        return 404, {"message": "Not Found"}, {}


def handler(github: GitHub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def respond(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            sent = json.loads(self.rfile.read(length)) if length else None
            token = self.headers.get("Authorization", "")
            status, body, headers = github.answer(self.command, self.path, token, sent)
            text = json.dumps(body).encode()
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(text))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = do_PATCH = respond

        def log_message(self, *_: Any) -> None:
            """Says nothing: the log is the test's."""

    return Handler
