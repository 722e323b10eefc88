"""What an address names, and whether what it resolves to is a public host."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from generator.errors import SourceError, UsageError

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|(?:javascript|data|mailto|about|blob):", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
_KEPT = "/?&=%;:@!$'()*+,~-._[]"
"""Characters of a path and a query that are sent as they are; `%` because an address is written with its escapes."""
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Addresses of IPv6 that a translator (RFC 6052) carries on to the IPv4 address in their last four bytes."""

_MOST_SHOWN = 300
"""Characters of an address or of a server's words in a message."""

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart."""

    address: str
    """As written, without a fragment."""
    scheme: str
    host: str
    """In ASCII; without brackets."""
    port: int
    path: str
    """With its query, as it is sent."""


def shown(text: str) -> str:
    """What a server sent, as a message may show it: on one line, short, and without characters that a terminal obeys."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:_MOST_SHOWN])


def is_address(text: str) -> bool:
    """Whether a command's argument is meant as an address rather than as a file."""
    return _SCHEME.match(text) is not None


def target(address: str) -> Target:
    """The parts of an address. Raises UsageError for one that is not http or https, names no host, or holds a password."""
    plain = address.partition("#")[0]
    try:
        parts = urlsplit(plain)
        scheme, port = parts.scheme.lower(), parts.port
        host = (parts.hostname or "").encode("ascii" if ":" in (parts.hostname or "") else "idna").decode("ascii")
    except ValueError as error:
        raise _no_address(address, shown(str(error))) from error
    if scheme not in _PORTS:
        raise _no_address(address, f"it begins with {shown(scheme)}:" if scheme else "it names no scheme")
    if not host or not plain.isprintable():
        raise _no_address(address, "it names no host" if not host else "it holds a character that cannot be shown")
    if parts.username is not None or parts.password is not None:
        raise _no_address(address, "it holds a user's name or password, which would be published with the source")
    query = f"?{parts.query}" if parts.query else ""
    return Target(plain, scheme, host, port or _PORTS[scheme], quote((parts.path or "/") + query, safe=_KEPT))


def _no_address(address: str, found: str) -> UsageError:
    return UsageError(
        f"expected a web address, but {found}",
        where=shown(address),
        help="write one that begins with https:// or http://, or name a file",
    )


def resolve(wanted: Target, *, allow_private: bool) -> tuple[str, ...]:
    """The IP addresses of the host, in the system's order.

    Raises SourceError where the name is not known, and where any of them is private, loopback, link-local or reserved, unless
    `allow_private`.
    """
    try:
        found = socket.getaddrinfo(wanted.host, wanted.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(
            f"the host {wanted.host} was not found ({getattr(error, 'strerror', None) or error})",
            where=wanted.address,
            help="check the address and the connection, or save the page with a browser and add the file",
        ) from error
    resolved = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    inner = next((one for one in resolved if not is_public(one)), None)
    if inner is not None and not allow_private:
        raise SourceError(
            f"{wanted.host} is {inner}, which is not an address of the public network",
            where=wanted.address,
            help="if you trust this host, add --allow-private",
        )
    return resolved


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network, also where it stands for another: mapped, translated, tunnelled."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast for one in (parsed, *_carried(parsed)))


def _carried(address: IpAddress) -> tuple[IpAddress, ...]:
    """The IPv4 addresses that an address of IPv6 leads to."""
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    found: list[IpAddress] = [one for one in (address.ipv4_mapped, address.sixtofour) if one is not None]
    found += address.teredo or ()
    if address in _TRANSLATED:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(found)
