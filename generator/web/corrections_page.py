"""The page of corrections: what was corrected on the pages, and which sources were withdrawn, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Correction
from generator.web.anchors import link_target
from generator.web.data import SiteData
from generator.web.outline import outline
from generator.web.page_templates import Trusted, templates

PATH = "corrections.md"


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One entry of the log."""

    correction: Correction
    subject: str
    """The page's title, or the name that the source goes by."""
    target: Trusted
    """Where it leads, "" for a page or a source that is no more."""


def corrections_page(data: SiteData) -> Mapping[str, str]:
    """Path relative to docs/ -> Markdown; nothing where nothing was corrected, or where people have a page of that name."""
    pages = dict(data.pages)
    if not data.evidence.corrections or PATH in pages:
        return {}
    newest = sorted(data.evidence.corrections, key=lambda one: one.date, reverse=True)
    views = [_view(one, data, pages) for one in newest]
    return {PATH: templates().get_template("corrections.md.j2").render(views=views)}


def _view(correction: Correction, data: SiteData, pages: Mapping[str, str]) -> CorrectionView:
    if correction.page in pages:
        title = outline(correction.page, pages[correction.page]).title
        return CorrectionView(correction, title, Trusted(link_target(correction.page)))
    source = data.evidence.sources.get(correction.source)
    if source:
        return CorrectionView(correction, source.name, Trusted(f"sources/{source.key}.md"))
    return CorrectionView(correction, correction.page or correction.source, Trusted())
