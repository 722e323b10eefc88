"""The MkDocs plugin. It binds; what it shows is made elsewhere in this package."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files as resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from markupsafe import escape
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
_PRINTED_OF_SITE = ("site_name", "site_description", "site_author")
_PRINTED_OF_PAGE = ("title", "description", "author", "subtitle", "status")
"""What the theme's templates print without escaping it."""
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
    _extension: CitationExtension
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
        self._extension = CitationExtension(load=lambda _root: self._data)
        config.markdown_extensions = _with_extension(config.markdown_extensions, self._extension)
        for name in _PRINTED_OF_SITE:
            if config[name]:
                config[name] = escape(config[name])
        if not config.site_url:
            # Links of that page begin at the root; where the site will stand is not known.
            config.theme.static_templates.discard("404.html")
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

    @event_priority(-100)  # after whatever else changes the text
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Tell the extension, which is given the text alone, which page comes next."""
        self._extension.page = page.file.src_uri
        self._extension.invalid.clear()
        return markdown

    @event_priority(-100)  # after whatever else changes what is known of the page
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Stop the build at a note that is not valid, and escape what the theme prints of the page as it is.

        Raises PluginError. This is the last check, for whatever reaches the site unchecked: pages that another plugin
        makes or changes, and files that only MkDocs finds.
        """
        if self._extension.invalid and not self._serving:
            raise PluginError(_not_valid(page.file.src_uri, self._extension.invalid))
        for name in _PRINTED_OF_PAGE:
            if page.meta.get(name) is not None:
                page.meta[name] = escape(page.meta[name])
        if page.title and not page.is_homepage:
            # Taken from a heading it is escaped, taken from the file's name it is not. Given here, the theme prints it as
            # it is; of a title that it takes from the page it would undo the escapes.
            page.meta.setdefault("title", page.title.replace("<", "&lt;"))
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


def _not_valid(page: str, labels: Iterable[str]) -> str:
    notes = ", ".join(f"[^{label}]" for label in dict.fromkeys(labels))
    return (
        f"{page}: not valid: {notes}: the words do not stand in the source, the computation does not hold, or the note "
        "cannot be read\n  help: the page was made or changed by another plugin, or by a file that is not read from docs/; "
        "correct the note where it comes from, or remove it"
    )


def _with_extension(extensions: list[str], ours: CitationExtension) -> list[str]:
    """The list with what our pages rest on, and with our extension's name replaced by the instance that has the data.

    MkDocs sets up Markdown anew for every page; the name would load the project as often.
    """
    listed = [*extensions, *(name for name in (*_NEEDED, EXTENSION) if name not in extensions)]
    return [ours if name == EXTENSION else name for name in listed]  # type: ignore[misc]  # MkDocs declares names only


def _assets(folder: Traversable, path: str) -> Iterable[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda found: found.name):
        if entry.is_dir():
            yield from _assets(entry, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}", entry.read_bytes()
