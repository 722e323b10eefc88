"""The built site as export reads it: its pages in reading order, without the theme around them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from generator.errors import ExportError
from generator.export.tree import line_of, parse

HOME = "index.html"
SOURCES = "sources/"
BIBLIOGRAPHY = f"{SOURCES}index.html"
NOT_FOUND = "404.html"

_ARTICLE = "<article"
_ARTICLE_END = "</article>"
_NAVIGATION = re.compile(r'<a href="([^"#][^"]*)" class="md-nav__link')
_TITLE = re.compile(r'<a href="[^"]*" title="([^"]*)" class="[^"]*\bmd-logo\b')
_LANGUAGE = re.compile(r'<html lang="([^"]+)"')
_DIRECTION = re.compile(r'<body\b[^>]*\bdir="(ltr|rtl)"')
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site."""

    path: str
    """Below the site's folder, with forward slashes: `sources/herald.html`."""
    title: str
    """Its first heading as plain text, else its path."""
    article: Element
    """What stands between the theme's frame; not to be changed."""

    @property
    def is_source(self) -> bool:
        """Whether it shows the excerpts of one source."""
        return self.path.startswith(SOURCES) and self.path != BIBLIOGRAPHY


@dataclass(frozen=True, slots=True)
class Site:
    """The site in one folder."""

    folder: Path
    title: str
    description: str
    language: str
    """BCP 47."""
    direction: str
    """"ltr" or "rtl"."""
    pages: tuple[Page, ...]
    """In the order of the navigation, then the rest by path; without the page for addresses that are not there."""

    def file(self, path: str) -> Path | None:
        """The file at `path` below the site's folder; None where there is none, or the path leads out of it."""
        found = self.folder / path
        inside = found.resolve().is_relative_to(self.folder.resolve())
        return found if inside and found.is_file() else None


def read_site(folder: Path) -> Site:
    """Reads a built site. Raises ExportError where there is none, or its pages are not those of the theme."""
    home = folder / HOME
    if not home.is_file():
        raise ExportError("no built site here", where=str(folder), help="type: explainer build")
    front = home.read_text(encoding="utf-8")
    paths = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")} - {NOT_FOUND}
    named = [path for path in map(html.unescape, _NAVIGATION.findall(front)) if path in paths]
    ordered = dict.fromkeys([HOME, *named, *sorted(paths)])
    return Site(
        folder,
        _first(_TITLE, front) or "Explainer",
        _first(_DESCRIPTION, front),
        _first(_LANGUAGE, front) or "en",
        _first(_DIRECTION, front) or "ltr",
        tuple(_page(folder, path) for path in ordered),
    )


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return html.unescape(found[1]) if found else ""


def article(written: str) -> Element | None:
    """What a page of the theme says, without the frame around it; None where it has no `<article>`."""
    start, end = written.find(_ARTICLE), written.rfind(_ARTICLE_END)
    return parse(written[start : end + len(_ARTICLE_END)])[0] if 0 <= start < end else None


def _page(folder: Path, path: str) -> Page:
    found = article((folder / path).read_text(encoding="utf-8"))
    if found is None:
        raise ExportError(
            "the page has no <article>: it was not built with the theme that copies are made from",
            where=str(folder / path),
            help="set `theme: name: material` in mkdocs.yml and take the page out of its template overrides",
        )
    heading = next(found.iter("h1"), None)
    # The mark of the permanent link stands inside the heading.
    title = line_of(heading).removesuffix("¶").strip() if heading is not None else PurePosixPath(path).stem
    return Page(path, title, found)
