"""What may happen on no page, and fails a journey wherever it happens."""

from http import HTTPStatus
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

OURS = {"127.0.0.1", "localhost"}
# Chromium's own line for every answer from 400 on; those are judged by their status.
REPORTED_TWICE = "Failed to load resource"


class Tripwire:
    """Watches pages for server errors, missing files, script errors and requests to other hosts."""

    def __init__(self) -> None:
        self.tripped: list[str] = []
        self._allowed: set[int] = set()
        self._injected: set[int] = set()

    def allow(self, status: int) -> None:
        """Expect answers with this status from here on; from 500 on there is no excuse."""
        assert status < HTTPStatus.INTERNAL_SERVER_ERROR
        self._allowed.add(status)

    def inject(self, status: int) -> None:
        """Expect answers with this status that the test itself puts in the server's place, to saves only."""
        self._injected.add(status)

    def watch(self, page: Page) -> None:
        """Listen to everything that happens in a window."""
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("console", self._console)
        page.on("pageerror", self._error)

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname not in OURS:
            self.tripped.append(f"request to another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status in self._injected and "/desk/reports/" in response.url:
            return
        if response.status >= HTTPStatus.BAD_REQUEST and response.status not in self._allowed:
            self.tripped.append(f"{response.status}: {response.request.method} {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(REPORTED_TWICE):
            self.tripped.append(f"console: {message.text}")

    def _error(self, error: Error) -> None:
        self.tripped.append(f"script: {error}")
