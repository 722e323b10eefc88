from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import zlib
from pathlib import Path

import pytest

from generator.errors import ExplainerError, SourceError, UsageError
from generator.fetch import Fetched, Limits, fetch
from tests.fetch.server import Answer, site

PAGE = b"<html><p>The wall was moved by night.</p></html>"
SMALL = Limits(most_bytes=1_000_000, seconds=10.0)


def get(address: str, limits: Limits = SMALL) -> Fetched:
    return fetch(address, limits, allow_private=True)


def refused(address: str, limits: Limits = SMALL) -> str:
    with pytest.raises(SourceError) as caught:
        get(address, limits)
    message = str(caught.value)
    assert message.startswith(("http://", "https://"))
    assert "\n  help: " in message
    return message


def test_a_page_is_fetched_as_it_is_sent() -> None:
    headers = {"Content-Type": "text/html; charset=ISO-8859-1"}
    with site({"/a%20b?c=d": Answer(PAGE, headers=headers)}) as server:
        page = get(f"{server.address}/a b?c=d#part")
    assert page == Fetched(f"{server.address}/a b?c=d", PAGE, "text/html", "iso-8859-1", "2031-03-06")
    ((_, asked),) = server.asked
    assert asked["Accept-Encoding"] == "identity"
    assert asked["Host"] == server.address.removeprefix("http://")
    assert asked["User-Agent"].startswith("explainer-generator/")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(status: int) -> None:
    answers = {"/old": Answer(status=status, headers={"Location": "/né?w=1"}), "/n%C3%A9?w=1": Answer(PAGE)}
    with site(answers) as server:
        assert get(f"{server.address}/old").address == f"{server.address}/né?w=1"


def test_a_sixth_redirect_is_refused() -> None:
    answers = {f"/{n}": Answer(status=302, headers={"Location": f"/{n + 1}"}) for n in range(9)}
    with site({**answers, "/5": Answer(PAGE)}) as server:
        assert get(f"{server.address}/0").data == PAGE
    with site(answers) as server:
        assert "redirected more than 5 times" in refused(f"{server.address}/0")
        assert len(server.asked) == 6


def test_a_redirect_is_checked_as_the_first_address_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host passes for a public one; the one that it leads to does not."""
    with site({}) as inner, site({"/": Answer(status=302, headers={"Location": f"{inner.address}/secret"})}) as outer:
        port = int(outer.address.rpartition(":")[2])
        monkeypatch.setattr("generator.fetch.addresses.is_public", lambda _: False)
        real = socket.getaddrinfo

        def resolved(host: str, *rest: object, **named: object) -> object:
            if host == "news.example":
                monkeypatch.setattr(
                    "generator.fetch.addresses.is_public", lambda address: address == "127.0.0.1" and host != address
                )
                return real("127.0.0.1", port, type=socket.SOCK_STREAM)
            monkeypatch.undo()
            return real(host, *rest, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(socket, "getaddrinfo", resolved)
        with pytest.raises(
            SourceError, match=r"127\.0\.0\.1 is 127\.0\.0\.1, which is not an address of the public network"
        ):
            fetch(f"http://news.example:{port}/", SMALL)
        assert [path for path, _ in outer.asked] == ["/"]
        assert inner.asked == []


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://host/x", "gopher://127.0.0.1/", "http://me@127.0.0.1/"]
)
def test_a_redirect_to_something_else_is_refused(location: str) -> None:
    with (
        site({"/": Answer(status=302, headers={"Location": location})}) as server,
        pytest.raises(UsageError, match="web address"),
    ):
        get(f"{server.address}/")


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=302, headers={"Location": "ftp://a.example/\x1b[2J"}),
        Answer(status=302, headers={"Location": "\x1b]0;x\x07://a.example/"}),
        Answer(PAGE, headers={"Content-Type": "text/\x1b[2J"}),
    ],
)
def test_no_terminal_obeys_what_a_server_sends(answer: Answer) -> None:
    with site({"/": answer}) as server, pytest.raises(ExplainerError) as caught:
        get(f"{server.address}/")
    assert "\x1b" not in str(caught.value)


def test_a_private_address_is_refused_unless_it_is_allowed() -> None:
    with site({"/": Answer(PAGE)}) as server:
        with pytest.raises(SourceError, match=r"(?s)not an address of the public network.*help: .*--allow-private"):
            fetch(f"{server.address}/", SMALL)
        assert server.asked == []


def test_the_name_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    real, asked = socket.getaddrinfo, []

    def resolved(host: str, *rest: object, **named: object) -> object:
        asked.append(host)
        return real("127.0.0.1" if host == "news.example" else host, *rest, **named)  # type: ignore[arg-type]

    with site({"/": Answer(PAGE)}) as server:
        monkeypatch.setattr(socket, "getaddrinfo", resolved)
        get(server.address.replace("127.0.0.1", "news.example") + "/")
        assert asked.count("news.example") == 1
        assert server.asked[0][1]["Host"].startswith("news.example:")


@pytest.mark.parametrize("stated", [None, 5_000_000_000])
def test_too_large(stated: int | None) -> None:
    with site({"/": Answer(b"x" * 1_000_001, length=stated)}) as server:
        assert "larger than 1 MB" in refused(f"{server.address}/")


@pytest.mark.parametrize("packed", [gzip.compress(PAGE), zlib.compress(PAGE)])
def test_compression_that_was_not_asked_for_is_undone(packed: bytes) -> None:
    with site({"/": Answer(packed, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})}) as server:
        assert get(f"{server.address}/").data == PAGE


def test_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"\0" * 300_000_000, 1)[:990_000]
    with site({"/": Answer(bomb, headers={"Content-Encoding": "gzip"})}) as server:
        assert "larger than 1 MB" in refused(f"{server.address}/")


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (Answer(gzip.compress(PAGE)[:-12], headers={"Content-Encoding": "gzip"}), "cut off before its end"),
        (Answer(b"no gzip", headers={"Content-Encoding": "gzip"}), "compression is damaged"),
        (Answer(PAGE, headers={"Content-Encoding": "br"}), "compressed as 'br', which was not asked for"),
        (Answer(PAGE, length=len(PAGE) + 10), "cut off before its end"),
        (Answer(PAGE, headers={"Content-Type": "image/png"}), "expected a page, a feed, a text or a PDF, found image/png"),
        (Answer(status=404), "the server answered 404 Not Found"),
        (Answer(status=302, headers={}), "redirected without saying where to"),
    ],
)  # fmt: skip
def test_what_is_no_page_says_why(answer: Answer, found: str) -> None:
    with site({"/": answer}) as server:
        assert found in refused(f"{server.address}/")


def test_a_server_that_never_ends_is_left() -> None:
    done = threading.Event()

    def wait() -> None:
        done.wait(5)

    with site({"/": Answer(PAGE, after=wait)}) as server:
        try:
            assert "not there after 0.3 seconds" in refused(f"{server.address}/", Limits(seconds=0.3))
        finally:
            done.set()


def test_nobody_listens_and_nobody_is_known() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        assert "could not be fetched: Connection refused" in refused(f"http://127.0.0.1:{unused.getsockname()[1]}/")


def test_an_unknown_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "the host news.invalid was not found (Name or service not known)" in refused("http://news.invalid/x")


def test_a_server_that_does_not_speak_http() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"SSH-2.0-nothing\r\n")

        threading.Thread(target=answer, daemon=True).start()
        assert "could not be fetched: SSH-2.0-nothing" in refused(f"http://127.0.0.1:{listener.getsockname()[1]}/")


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl to make a certificate")
def test_a_certificate_is_checked_for_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "36500",
        "-subj",
        "/CN=news.example",
    ]
    command += ["-addext", "subjectAltName=DNS:news.example", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest, **named: real("127.0.0.1", *rest, **named))
    with site({"/": Answer(PAGE)}, context) as server:
        port = server.address.rpartition(":")[2]
        assert "not secure: self-signed certificate" in refused(f"https://news.example:{port}/").replace(
            "self signed", "self-signed"
        )
        assert "help: if you trust whoever issued the certificate, set SSL_CERT_FILE to a file with theirs in PEM" in (
            refused(f"https://news.example:{port}/")
        )
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert get(f"https://news.example:{port}/").data == PAGE
        other = refused(f"https://other.example:{port}/")
        assert "not secure: " in other
        assert "SSL_CERT_FILE" not in other
