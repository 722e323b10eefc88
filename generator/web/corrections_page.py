"""The page of corrections: what was corrected on the pages, and which sources were withdrawn, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.citations.places import places
from generator.english import counted
from generator.model import Correction
from generator.web import corrections
from generator.web.anchors import link_target
from generator.web.corrections import PATH
from generator.web.data import SiteData
from generator.web.outline import outline
from generator.web.page_templates import Trusted, templates


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One entry of the log."""

    correction: Correction
    subject: str
    """The page's title, or the name that the source goes by."""
    target: Trusted
    """Where it leads, "" for a page or a source that is no more."""
    anchor: Trusted
    """The id of the entry."""
    back: Trusted
    """Leads to the corrected statement, "" where it is not marked."""
    unmarked: str
    """Why the statement is not marked, "" where it is, or nothing stands in its place."""


def corrections_page(data: SiteData) -> Mapping[str, str]:
    """Path relative to docs/ -> Markdown; nothing where nothing was corrected, or where people have a page of that name."""
    if not corrections.is_logged(data):
        return {}
    pages = dict(data.pages)
    newest = sorted(data.evidence.corrections, key=lambda one: one.date, reverse=True)
    views = [_view(one, data, pages) for one in newest]
    return {PATH: templates().get_template("corrections.md.j2").render(views=views)}


def _view(correction: Correction, data: SiteData, pages: Mapping[str, str]) -> CorrectionView:
    own = Trusted(corrections.anchor(correction))
    if correction.page in pages:
        markdown = pages[correction.page]
        title, target = outline(correction.page, markdown).title, link_target(correction.page)
        found = len(places(correction.now, markdown)) if correction.now else 1
        back = Trusted(f"{target}#{own}" if correction.now and found == 1 else "")
        return CorrectionView(correction, title, Trusted(target), own, back, _unmarked(found))
    source = data.evidence.sources.get(correction.source)
    if source:
        return CorrectionView(correction, source.name, Trusted(f"sources/{source.key}.md"), own, Trusted(), "")
    return CorrectionView(correction, correction.page or correction.source, Trusted(), own, Trusted(), "")


def _unmarked(found: int) -> str:
    """Why words that stand `found` times in the page's running text have no mark there."""
    if found == 1:
        return ""
    return f"they stand there {counted(found, 'time')}" if found else "the page has been reworded since"
