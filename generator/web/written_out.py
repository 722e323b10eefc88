"""The site's project as plain files, for a builder that runs no plugin: what the plugin would add stands there as files.

Pages keep their text, so that the Markdown extension knows them by it; title and description go into their front matter,
where the builder does not escape them. Head and foot of the pages are added to what it made of them.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml
from markupsafe import escape
from mkdocs.exceptions import MkDocsException
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from generator.errors import ProjectError
from generator.web import dressing
from generator.web.cited import cited_words
from generator.web.data import SiteData
from generator.web.data_files import data_files
from generator.web.edits import last_edited
from generator.web.furniture import Furniture, PageFacts
from generator.web.method_page import PATH as METHOD
from generator.web.outline import outline
from generator.web.picture import FILE as PICTURE
from generator.web.plugin import EXTENSION, NEEDED, PRINTED_OF_PAGE, PRINTED_OF_SITE
from generator.web.source_pages import source_pages

CONFIG = "mkdocs.yml"
SITE = "site"
"""Of the folder that the project is written to: where the builder puts the site."""
DOCS = "docs"

_PAGE = ".md"
_RUN_ANYWHERE = ("search", "offline", EXTENSION)
"""Plugins of mkdocs.yml that the builder has, too, or whose work is done here."""
_OF_MKDOCS_ALONE = ("hooks", "watch")
_ADDRESSES = ("site_url", "repo_url")


@dataclass(frozen=True, slots=True)
class WrittenOut:
    """A project that was written out, and what is to be added to the site that is built of it."""

    heads: Mapping[str, str]
    """HTML for the head of a page, by its path in the site."""
    feet: Mapping[str, str]
    """HTML for the end of its text."""
    not_run: tuple[str, ...]
    """What mkdocs.yml asks for and the builder may not know: plugins by name, `hooks`."""
    own_not_found: bool
    """Whether the page for addresses that are not there is ours."""
    overrides: bool
    """Whether templates of the theme are overridden."""


def site_dir(config_file: Path) -> str:
    """The folder that the configuration names for the site, as it stands there. Raises ProjectError."""
    return str(_read(config_file).get("site_dir") or SITE)


def write_out(config_file: Path, data: SiteData, folder: Path) -> WrittenOut:
    """Writes the project to `folder`, which is empty. Raises ProjectError where mkdocs.yml cannot be read."""
    config = _read(config_file)
    root = config_file.parent
    docs = root / config.get("docs_dir", DOCS)
    words = cited_words(data)
    made = source_pages(data, words)
    social = PICTURE if (docs / PICTURE).is_file() else ""
    furniture = Furniture(data, words, last_edited(docs), config.get("repo_url") or "", social)
    shutil.copytree(docs, folder / DOCS, ignore=shutil.ignore_patterns(".*"))
    pages = {**dict(data.pages), **made}
    address = _Addresses(config)
    facts = {path: _facts(path, text, config, address) for path, text in pages.items()}
    heads, feet = {}, {}
    for path, text in pages.items():
        told = facts[path].description or furniture.description(path, facts[path].title)
        _write(folder / DOCS / path, _with_front_matter(text, facts[path].title, told).encode())
        described = replace(facts[path], description=told or str(config.get("site_description") or ""))
        heads[address.file(path)] = furniture.head(described)
        feet[address.file(path)] = furniture.foot(described)
    for path, text in data_files(data, words, address.absolute).items():
        _write(folder / DOCS / path, text.encode())
    for path, content in dressing.assets():
        _write(folder / DOCS / path, content)
    rewritten = _rewritten(config, root)
    _write(folder / CONFIG, yaml.dump(rewritten, allow_unicode=True, sort_keys=False).encode())
    return WrittenOut(
        heads,
        feet,
        not_run=tuple(_not_run(config)),
        own_not_found=not config.get("site_url"),
        overrides="custom_dir" in rewritten["theme"],
    )


class _Addresses:
    """Where pages stand in the site."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        # The plugin `offline` does without folders, whatever the configuration says.
        self._folders = config.get("use_directory_urls", True) and "offline" not in _names(config.get("plugins"))
        self._site = config.get("site_url") or ""

    def file(self, path: str) -> str:
        """The file that the page becomes."""
        url = self.url(path)
        return f"{url}index.html" if not url or url.endswith("/") else url

    def url(self, path: str) -> str:
        """Its address from the site's root."""
        if not path.endswith(_PAGE):
            return path
        name = path.removesuffix(_PAGE)
        folder, slash, last = name.rpartition("/")
        home = last in ("index", "README")
        if self._folders:
            return f"{folder}{slash}" if home else f"{name}/"
        return f"{folder}{slash}index.html" if home else f"{name}.html"

    def absolute(self, path: str) -> str:
        """The same, absolute where the site's address is known."""
        return urljoin(self._site.rstrip("/") + "/", self.url(path)) if self._site else self.url(path)


def _read(config_file: Path) -> dict[str, Any]:
    try:
        with config_file.open(encoding="utf-8") as opened:
            return yaml_load(opened)
    except (OSError, ValueError, MkDocsException) as error:
        raise ProjectError(f"cannot be read: {error}", where=str(config_file), help="correct the file") from error


def _facts(path: str, text: str, config: Mapping[str, Any], address: _Addresses) -> PageFacts:
    _, meta = get_data(text)
    url = address.url(path)
    title = _titles(config.get("nav")).get(path) or meta.get("title") or outline(path, text).title
    return PageFacts(
        path=path,
        title=str(title),
        site_name=str(config.get("site_name", "")),
        url=address.absolute(path) if config.get("site_url") else "",
        root="../" * url.count("/"),
        method=get_relative_url(address.url(METHOD), url),
        description=str(meta.get("description") or ""),
    )


def _titles(nav: object) -> dict[str, str]:
    """The title that the navigation gives a page, by path."""
    if isinstance(nav, list):
        return {path: title for entry in nav for path, title in _titles(entry).items()}
    if not isinstance(nav, dict):
        return {}
    found: dict[str, str] = {}
    for title, entry in nav.items():
        found |= {entry: str(title)} if isinstance(entry, str) else _titles(entry)
    return found


def _with_front_matter(text: str, title: str, description: str) -> str:
    """The page with a front matter that can be printed as it is, as the theme does."""
    body, meta = get_data(text)
    stated = {"title": title, "description": description, **meta}
    safe = {name: _escaped(value) if name in PRINTED_OF_PAGE else value for name, value in stated.items() if value}
    return f"---\n{yaml.safe_dump(safe, allow_unicode=True, sort_keys=False)}---\n\n{body}"


def _escaped(value: object) -> str:
    return str(escape(value))


def _rewritten(config: Mapping[str, Any], root: Path) -> dict[str, Any]:
    """The configuration with what the plugin would have put into it."""
    kept = {
        name: value
        for name, value in config.items()
        if name not in _OF_MKDOCS_ALONE and (value or name not in _ADDRESSES)
    }
    theme = config.get("theme") or {}
    theme = {"name": theme} if isinstance(theme, str) else dict(theme)
    if theme.get("custom_dir"):
        theme["custom_dir"] = str(root / theme["custom_dir"])
    extra = dict(config.get("extra") or {})
    ours = {"root": str(root), "repository": config.get("repo_url") or ""}
    listed = dict(_extensions(config.get("markdown_extensions")))
    extensions = {**listed, **{name: listed.get(name) for name in NEEDED}, EXTENSION: ours}
    return {
        **kept,
        "docs_dir": DOCS,
        "site_dir": SITE,
        **{name: _escaped(config[name]) for name in PRINTED_OF_SITE if config.get(name)},
        # The look of the theme that our style is made for.
        "theme": {"variant": "classic", **theme},
        "plugins": [entry for entry in _listed(config.get("plugins")) if _name(entry) != EXTENSION],
        "markdown_extensions": [name if options is None else {name: options} for name, options in extensions.items()],
        "extra_css": [*(config.get("extra_css") or ()), *dressing.STYLES],
        "extra_javascript": [*(config.get("extra_javascript") or ()), *dressing.SCRIPTS],
        "extra": {**extra, "polyfills": [*(extra.get("polyfills") or ()), dressing.POLYFILL]},
    }


def _not_run(config: Mapping[str, Any]) -> Iterator[str]:
    for name in _names(config.get("plugins")):
        if name.removeprefix("material/") not in _RUN_ANYWHERE:
            yield f"the plugin `{name}`"
    if config.get("hooks"):
        yield "`hooks`"


def _extensions(entries: object) -> Iterator[tuple[str, Any]]:
    for entry in _listed(entries):
        yield from entry.items() if isinstance(entry, dict) else [(str(entry), None)]


def _listed(entries: object) -> list[Any]:
    """Plugins or extensions as a list, which mkdocs.yml may also give as a mapping."""
    if isinstance(entries, dict):
        return [{name: options} if options else name for name, options in entries.items()]
    return list(entries) if isinstance(entries, list) else []


def _names(entries: object) -> list[str]:
    return [_name(entry) for entry in _listed(entries)]


def _name(entry: object) -> str:
    return str(next(iter(entry))) if isinstance(entry, dict) else str(entry)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
