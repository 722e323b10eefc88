"""The MkDocs plugin. It binds; what it shows is made elsewhere in this package."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files as resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.errors import ExplainerError
from generator.model import Diagnostic, Severity
from generator.web.data import Load, SiteData
from generator.web.extension import CitationExtension
from generator.web.source_pages import source_pages

EXTENSION = "explainer"
"""Name under which the Markdown extension is registered and listed in mkdocs.yml."""

_NEEDED = ("attr_list", "footnotes", "md_in_html", "tables")
_ASSETS = "explainer"
_BIBLIOGRAPHY = "sources/index.md"

log = get_plugin_logger(__name__)


class NoOptions(Config):
    """The plugin takes no options in mkdocs.yml: all that is particular to a topic stands in `seeds/`."""


class SitePlugin(BasePlugin[NoOptions]):
    """Checks the pages before a build, adds the pages of the sources, and brings script and style along.

    A subclass says how the project is loaded:

        class Plugin(SitePlugin):
            load = staticmethod(load_project)
    """

    load: Load
    _data: SiteData
    _serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember whether people are watching: a preview goes on where a build stops."""
        self._serving = command == "serve"

    @event_priority(100)  # before the offline plugin, which would name a polyfill on another host
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the project, stop the build for any error in its pages, and announce the assets.

        Raises PluginError whose message lists each error as `path:line:column: message`.
        """
        root = Path(config.config_file_path).parent if config.config_file_path else Path(config.docs_dir).parent
        try:
            self._data = self.load(root)
        except ExplainerError as error:
            raise PluginError(str(error)) from error
        self._report(self._data.diagnostics)
        config.markdown_extensions = _with_extension(config.markdown_extensions, self._data)
        config.extra_css.append(f"{_ASSETS}/explainer.css")
        config.extra_javascript += [f"{_ASSETS}/card.js", f"{_ASSETS}/page.js"]
        # Search needs this under file://.
        config.extra.setdefault("polyfills", []).append(f"{_ASSETS}/iframe-worker/shim.js")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the page of each source (outside the navigation), the bibliography, and the assets."""
        for path, markdown in source_pages(self._data).items():
            inclusion = InclusionLevel.UNDEFINED if path == _BIBLIOGRAPHY else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content=markdown, inclusion=inclusion))
        for path, content in _assets(resources("generator.web") / "assets", _ASSETS):
            files.append(File.generated(config, path, content=content))
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Fix the page's title as it is, escaped: of one it takes from the page, the theme undoes the escapes."""
        if page.title and not page.is_homepage:
            page.meta.setdefault("title", page.title)
        return html

    def _report(self, diagnostics: Iterable[Diagnostic]) -> None:
        errors = []
        for diagnostic in diagnostics:
            if diagnostic.severity is Severity.WARNING:
                log.warning(_line(diagnostic))
            else:
                errors.append(_line(diagnostic))
        if errors and not self._serving:
            raise PluginError("\n".join(errors))
        for error in errors:
            log.error(error)


def _line(diagnostic: Diagnostic) -> str:
    place = ":".join(str(part) for part in (diagnostic.path, diagnostic.line, diagnostic.column) if part)
    help_line = f"\n  help: {diagnostic.help}" if diagnostic.help else ""
    return f"{place}: {diagnostic.rule}: {diagnostic.message}{help_line}"


def _with_extension(extensions: list[str], data: SiteData) -> list[str]:
    """The list with what our pages rest on, and with our extension's name replaced by an instance that has the data.

    MkDocs sets up Markdown anew for every page; the name would load the project as often.
    """
    ours = CitationExtension(load=lambda _root: data)
    listed = [*extensions, *(name for name in (*_NEEDED, EXTENSION) if name not in extensions)]
    return [ours if name == EXTENSION else name for name in listed]  # type: ignore[misc]  # MkDocs declares names only


def _assets(folder: Traversable, path: str) -> Iterable[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda found: found.name):
        if entry.is_dir():
            yield from _assets(entry, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}", entry.read_bytes()
