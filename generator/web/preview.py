"""The preview: a local server that follows changes and never goes down over one.

Each build is made by a process of its own into a folder of its own, so that changed code counts and a build that fails, however it
fails, leaves the last good site in place; the pages then say at their top why they are not newer.
"""

from __future__ import annotations

import html
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.livereload import LiveReloadServer

from generator.errors import ExplainerError

_BODY = re.compile(rb"<body\b[^>]*>")
_NOT_YET = b"<!doctype html><html lang=en><meta charset=utf-8><title>Not built yet</title><body></body></html>"
_NOTICE = (
    '<div role="alert" class="preview-failure" style="position:relative;z-index:9;padding:1rem 1.5rem;background:#8d2f3f;'
    'color:#fff;font:16px/1.5 system-ui"><strong>The newest change could not be built.</strong> {shown}'
    '<pre style="margin:.5rem 0 0;white-space:pre-wrap;font-size:14px">{said}</pre></div>'
)


@dataclass(frozen=True, slots=True)
class Built:
    """How a build ended."""

    done: bool
    said: str
    """All that it had to say, for people."""


Build = Callable[[Path], Built]
"""Builds the site into a folder that does not exist yet; never raises."""


def serve(build: Build, host: str, port: int, watch: Iterable[Path], said: Callable[[str], None]) -> None:
    """Preview on `host` and `port`, built anew whenever a file in `watch` changes, until interrupted.

    `said` is told what each build had to say. Raises ExplainerError where the address cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="explainer-", ignore_cleanup_errors=True) as folder:
        site = _Site(Path(folder), build, said)
        server = LiveReloadServer(builder=site.renew, host=host.strip("[]"), port=port, root=str(site.shown))
        server.set_app(with_notice(server.serve_request, site.notice))
        for path in watch:
            server.watch(str(path))
        site.renew()
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        except OSError as error:
            raise ExplainerError(
                f"{host}:{port} cannot be used: {error.strerror}", help="name another with --address HOST:PORT"
            ) from error
        finally:
            server.shutdown()


class _Site:
    """The folder that is shown, and what is wrong with what came after it."""

    def __init__(self, folder: Path, build: Build, said: Callable[[str], None]) -> None:
        self._build = build
        self._said = said
        self._fresh, self._old = folder / "fresh", folder / "old"
        self._failure = ""
        self._ever = False
        self.shown = folder / "shown"
        self.shown.mkdir()
        (self.shown / "index.html").write_bytes(_NOT_YET)

    def renew(self) -> None:
        """Build, and show what was built; where that failed, go on showing what was shown before.

        The server holds requests back until this is over, so no file of the old site is open when the new one takes its place.
        """
        built = self._build(self._fresh)
        self._said(built.said)
        self._failure = "" if built.done else built.said
        if built.done:
            self.shown.rename(self._old)
            self._fresh.rename(self.shown)
            self._ever = True
        shutil.rmtree(self._old, ignore_errors=True)
        shutil.rmtree(self._fresh, ignore_errors=True)

    def notice(self) -> str:
        """HTML that tells of a build that failed; "" where the newest is shown."""
        if not self._failure:
            return ""
        shown = "You see the last site that could be." if self._ever else ""
        return _NOTICE.format(shown=shown, said=html.escape(self._failure))


def with_notice(application: WSGIApplication, notice: Callable[[], str]) -> WSGIApplication:
    """The application with a notice at the top of every page that it gives, where there is one to give."""

    def answer(environment: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        text = notice().encode()
        if not text:
            return application(environment, start_response)
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def remember(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            started.append((status, headers))
            return lambda _: None

        body = b"".join(application(environment, remember))
        ((status, headers),) = started
        if _is_page(headers):
            body = _BODY.sub(lambda found: found[0] + text, body, count=1)
            headers = [pair for pair in headers if pair[0].lower() != "content-length"]
            headers.append(("Content-Length", str(len(body))))
        start_response(status, headers)
        return [body]

    return answer


def _is_page(headers: Sequence[tuple[str, str]]) -> bool:
    return any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers)
