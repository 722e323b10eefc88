"""A web server on the loopback interface that answers as a test tells it to."""

from __future__ import annotations

import http.server
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Answer:
    """What is sent; `after` runs between the head and the body."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})
    length: int | None = None
    """Stated length of the body; default the true one."""
    after: Callable[[], None] = lambda: None


@dataclass
class Site:
    """A running server."""

    address: str
    answers: dict[str, Answer]
    asked: list[tuple[str, Mapping[str, str]]]
    """(path, headers) of every request."""


@contextmanager
def site(answers: Mapping[str, Answer], context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serves the answers by path until the block is left."""
    asked: list[tuple[str, Mapping[str, str]]] = []
    known = dict(answers)

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, dict(self.headers)))
            answer = known.get(self.path, Answer(status=404))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body) if answer.length is None else answer.length))
            self.end_headers()
            answer.after()
            self.wfile.write(answer.body)

        def date_time_string(self, timestamp: float | None = None) -> str:  # noqa: ARG002  # as the base class
            return "Thu, 06 Mar 2031 23:30:00 GMT"

        def log_message(self, *args: object) -> None:
            """Nothing."""

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that hangs up is what some tests are about."""

    with Server(("127.0.0.1", 0), Handler) as server:
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield Site(f"{'https' if context else 'http'}://127.0.0.1:{server.server_port}", known, asked)
        finally:
            server.shutdown()
