"""Where other programs come in: MkDocs asks for `Plugin`, Python-Markdown for `make_extension`. Binds the web layer to the pipeline."""

from __future__ import annotations

from pathlib import Path

from generator import pipeline, web


def site_data(root: Path) -> web.SiteData:
    """Everything the site shows of the project at `root`."""
    work = pipeline.study(root)
    return web.SiteData(
        evidence=work.evidence,
        analysis=work.analysis,
        diagnostics=pipeline.check(work),
        pages=tuple(pipeline.pages(root).items()),
        compute=work.compute,
    )


class Plugin(web.SitePlugin):
    """The MkDocs plugin `explainer`."""

    load = staticmethod(site_data)


def make_extension(**options: object) -> web.CitationExtension:
    """The Python-Markdown extension `explainer`."""
    return web.CitationExtension(load=site_data, **options)
