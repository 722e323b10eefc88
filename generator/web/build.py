"""Running MkDocs from Python, with its failures told in our own way."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.errors import ExplainerError
from generator.web.copies_page import OfflineCopy
from generator.web.plugin import SitePlugin

log = logging.getLogger(__name__)


def build(
    config_file: Path, site_dir: Path | None = None, *, strict: bool = False, copies: Sequence[OfflineCopy] = ()
) -> Path:
    """Build the site that `config_file` describes and return the folder it is in.

    `site_dir` replaces the folder that the configuration names. With `strict`, a warning fails the build as well. `copies` are
    offered on the site. Raises ExplainerError with everything that MkDocs had to say; warnings about a site that was built
    are logged.
    """
    site, said = _run(config_file, site_dir, strict=strict, preview=False, copies=copies)
    for message in said:
        log.warning(message)
    return site


def build_preview(config_file: Path, site_dir: Path | None = None) -> tuple[Path, Sequence[str]]:
    """Build the site in spite of findings: they are shown on the pages, and pages that are out of date as they would be written.

    The folder it is in, and the findings as they are to be printed. Raises ExplainerError where MkDocs cannot build at all.
    """
    return _run(config_file, site_dir, strict=False, preview=True)


def _run(
    config_file: Path, site_dir: Path | None, *, strict: bool, preview: bool, copies: Sequence[OfflineCopy] = ()
) -> tuple[Path, Sequence[str]]:
    os.environ.setdefault(
        "NO_MKDOCS_2_WARNING", "1"
    )  # the theme's notice about its successor is no finding about these pages
    said = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    try:
        config = load_config(str(config_file), strict=strict, **({"site_dir": str(site_dir)} if site_dir else {}))
        for plugin in config.plugins.values():
            if isinstance(plugin, SitePlugin):
                plugin.copies = copies
        config.plugins.on_startup(command="serve" if preview else "build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        message = "\n".join(said.messages or [error.format_message()])
        raise ExplainerError(f"the site was not built:\n{message}", where=str(config_file)) from error
    finally:
        logger.removeHandler(said)
    return Path(config.site_dir), said.messages


class _Collector(logging.Handler):
    """Keeps warnings and errors, which MkDocs prints and does not return."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
