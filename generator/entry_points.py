"""Where other programs come in: MkDocs asks for `Plugin`, Python-Markdown for `make_extension`. Binds the web layer to the pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path

from generator import pipeline, proofing, web
from generator.compose import Outcome

_SHOWN_AHEAD = (Outcome.NEW, Outcome.UPDATED, Outcome.MERGED)
"""What a preview shows of pages that are out of date; a page with conflicts is shown as it stands."""


def site_data(root: Path) -> web.SiteData:
    """Everything the site shows of the project at `root`."""
    work = pipeline.study(root)
    return web.SiteData(
        evidence=work.evidence,
        analysis=work.analysis,
        diagnostics=proofing.check(work),
        pages=tuple(pipeline.pages(root).items()),
        compute=work.compute,
        drafts=partial(_drafts, work),
        left_out=partial(_left_out, work),
    )


def _drafts(work: pipeline.Work) -> dict[str, str]:
    if pipeline.errors(work.evidence.problems):
        return {}  # pages cannot be written by half of the evidence
    _, written = pipeline.generate(work, dry=True)
    return {page.name: page.after for page in written if page.outcome in _SHOWN_AHEAD and page.before != page.after}


def _left_out(work: pipeline.Work) -> list[str]:
    return [one.reason for one in pipeline.composition(work).left_out]


class Plugin(web.SitePlugin):
    """The MkDocs plugin `explainer`."""

    load = staticmethod(site_data)


def make_extension(**options: object) -> web.CitationExtension:
    """The Python-Markdown extension `explainer`."""
    return web.CitationExtension(load=_read_once, **options)


def _read_once(root: Path) -> web.SiteData:
    """The same as `site_data`, read anew only after a change: a builder without the plugin makes an extension for every page."""
    return _read_at(root, tuple(_stamps(root)))


@lru_cache(maxsize=1)
def _read_at(root: Path, _stamps: tuple[tuple[str, int, int], ...]) -> web.SiteData:
    return site_data(root)


def _stamps(root: Path) -> Iterator[tuple[str, int, int]]:
    for folder in (pipeline.SEEDS, pipeline.DOCS):
        for path in sorted((root / folder).rglob("*")):
            found = path.lstat()
            yield path.as_posix(), found.st_mtime_ns, found.st_size
