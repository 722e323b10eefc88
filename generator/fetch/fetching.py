"""Fetches one page: redirects followed and checked, everything within one limit of time."""

from __future__ import annotations

import http.client
import ssl
import threading
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from generator import __version__
from generator.errors import ExplainerError, SourceError
from generator.fetch import body
from generator.fetch.addresses import Target, resolve, shown, target
from generator.fetch.connection import PinnedConnection

_HEADERS: Mapping[str, str] = {
    "User-Agent": f"explainer-generator/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, */*;q=0.1",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_READ = (
    *("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml", "application/xml"),
    *("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/pdf"),
)
"""Media types that ingest may know how to read."""
_SAVE = "open it in a browser, save the page and add the file"
_UNTRUSTED = frozenset({18, 19, 20, 21})
"""OpenSSL's codes for a certificate whose issuer nobody here vouches for."""
_TRUST = f"if you trust whoever issued the certificate, set SSL_CERT_FILE to a file with theirs in PEM; or {_SAVE}"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may cost."""

    most_bytes: int = 10_000_000
    """Of the body, before and after its compression is undone."""
    seconds: float = 30.0
    """For everything together: look-up, redirects, the last byte."""
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as its server sent it."""

    address: str
    """Where it was found in the end, without a fragment."""
    data: bytes
    """The body; only the compression of its transfer is undone."""
    media_type: str
    """In lower case, "" where the server names none."""
    charset: str
    """As the server names it, in lower case; "" where it names none."""
    day: str
    """ISO date of the answer, by the server's clock; "" where it gives none."""


def fetch(address: str, limits: Limits = Limits(), *, allow_private: bool = False) -> Fetched:
    """The page at an address.

    Raises UsageError for what is no address, and SourceError for a page that cannot be had: an unknown or private host, an
    error of the server, too many redirects, a type that no article has, too large, too slow.
    """
    first = target(address)
    outcome: list[Fetched | Exception] = []

    def work() -> None:
        try:
            outcome.append(_follow(first, limits, allow_private))
        except Exception as error:  # it is raised where the caller waits
            outcome.append(error)

    # A thread, because nothing else bounds the time of a look-up, or of a server that sends a byte now and then.
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(limits.seconds)
    if not outcome:
        raise _slow(address, limits)
    if isinstance(outcome[0], Fetched):
        return outcome[0]
    raise _explained(outcome[0], address, limits)


def _explained(error: Exception, address: str, limits: Limits) -> Exception:
    if isinstance(error, ExplainerError):
        return error
    if isinstance(error, TimeoutError):
        return _slow(address, limits)
    if isinstance(error, ssl.SSLError):
        reason = getattr(error, "verify_message", "") or error.reason or str(error)
        untrusted = getattr(error, "verify_code", None) in _UNTRUSTED
        return SourceError(
            f"the connection is not secure: {shown(str(reason))}", where=address, help=_TRUST if untrusted else _SAVE
        )
    if isinstance(error, OSError | http.client.HTTPException):
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        return SourceError(
            f"the page could not be fetched: {shown(str(reason))}",
            where=address,
            help=f"check the address and the connection, or {_SAVE}",
        )
    return error


def _slow(address: str, limits: Limits) -> SourceError:
    return SourceError(
        f"the page was not there after {limits.seconds:g} seconds", where=address, help=f"try again later, or {_SAVE}"
    )


def _follow(wanted: Target, limits: Limits, allow_private: bool) -> Fetched:
    for _ in range(limits.redirects + 1):
        resolved = resolve(wanted, allow_private=allow_private)
        context = ssl.create_default_context() if wanted.scheme == "https" else None
        with closing(PinnedConnection(wanted, resolved, limits.seconds, context)) as connection:
            connection.request("GET", wanted.path, headers=dict(_HEADERS))
            with closing(connection.getresponse()) as response:
                if response.status not in _REDIRECTS:
                    return _fetched(response, wanted, limits)
                wanted = _next(response, wanted)
    raise SourceError(
        f"redirected more than {limits.redirects} times", where=wanted.address, help="write the address it leads to"
    )


def _next(response: http.client.HTTPResponse, wanted: Target) -> Target:
    location = response.getheader("Location", "")
    if not location:
        raise SourceError("redirected without saying where to", where=wanted.address, help=_SAVE)
    # A header is read as Latin-1, but addresses are written in UTF-8.
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        joined = urljoin(wanted.address, location)
    except ValueError:
        joined = location
    return target(joined)


def _fetched(response: http.client.HTTPResponse, wanted: Target, limits: Limits) -> Fetched:
    if response.status != http.client.OK:
        raise SourceError(
            f"the server answered {response.status} {shown(response.reason)}".rstrip(), where=wanted.address, help=_SAVE
        )
    stated = response.getheader("Content-Type")
    media_type = response.headers.get_content_type() if stated else ""
    if media_type and media_type not in _READ:
        raise SourceError(
            f"expected a page, a feed, a text or a PDF, found {shown(media_type)}",
            where=wanted.address,
            help="give the address of the article itself",
        )
    return Fetched(
        address=wanted.address,
        data=body.read(response, limits.most_bytes, wanted.address),
        media_type=media_type,
        charset=shown(response.headers.get_content_charset() or "") if stated else "",
        day=_day(response.getheader("Date", "")),
    )


def _day(header: str) -> str:
    try:
        return parsedate_to_datetime(header).date().isoformat()
    except (TypeError, ValueError):
        return ""
