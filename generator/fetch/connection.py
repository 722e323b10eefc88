"""A connection to the very address that was checked: the name is looked up once, so that it cannot mean something else later."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Sequence

from generator.fetch.addresses import Target


class PinnedConnection(http.client.HTTPConnection):
    """HTTP, or HTTPS where a context is given, to one of the resolved addresses; the certificate is checked for the name."""

    def __init__(self, wanted: Target, resolved: Sequence[str], seconds: float, context: ssl.SSLContext | None) -> None:
        super().__init__(wanted.host, wanted.port, timeout=seconds)
        self.default_port = 443 if context else 80
        self._resolved = resolved
        self._context = context

    def connect(self) -> None:
        """Raises OSError where none of the addresses answers."""
        connection = self._first()
        if self._context is None:
            self.sock = connection
            return
        try:
            self.sock = self._context.wrap_socket(connection, server_hostname=self.host)
        except BaseException:
            connection.close()
            raise

    def _first(self) -> socket.socket:
        *others, last = self._resolved
        for address in others:
            try:
                return socket.create_connection((address, self.port), self.timeout)
            except OSError:
                continue
        return socket.create_connection((last, self.port), self.timeout)
