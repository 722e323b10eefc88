"""All pages of the site as one text: ids unique over all of it, links inside leading to where their targets now stand."""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from generator.export import citations
from generator.export.site import SOURCES, Page, Site
from generator.export.tree import add_text, has_class, make, remove

_DROPPED_TAGS = frozenset(("script", "style", "template", "button", "form", "input", "iframe", "object"))
_DROPPED_CLASSES = ("headerlink", "md-content__button")
_MARK_OF_MARKDOWN = "markdown"
_NO_NAME = re.compile(r"[^\w.-]+")
_REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "for", citations.CITED)
"""Attributes that hold ids."""

Address = Callable[[str, str, str], str]
"""(the chapter that links, the chapter that is linked to, the new id) -> what the link says."""
Figure = Callable[[Path], str]
"""A picture's file -> what `src` says."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the site as a part of the whole."""

    slug: str
    """Its id, and the beginning of all ids in it."""
    title: str
    body: Element
    """A `section` with the id `slug`."""
    is_source: bool
    """Whether it is a source's page or the bibliography: the appendix."""


@dataclass(frozen=True, slots=True)
class Book:
    """The whole."""

    title: str
    description: str
    language: str
    chapters: tuple[Chapter, ...]
    left_out: tuple[str, ...]
    """Files of the site that pages link to or show and that a text cannot hold, by path."""
    stilled: tuple[str, ...] = ()
    """Titles of the pages that have a script of their own, which a text does not run."""


def page_name(path: str) -> str:
    """A page's path without its ending, as citations name it."""
    return path.removesuffix(".html")


def make_book(site: Site, address: Address, figure: Figure) -> Book:
    """The pages in reading order, those of the sources last."""
    ordered = sorted(site.pages, key=lambda page: page.path.startswith(SOURCES))
    binder = _Binder(site, ordered, address, figure)
    chapters = tuple(binder.chapter(page) for page in ordered)
    stilled = tuple(page.title for page in ordered if page.article.find(".//script") is not None)
    return Book(site.title, site.description, site.language, chapters, tuple(sorted(binder.left_out)), stilled)


class _Binder:
    def __init__(self, site: Site, pages: list[Page], address: Address, figure: Figure) -> None:
        self._site = site
        self._address = address
        self._figure = figure
        self._slugs = _unique({page.path: _name(page_name(page.path).replace("/", "-")) for page in pages})
        self._ids = {page.path: _new_ids(page, self._slugs[page.path]) for page in pages}
        self.left_out: set[str] = set()

    def chapter(self, page: Page) -> Chapter:
        slug = self._slugs[page.path]
        body = make("section", id=slug, cls="chapter")
        # What the theme lays out is a paragraph of its own to no other layout.
        content = copy.deepcopy(page.article)
        body.text = content.text
        body.extend(content)
        remove(body, _dropped)
        for element in body.iter():
            # What stands in for a script is shown: none runs here. MkDocs leaves the mark of HTML in Markdown.
            element.tag = "div" if element.tag == "noscript" else element.tag
            element.attrib.pop(_MARK_OF_MARKDOWN, None)
            if element is not body:
                self._rename(element, page)
                self._relink(element, page, slug)
        return Chapter(slug, page.title, body, page.path.startswith(SOURCES))

    def _rename(self, element: Element, page: Page) -> None:
        ids = self._ids[page.path]
        old = element.get("id")
        if old:
            element.set("id", ids[old])
        if old and has_class(element, citations.NOTE):
            element.set("data-note", f"{page_name(page.path)}#{old.removeprefix('fn:')}")
        for name in _REFERRING:
            named = element.get(name)
            if named:
                element.set(name, " ".join(ids.get(each, each) for each in named.split()))

    def _relink(self, element: Element, page: Page, slug: str) -> None:
        if element.tag == "img":
            self._show(element, page)
        href = element.get("href")
        if element.tag != "a" or href is None or _leads_out(href):
            return
        parts = urlsplit(href)
        path = _resolved(page.path, parts.path)
        if path in self._slugs:
            fragment = unquote(parts.fragment)
            element.set(
                "href", self._address(slug, self._slugs[path], self._ids[path].get(fragment, self._slugs[path]))
            )
            return
        self.left_out.add(path)
        element.tag = "span"
        del element.attrib["href"]

    def _show(self, element: Element, page: Page) -> None:
        source = element.get("src", "")
        path = _resolved(page.path, urlsplit(source).path)
        file = None if _leads_out(source) else self._site.file(path)
        if file is not None:
            element.set("src", self._figure(file))
            return
        if source.startswith("data:"):
            return
        self.left_out.add(source if _leads_out(source) else path)
        described = element.get("alt", "")
        element.tag = "span"
        element.attrib.clear()
        add_text(element, f"[picture: {described}]" if described else "[picture]")


def _new_ids(page: Page, slug: str) -> Mapping[str, str]:
    old = [element.get("id", "") for element in page.article.iter() if element.get("id")]
    return _unique({name: f"{slug}--{_name(name)}" for name in old})


def _unique(wanted: Mapping[str, str]) -> dict[str, str]:
    """The same with a number after what is wanted twice."""
    taken: set[str] = set()
    given = {}
    for key, name in wanted.items():
        free = name
        number = 2
        while free in taken:
            free = f"{name}-{number}"
            number += 1
        taken.add(free)
        given[key] = free
    return given


def _name(text: str) -> str:
    """`text` as an id that HTML, XML and addresses all take."""
    name = _NO_NAME.sub("-", text).strip("-") or "part"
    return name if name[0].isalpha() else f"n-{name}"


def _dropped(element: Element) -> bool:
    return (
        element.tag in _DROPPED_TAGS
        or "hidden" in element.attrib
        or any(has_class(element, name) for name in _DROPPED_CLASSES)
    )


def _leads_out(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def _resolved(page: str, path: str) -> str:
    if not path:
        return page
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
