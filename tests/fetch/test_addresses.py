from __future__ import annotations

import pytest

from generator.errors import UsageError
from generator.fetch.addresses import is_address, is_public, target


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "2002:7f00:1::", "2002:c0a8:101::1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "not an address",
    ],
)  # fmt: skip
def test_inner_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"]
)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def test_an_address_is_taken_apart() -> None:
    found = target("HTTPS://Bücher.Example:8443/a b/ü?q=ä&r=%20#part")
    assert (found.scheme, found.host, found.port) == ("https", "xn--bcher-kva.example", 8443)
    assert found.path == "/a%20b/%C3%BC?q=%C3%A4&r=%20"
    assert target("http://[2606::1]").host == "2606::1"
    assert (target("http://a.example?x").path, target("http://a.example").port) == ("/?x", 80)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("file:///etc/passwd", "it begins with file:"),
        ("ftp://a.example/x", "it begins with ftp:"),
        ("javascript:alert(1)", "it begins with javascript:"),
        ("http:///x", "it names no host"),
        ("http://", "it names no host"),
        ("https://me:secret@a.example/", "a user's name or password"),
        ("http://a.example:99999/", "Port out of range"),
        ("http://a.example/\x1b[2J", "a character that cannot be shown"),
        ("http://[::1/", "Invalid IPv6 URL"),
        ("http://" + "a" * 80 + ".example/", "label"),
    ],
)
def test_what_is_no_web_address(address: str, found: str) -> None:
    with pytest.raises(UsageError) as caught:
        target(address)
    assert found in str(caught.value)
    assert "help: write one that begins with https:// or http://" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "meant"), [("https://a", True), ("ftp://a", True), ("C:/x.txt", False), ("a.txt", False), ("data:x", True)]
)
def test_what_is_meant_as_an_address(text: str, meant: bool) -> None:
    assert is_address(text) is meant
