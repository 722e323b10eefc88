"""Running MkDocs from Python, with its failures told in our own way."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.errors import ExplainerError

log = logging.getLogger(__name__)


def build(config_file: Path, site_dir: Path | None = None, *, strict: bool = False, preview: bool = False) -> Path:
    """Build the site that `config_file` describes and return the folder it is in.

    `site_dir` replaces the folder that the configuration names. With `strict`, a warning fails the build as well; for a
    `preview`, findings on the pages do not: they are shown there, and pages that are out of date as they would be written.
    Raises ExplainerError with everything that MkDocs had to say; warnings about a site that was built are logged.
    """
    os.environ.setdefault(
        "NO_MKDOCS_2_WARNING", "1"
    )  # the theme's notice about its successor is no finding about these pages
    said = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    try:
        config = load_config(str(config_file), strict=strict, **({"site_dir": str(site_dir)} if site_dir else {}))
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
    for message in said.messages:
        log.warning(message)
    return Path(config.site_dir)


class _Collector(logging.Handler):
    """Keeps warnings and errors, which MkDocs prints and does not return."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
