"""A small load client: requests over connections of their own, one after another or several at once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from benchmarks.comparison import seconds
from benchmarks.processes import Failed


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    media_type: str
    body: bytes


def fetch(port: int, path: str) -> Answer:
    """One request over a new connection, as nginx makes them. Raises OSError, HTTPException."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return Answer(response.status, response.getheader("Content-Type", ""), response.read())
    finally:
        connection.close()


def answers(port: int, path: str) -> bool:
    """Whether the server is there already."""
    try:
        return fetch(port, path).status == 200
    except (OSError, HTTPException):
        return False


def rate(port: int, path: str, *, length: int, requests: int, at_once: int) -> float:
    """Requests per second. Raises Failed when an answer is not 200 or not of this length."""

    def one(_: int) -> None:
        answer = fetch(port, path)
        if answer.status != 200 or len(answer.body) != length:
            raise Failed(f"{path}: {answer.status}, {len(answer.body)} bytes instead of {length}")

    def all_of_them() -> None:
        with ThreadPoolExecutor(at_once) as threads:
            list(threads.map(one, range(requests)))

    return requests / seconds(all_of_them)
