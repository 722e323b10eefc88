"""The MkDocs plugin. It binds; what it shows is made elsewhere in this package."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import unescape
from pathlib import Path
from typing import Literal

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.errors import ExplainerError
from generator.model import Diagnostic, Severity
from generator.web import dressing, findings, mkdocs_facts
from generator.web.cited import cited_words
from generator.web.copies_page import OfflineCopy, copies_page, copy_files
from generator.web.data import Load, SiteData
from generator.web.data_files import data_files
from generator.web.edits import last_edited
from generator.web.extension import CitationExtension
from generator.web.furniture import Furniture
from generator.web.picture import FILE as PICTURE
from generator.web.source_pages import source_pages

EXTENSION = "explainer"
"""Name under which the Markdown extension is registered and listed in mkdocs.yml."""

NEEDED = ("attr_list", "footnotes", "md_in_html", "tables")
"""Markdown extensions that our pages rest on."""
PRINTED_OF_SITE = ("site_name", "site_description", "site_author")
"""Settings that the theme's templates print without escaping them."""
PRINTED_OF_PAGE = ("title", "description", "author", "subtitle", "status")
"""What they print of a page's front matter in the same way."""
_BIBLIOGRAPHY = "sources/index.md"

# Only loggers below this one count for a strict build; MkDocs' own helper would set the package's name before each message.
log = logging.getLogger(f"mkdocs.plugins.{EXTENSION}")


class NoOptions(Config):
    """The plugin takes no options in mkdocs.yml: all that is particular to a topic stands in `seeds/`."""


class SitePlugin(BasePlugin[NoOptions]):
    """Checks the pages before a build, adds the pages of the sources, and brings script and style along.

    A subclass says how the project is loaded:

        class Plugin(SitePlugin):
            load = staticmethod(load_project)
    """

    load: Load
    copies: Sequence[OfflineCopy] = ()
    """Offline copies that the site offers; whoever builds it says so."""
    _data: SiteData
    _drafted: Mapping[str, str]
    """Pages that a preview shows otherwise than they stand in docs/."""
    _extension: CitationExtension
    _furniture: Furniture
    _heads: dict[str, str]
    """By page, what is to be added to its head."""
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
            if not self._serving or not hasattr(self, "_data"):
                raise PluginError(str(error)) from error
            log.error("%s\nThe preview goes on with what could be read before.", error)
        self._drafted = self._data.drafts() if self._serving else {}
        for path in self._drafted:
            log.warning("docs/%s is out of date, and shown as `explainer generate` would write it", path)
        self._report(self._data.diagnostics)
        self._extension = CitationExtension(load=lambda _root: self._data, repository=config.repo_url or "")
        config.markdown_extensions = _with_extension(config.markdown_extensions, self._extension)
        for name in PRINTED_OF_SITE:
            if config[name]:
                config[name] = escape(config[name])
        if not config.site_url:
            # Links of the theme's page begin at the root, and where the site will stand is not known: ours has none.
            config.theme.static_templates.discard(dressing.NOT_FOUND)
        config.extra_css += dressing.STYLES
        config.extra_javascript += dressing.SCRIPTS
        config.extra.setdefault("polyfills", []).append(dressing.POLYFILL)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the page of each source (outside the navigation), the bibliography, and the assets."""
        for path, markdown in self._drafted.items():
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, content=markdown))
        shown = self._data.drafted(self._drafted)
        words = cited_words(shown)
        self._heads = {}
        edited, social = last_edited(Path(config.docs_dir)), PICTURE if files.get_file_from_path(PICTURE) else ""
        self._furniture = Furniture(shown, words, edited, config.repo_url or "", social)
        for path, markdown in source_pages(shown, words).items():
            inclusion = InclusionLevel.UNDEFINED if path == _BIBLIOGRAPHY else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content=markdown, inclusion=inclusion))
        for path, markdown in copies_page(self.copies, "../" if config.use_directory_urls else "").items():
            files.append(File.generated(config, path, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV))
        address = partial(mkdocs_facts.address, files, config.site_url or "")
        for path, text in data_files(shown, words, address).items():
            files.append(File.generated(config, path, content=text))
        if not config.site_url and files.get_file_from_path(dressing.NOT_FOUND) is None:
            files.append(File.generated(config, dressing.NOT_FOUND, content=dressing.not_found_page()))
        for path, content in dressing.assets():
            files.append(File.generated(config, path, content=content))
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """In a preview, give a page as the generator would write it now."""
        return self._drafted.get(page.file.src_uri)

    @event_priority(-100)  # after whatever else changes the text
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Tell the extension, which is given the text alone, which page comes next."""
        self._extension.page = page.file.src_uri
        self._extension.invalid.clear()
        return markdown

    @event_priority(-100)  # after whatever else changes what is known of the page
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Stop the build at a note that is not valid, and escape what the theme prints of the page as it is.

        Raises PluginError. This is the last check, for whatever reaches the site unchecked: pages that another plugin
        makes or changes, and files that only MkDocs finds.
        """
        if self._extension.invalid and not self._serving:
            raise PluginError(findings.not_valid(page.file.src_uri, self._extension.invalid))
        facts = mkdocs_facts.facts(page, config, files)
        if not facts.description:
            page.meta["description"] = self._furniture.description(facts.path, facts.title) or None
        facts = replace(facts, description=page.meta["description"] or unescape(config.site_description or ""))
        self._heads[facts.path] = self._furniture.head(facts)
        html += self._furniture.foot(facts)
        for name in PRINTED_OF_PAGE:
            if page.meta.get(name) is not None:
                page.meta[name] = escape(page.meta[name])
        if page.title and not page.is_homepage:
            # Taken from a heading it is escaped, taken from the file's name it is not. Given here, the theme prints it as
            # it is; of a title that it takes from the page it would undo the escapes.
            page.meta.setdefault("title", page.title.replace("<", "&lt;"))
        if not self._serving:
            return html
        path = page.file.src_uri
        return findings.box(self._data.diagnostics, path, drafted=path in self._drafted) + html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Add to the head; no page asks another host."""
        return dressing.dressed(output, self._heads.pop(page.file.src_uri, ""))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the copies beside the pages: MkDocs would take the one in Markdown for a page."""
        for path, file in copy_files(self.copies).items():
            target = Path(config.site_dir, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)

    def _report(self, diagnostics: Iterable[Diagnostic]) -> None:
        errors = []
        for diagnostic in diagnostics:
            if diagnostic.severity is Severity.WARNING:
                # A strict build fails for what is logged as a warning; ours leave that to `explainer check --strict`.
                log.log(logging.WARNING if self._serving else logging.INFO, findings.line(diagnostic))
            else:
                errors.append(findings.line(diagnostic))
        if errors and not self._serving:
            raise PluginError("\n".join(errors))
        for error in errors:
            log.error(error)


def _with_extension(extensions: list[str], ours: CitationExtension) -> list[str]:
    """The list with what our pages rest on, and with our extension's name replaced by the instance that has the data.

    MkDocs sets up Markdown anew for every page; the name would load the project as often.
    """
    listed = [*extensions, *(name for name in (*NEEDED, EXTENSION) if name not in extensions)]
    return [ours if name == EXTENSION else name for name in listed]  # type: ignore[misc]  # MkDocs declares names only
