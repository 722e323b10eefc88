from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIEnvironment
from wsgiref.util import FileWrapper, setup_testing_defaults

import pytest

from generator.web.preview import with_notice


def ask(kind: str, body: bytes, notice: str) -> tuple[str, dict[str, str], bytes]:
    def application(environment: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return FileWrapper(io.BytesIO(body), 7)

    answered: list[tuple[str, dict[str, str]]] = []

    def start(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
        answered.append((status, dict(headers)))
        return lambda _: None

    environment: WSGIEnvironment = {}
    setup_testing_defaults(environment)
    given = b"".join(with_notice(application, lambda: notice)(environment, start))
    ((status, headers),) = answered
    return status, headers, given


def test_a_notice_stands_at_the_top_of_a_page_and_is_counted() -> None:
    page = b'<html><head><title>a</title></head><body dir="ltr">text <body>'
    status, headers, given = ask("text/html; charset=utf-8", page, "<p>“no”</p>")
    assert given.decode() == '<html><head><title>a</title></head><body dir="ltr"><p>“no”</p>text <body>'
    assert (status, headers["Content-Length"]) == ("200 OK", str(len(given)))


@pytest.mark.parametrize(("kind", "notice"), [("text/html", ""), ("application/javascript", "<p>no</p>")])
def test_everything_else_passes_as_it_is(kind: str, notice: str) -> None:
    body = b"var a = '<body>';"
    assert ask(kind, body, notice) == (
        "200 OK",
        {"Content-Type": kind, "Content-Length": str(len(body))},
        body,
    )
