"""What MkDocs knows of pages, in our own terms."""

from __future__ import annotations

from html import unescape
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from generator.web.copies_page import PATH as COPIES
from generator.web.furniture import PageFacts
from generator.web.method_page import PATH as METHOD


def facts(page: Page, config: MkDocsConfig, files: Files) -> PageFacts:
    """What the page's furniture is made from; its description is what the front matter says, "" for nothing."""
    method = files.get_file_from_path(METHOD)
    copies = files.get_file_from_path(COPIES)
    return PageFacts(
        path=page.file.src_uri,
        title=unescape(str(page.title or config.site_name)),
        site_name=unescape(str(config.site_name)),
        url=page.canonical_url or "",
        root="../" * page.url.count("/"),
        method=get_relative_url(method.url, page.url) if method else "",
        copies=get_relative_url(copies.url, page.url) if copies else "",
        description=str(page.meta.get("description") or ""),
    )


def address(files: Files, site_url: str, path: str) -> str:
    """The address of the page whose source is `path`: absolute where `site_url` is known, else from the site's root."""
    file = files.get_file_from_path(path)
    url = file.url if file else path
    return urljoin(site_url.rstrip("/") + "/", url) if site_url else url
